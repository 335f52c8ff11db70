/// The forms in which a searched word may stand in text that was indexed word by word.
package enum SearchForms {
    /// The folded words of a text, as ``FoldedText/searchable`` has them.
    package static func words(of text: String) -> [String] {
        FoldedText(text).searchable.split(separator: " ").map(String.init)
    }

    /// For an Arabic word, itself with every proclitic and with the article more or less; for
    /// a French one, singular and plural.
    package static func variants(of word: String) -> [String] {
        guard let first = word.unicodeScalars.first, first.value >= 0x600 else {
            return latin(word)
        }
        var cores = [word]
        if word.hasPrefix("ال"), word.count >= 5 { cores.append(String(word.dropFirst(2))) }
        return cores.flatMap { core in proclitics.map { $0 + core } }
    }

    private static let proclitics: [String] = ["", "و", "ف"].flatMap { conjunction in
        ["", "ب", "ك", "ل", "ال", "بال", "كال", "لل"].map { conjunction + $0 }
    }

    private static func latin(_ word: String) -> [String] {
        guard word.count >= 4 else { return [word] }
        if word.hasSuffix("s") || word.hasSuffix("x") { return [word, String(word.dropLast())] }
        return [word, word + "s", word + "x"]
    }
}
