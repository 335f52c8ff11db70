#if DEBUG
    import Synchronization
#endif

/// The letters of a folded text, as ``FoldedText`` has them.
struct FoldedLetters: Sendable {
    let letters: [UInt8]
    let exact: [UInt8]
}

/// A text folded once: two letters for each letter (one to look up by, one to check), where
/// each stands in the original, and the words that they make.
///
/// The scheme: marks, tatweel and invisible characters vanish; alef, ya, ha, kaf and hamza
/// seats are each one letter; Latin letters lose case and accent; digits are ASCII. A word is
/// a run of one script; a lone «و» followed by one space is the first letter of the next word.
///
/// A class, for everything that reads a text holds it.
package final class FoldedText: Sendable {
    /// Folded letters of all words, one after the other.
    let letters: [UInt8]
    /// What the folding merged: hamza, ta marbuta, case, accents.
    let exact: [UInt8]
    /// The scalar offset of each letter.
    let scalars: [Int32]
    #if DEBUG
        private let words: [Token]
        /// How often words, and what is known of them, were looked at: what the tests of linear
        /// time count.
        let looks = Atomic(0)
        func look() { looks.add(1, ordering: .relaxed) }
        var tokens: [Token] {
            look()
            return words
        }
    #else
        let tokens: [Token]
    #endif
    /// Scalars in the original.
    let scalarCount: Int
    /// Whether there is a quotation mark anywhere.
    let hasQuoteMarks: Bool
    /// Where the lines of the original begin, in scalars.
    let lineStarts: [Int32]

    package convenience init(_ text: String) { self.init(text, abbreviations: nil) }

    /// - Parameter abbreviations: those whose full stop ends no sentence.
    init(_ text: String, abbreviations: Abbreviations?) {
        var folding = Folding(text)
        abbreviations?.mend(&folding)
        letters = folding.letters
        exact = folding.exact
        scalars = folding.scalars
        #if DEBUG
            words = folding.tokens
        #else
            tokens = folding.tokens
        #endif
        scalarCount = folding.scalarCount
        lineStarts = folding.lineStarts
        hasQuoteMarks = folding.hasQuoteMarks
    }

    /// Both kinds of letters, to be passed on together: a reader that asked for them word by word
    /// would count references for each.
    var bothLetters: FoldedLetters { FoldedLetters(letters: letters, exact: exact) }

    /// The folded words parted by spaces, for full-text search: Arabic letters as themselves,
    /// without hamza, ta marbuta and marks.
    package var searchable: String { searchable(tokens[...]) }

    /// The same of the words before a scalar, and of those from there on.
    func searchable(before scalar: Int) -> (before: String, behind: String) {
        let tokens = tokens
        let first = tokens.firstIndex { $0.scalarStart >= scalar } ?? tokens.endIndex
        return (searchable(tokens[..<first]), searchable(tokens[first...]))
    }

    private func searchable(_ words: ArraySlice<Token>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(last.end - first.start) * 2 + words.count)
        for token in words where token.script != .other && token.script != .tifinagh {
            if !bytes.isEmpty { bytes.append(0x20) }
            for index in token.letters { append(letters[index], to: &bytes) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One word's folded letters, as in ``searchable``.
    func searchable(_ word: Int) -> String {
        var bytes: [UInt8] = []
        for index in tokens[word].letters { append(letters[index], to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(_ letter: UInt8, to bytes: inout [UInt8]) {
        guard letter >= 0x80 else { return bytes.append(letter) }
        let value = 0x600 + UInt32(letter & 0x7F)
        bytes.append(UInt8(0xC0 | value >> 6))
        bytes.append(UInt8(0x80 | value & 0x3F))
    }
}
