/// Text from a feed, fit to be shown: one line, nothing in it that acts.
///
/// Line breaks and tabs become single spaces. Control characters, bidirectional embeddings,
/// overrides and isolates (UAX #9), byte-order marks, annotation and tag characters,
/// noncharacters and private-use characters are dropped. The left-to-right and right-to-left
/// marks stay, for they cannot reach beyond the isolate that every form sets around a text.
enum CleanText {
    static let headlineLimit = 300
    static let wordLimit = 120

    /// The text cleaned, and cut to so many scalars with an ellipsis, at a word where it can.
    static func line(_ text: String, limit: Int = headlineLimit) -> String {
        if isClean(text, limit: limit) { return text }
        var result = String.UnicodeScalarView()
        var length = 0
        var lastSpace: (index: String.UnicodeScalarView.Index, length: Int)?
        for scalar in text.unicodeScalars {
            guard let kept = shown(scalar) else { continue }
            if kept == " " {
                guard let last = result.last, last != " " else { continue }
                lastSpace = (result.endIndex, length)
            }
            guard length < limit else {
                return cut(result, at: lastSpace, length: length)
            }
            result.append(kept)
            length += 1
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// True where cleaning would change nothing, as it is with nearly all text.
    private static func isClean(_ text: String, limit: Int) -> Bool {
        var length = 0
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            length += 1
            guard length <= limit, shown(scalar) == scalar, scalar != " " || last != " " else {
                return false
            }
            last = scalar
        }
        return last != " "
    }

    /// The scalar as it may be shown: itself, a space for what parts lines, nil for what goes.
    static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
            0x205F, 0x3000:
            " "
        case 0x00...0x1F, 0x7F...0x9F: nil
        case 0x202A...0x202E, 0x2060...0x206F: nil
        case 0xFEFF, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF: nil
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: nil
        case let value where value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value): nil
        default: scalar
        }
    }

    /// A word's end is taken where it lies in the last third; one long word is cut as it is.
    private static func cut(
        _ text: String.UnicodeScalarView,
        at space: (index: String.UnicodeScalarView.Index, length: Int)?, length: Int
    ) -> String {
        guard let space, space.length * 3 > length * 2 else { return String(text) + "…" }
        return String(text[..<space.index]) + "…"
    }
}
