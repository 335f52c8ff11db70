import Foundation

/// A text folded: its letters, where they stand in the original, and the words that they make.
struct Folding {
    let letters: [UInt8]
    let exact: [UInt8]
    let scalars: [Int32]
    private(set) var tokens: [Token]
    let lineStarts: [Int32]
    let hasQuoteMarks: Bool
    /// How many scalars were read.
    let scalarCount: Int

    init(_ text: String) {
        let bytes = text.utf8.span
        let room = Folding.room(for: bytes)
        var exact: [UInt8] = []
        var scalars: [Int32] = []
        var pass = FoldingPass()
        letters = unsafe [UInt8](unsafeUninitializedCapacity: room) { letters, letterCount in
            exact = unsafe [UInt8](unsafeUninitializedCapacity: room) { exact, exactCount in
                scalars = unsafe [Int32](unsafeUninitializedCapacity: room) { places, placeCount in
                    unsafe pass.read(bytes, into: letters, exact, places)
                    letterCount = pass.count
                    exactCount = pass.count
                    placeCount = pass.count
                }
            }
        }
        self.exact = exact
        self.scalars = scalars
        tokens = pass.tokens
        lineStarts = pass.lineStarts
        hasQuoteMarks = pass.hasQuoteMarks
        scalarCount = pass.scalar
    }

    /// How many letters a text can have: one for a byte, and eighteen for ﷺ and its like, which
    /// are all that begin with EF.
    private static func room(for bytes: Swift.Span<UInt8>) -> Int {
        let isThere = unsafe bytes.withUnsafeBytes { bytes in
            // Reads no further than the text; the C library looks at many bytes at once.
            unsafe bytes.baseAddress.flatMap { unsafe memchr($0, 0xEF, bytes.count) } != nil
        }
        guard isThere else { return bytes.count }
        var ligatures = 0
        for index in bytes.indices where bytes[index] == 0xEF { ligatures += 1 }
        return bytes.count + 18 * ligatures
    }

    /// Turns the full stop in front of a word into a space.
    mutating func joinOver(_ word: Int) { tokens[word].gap = .space }
}
