/// The key under which a folded word stands in the index: what all its forms share.
///
/// Letters that may be clitics go from an Arabic word's front, one after the other, and a pronoun
/// or the alef of the accusative from its end, as long as three letters stay; a French plural
/// loses its last letter. That brings together words that are nothing to each other («بلدية» and
/// «لديه»): the index only proposes, and what stands in a text as it is written decides
/// (``SearchLanguage``). Taken off letter by letter, «ولأمن» comes to the key of «لأمن» and of
/// «أمن» whatever the word's own first letters are.
///
/// Another key for any word is another index: it needs a step of ``Schema``.
enum SearchKeys {
    /// What of a word is its key; the word lies in UTF-8 and is not empty.
    static func key(in bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Range<Int> {
        if isArabic(bytes, word) {
            let start = front(bytes, word)
            return start..<back(bytes, start..<word.upperBound)
        }
        let last = bytes[word.upperBound - 1]
        let isPlural = word.count >= 5 && (last == UInt8(ascii: "s") || last == UInt8(ascii: "x"))
        return isPlural ? word.lowerBound..<word.upperBound - 1 : word
    }

    /// Whether all letters are of U+0600–06FF, which take two bytes each.
    private static func isArabic(
        _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
    ) -> Bool {
        guard word.count.isMultiple(of: 2) else { return false }
        var place = word.lowerBound
        while place < word.upperBound {
            guard bytes[place] >> 2 == 0xD8 >> 2, bytes[place + 1] >> 6 == 2 else { return false }
            place += 2
        }
        return true
    }

    /// Where the word begins without what may be clitics.
    private static func front(
        _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
    ) -> Int {
        var start = word.lowerBound
        while word.upperBound - start >= 8 {
            var length = 0
            let next = letter(bytes, start + 2)
            switch letter(bytes, start) {
            case Letter.waw, Letter.fa, Letter.ba, Letter.kaf, Letter.lam: length = 2
            case Letter.seen where Letter.beginsImperfect(next): length = 2
            case Letter.alef where next == Letter.lam && word.upperBound - start >= 10: length = 4
            default: break
            }
            guard length > 0, !isParticle(bytes, start + length..<word.upperBound) else { break }
            start += length
        }
        return start
    }

    /// Where the word ends without a pronoun or the accusative's alef.
    private static func back(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
        let end = word.upperBound
        guard word.count >= 8 else { return end }
        let last = letter(bytes, end - 2)
        let before = letter(bytes, end - 4)
        if last == Letter.alef, before == Letter.meem, word.count >= 12,
            letter(bytes, end - 6) == Letter.ha
        {
            return end - 6
        }
        if word.count >= 10, Letter.isPronoun(before, last) { return end - 4 }
        return last == Letter.ha || last == Letter.alef ? end - 2 : end
    }

    /// Words that nearly every text has: no other may come to their key, or a search for it would
    /// look at all texts («والي», «بوليس»).
    private static func isParticle(
        _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
    ) -> Bool {
        guard word.count == 6 else { return false }
        return particles.contains { particle in
            (0..<3).allSatisfy { letter(bytes, word.lowerBound + $0 * 2) == particle[$0] }
        }
    }

    private static let particles: [[UInt16]] = ["الي", "ليس", "كان"].map { word in
        word.unicodeScalars.map { UInt16(0xC0 | $0.value >> 6) << 8 | UInt16(0x80 | $0.value & 63) }
    }

    private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt16 {
        UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    }

    /// As UTF-8.
    private enum Letter {
        static let alef: UInt16 = 0xD8A7
        static let ba: UInt16 = 0xD8A8
        static let ta: UInt16 = 0xD8AA
        static let seen: UInt16 = 0xD8B3
        static let fa: UInt16 = 0xD981
        static let kaf: UInt16 = 0xD983
        static let lam: UInt16 = 0xD984
        static let meem: UInt16 = 0xD985
        static let noon: UInt16 = 0xD986
        static let ha: UInt16 = 0xD987
        static let waw: UInt16 = 0xD988
        static let ya: UInt16 = 0xD98A

        /// Of verbs before which «س» may stand.
        static func beginsImperfect(_ letter: UInt16) -> Bool {
            letter == ya || letter == ta || letter == noon
        }

        /// ها هم هن نا كم كن.
        static func isPronoun(_ first: UInt16, _ second: UInt16) -> Bool {
            switch second {
            case alef: first == ha || first == noon
            case meem, noon: first == ha || first == kaf
            default: false
            }
        }
    }

    // MARK: Of a query

    /// The keys under which a folded word stands with any clitic and pronoun; of a beginning,
    /// those of all words that go on from it.
    static func keys(of word: String, isBeginning: Bool) -> [SearchKey] {
        guard let first = word.unicodeScalars.first, (0x600..<0x700).contains(first.value) else {
            return isBeginning
                ? [SearchKey(text: word, isBeginning: true)] : [SearchKey(text: key(of: word))]
        }
        let forms = isBeginning ? endings.map { word + $0 } : SearchKeys.forms(of: word)
        let exact = forms.map { SearchKey(text: key(of: $0)) }
        let begun = isBeginning ? tails(of: word) + withClitics(particle: word) : []
        var seen = Set<SearchKey>()
        return (begun.map { SearchKey(text: $0, isBeginning: true) } + exact).filter {
            seen.insert($0).inserted
        }
    }

    static func key(of word: String) -> String {
        guard !word.isEmpty else { return word }
        var word = word
        return word.withUTF8 { bytes in
            String(decoding: bytes[key(in: bytes, bytes.indices)], as: UTF8.self)
        }
    }

    /// The forms of a word that come to all the keys it has. Of two letters only the article is
    /// taken off, and clitics in front of it.
    private static func forms(of word: String) -> [String] {
        guard word.unicodeScalars.count > 2 else { return ["", "ال", "ل"].map { $0 + word } }
        var forms = pronouns.map { word + $0 }
        if word.hasSuffix("ه") { forms += pronouns.map { word.dropLast() + "ت" + $0 } }
        return forms + withClitics(particle: word)
    }

    /// Of which nothing is taken off.
    private static func withClitics(particle word: String) -> [String] {
        guard ["الي", "ليس", "كان"].contains(word) else { return [] }
        return ["و", "ف", "ب", "ك", "ل", "ال"].map { $0 + word }
    }

    private static let pronouns = ["", "ه", "ها", "هم", "هن", "هما", "نا", "كم", "كن", "ا"]
    /// What may make a pronoun of a beginning's last letters.
    private static let endings = ["", "م", "ن", "ا", "ما"]

    /// A beginning, and what is left of it when letters that may be clitics go from its front.
    private static func tails(of word: String) -> [String] {
        var tails = [word]
        var rest = Substring(word).unicodeScalars
        while let first = rest.first, rest.count > 1 {
            let second = rest[rest.index(after: rest.startIndex)]
            switch first {
            case "و", "ف", "ب", "ك", "ل": rest = rest.dropFirst()
            case "س" where ["ي", "ت", "ن"].contains(second): rest = rest.dropFirst()
            case "ا" where second == "ل" && rest.count > 2: rest = rest.dropFirst(2)
            default: return tails
            }
            tails.append(String(rest))
        }
        return tails
    }
}

/// A word of the index, or the beginning of some.
struct SearchKey: Sendable, Hashable {
    var text: String
    var isBeginning = false
}
