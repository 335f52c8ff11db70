/// The forms in which a searched word may stand in text that was indexed word by word.
package enum SearchForms {
    /// Tells whether one of these folded words, or a word that begins so, stands anywhere in what
    /// is searched.
    package typealias IsWritten = (_ words: [String], _ asBeginnings: Bool) -> Bool

    /// The folded words of a text, as ``FoldedText/searchable`` has them.
    package static func words(of text: String) -> [String] {
        // By bytes: to find the bounds of characters takes longer than the folding.
        FoldedText(text).searchable.utf8.split(separator: UInt8(ascii: " "))
            .compactMap { String($0) }
    }

    /// For an Arabic word, itself, what it is without the clitics in front (``SearchCores``), and
    /// that with every proclitic, with the article, and with a pronoun behind; for a French one,
    /// singular and plural. Each once, the likeliest first.
    ///
    /// What stands between is written with no article or preposition, else it would not have been
    /// taken apart: it is looked for as it is and after a conjunction.
    ///
    /// - Parameters:
    ///   - word: Folded.
    ///   - isBeginning: Whether the word may go on.
    package static func variants(
        of word: String, isBeginning: Bool = false, isWritten: @escaping IsWritten
    ) -> [String] {
        guard let first = word.unicodeScalars.first, first.value >= 0x600 else {
            return latin(word)
        }
        let reader = SearchCores(isBeginning: isBeginning, isWritten: isWritten)
        let cores = reader.cores(of: word)
        let core = cores[cores.count - 1]
        let forms =
            cores + withProclitics(core, reader)
            + cores.dropLast().flatMap { core in conjunctions.map { $0 + core } }
            + (isBeginning ? [] : withPronouns(core))
        var seen = Set<String>()
        return forms.filter { seen.insert($0).inserted }
    }

    // MARK: Proclitics

    /// With its own first letters a short word and a clitic are often another word: «مال», «كمال»;
    /// «جنة», «لجنة». Where that is seen to be one the clitic is left out, and «ك» and «ف» ever.
    private static func withProclitics(_ core: String, _ reader: SearchCores) -> [String] {
        var letters: Set<String> = ["و", "ف", "ب", "ل", "ك"]
        if isShort(core) {
            letters = letters.subtracting(["ف", "ك"]).filter { !reader.isBare($0 + core) }
        }
        let direct = proclitics.filter { $0.last.map { letters.contains(String($0)) } ?? true }
        return direct.map { $0 + core } + articles.map { $0 + core }
    }

    private static let conjunctions = ["", "و", "ف"]

    private static let proclitics = conjunctions.flatMap { conjunction in
        ["", "ب", "ل", "ك"].map { conjunction + $0 }
    }

    private static let articles = conjunctions.flatMap { conjunction in
        ["ال", "بال", "لل", "كال"].map { conjunction + $0 }
    }

    private static func isShort(_ core: String) -> Bool { core.unicodeScalars.count < 4 }

    // MARK: Pronouns

    /// Ta marbuta, folded to ha, is a ta before a pronoun. A short word takes no lone ha, which
    /// would be the feminine of another (شرط, شرطة), and one that ends in a vowel none at all
    /// (علي, عليها).
    private static func withPronouns(_ core: String) -> [String] {
        let isShort = isShort(core)
        if core.hasPrefix("ال") || isShort && (core.hasSuffix("ا") || core.hasSuffix("ي")) {
            return []
        }
        let host = core.hasSuffix("ه") ? core.dropLast() + "ت" : core[...]
        let pronouns = isShort ? pronouns.filter { $0 != "ه" } : pronouns
        return pronouns.flatMap { pronoun in
            ["", "و", "ب", "ل"].map { $0 + host + pronoun }
        }
    }

    private static let pronouns = ["ه", "ها", "هم", "نا"]

    // MARK: French

    private static func latin(_ word: String) -> [String] {
        guard word.count >= 4 else { return [word] }
        if word.hasSuffix("s") || word.hasSuffix("x") { return [word, String(word.dropLast())] }
        return [word, word + "s", word + "x"]
    }
}
