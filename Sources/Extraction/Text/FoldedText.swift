/// A text folded once: two letters for each letter (one to look up by, one to check), where
/// each stands in the original, and the words that they make.
///
/// The scheme: marks, tatweel and invisible characters vanish; alef, ya, ha, kaf and hamza
/// seats are each one letter; Latin letters lose case and accent; digits are ASCII. A word is
/// a run of one script; a lone «و» followed by one space is the first letter of the next word.
package struct FoldedText: Sendable {
    /// Folded letters of all words, one after the other.
    private(set) var letters: [UInt8] = []
    /// What the folding merged: hamza, ta marbuta, case, accents.
    private(set) var exact: [UInt8] = []
    /// The scalar offset of each letter.
    private(set) var scalars: [Int32] = []
    private(set) var tokens: [Token] = []
    /// Scalars in the original.
    private(set) var scalarCount = 0
    /// Where the lines of the original begin, in scalars.
    private(set) var lineStarts: [Int32] = [0]

    package init(_ text: String) {
        var folding = Folding()
        folding.fold(text)
        letters = folding.letters
        exact = folding.exact
        scalars = folding.scalars
        tokens = folding.tokens
        scalarCount = Int(folding.scalar)
        lineStarts = folding.lineStarts
    }

    /// The folded words parted by spaces, for full-text search: Arabic letters as themselves,
    /// without hamza, ta marbuta and marks.
    package var searchable: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 2 + tokens.count)
        for token in tokens where token.script != .other && token.script != .tifinagh {
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

    /// Turns a full stop behind an abbreviation into a space.
    mutating func joinOver(_ index: Int) { tokens[index].gap = .space }
}
