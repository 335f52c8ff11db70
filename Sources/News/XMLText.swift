/// Text as XML and HTML may hold it, between tags and within quoted attributes.
///
/// The five signs become entities; what XML 1.0 §2.2 forbids is left out; a carriage return
/// becomes a reference, for a parser would turn it into a line feed.
package enum XMLText {
    package static func escaped(_ value: String, inAttribute: Bool = false) -> String {
        var text = ""
        append(value, to: &text, inAttribute: inAttribute)
        return text
    }

    /// - Parameter inAttribute: tabs and line feeds become references too, for a parser of XML
    ///   turns those of attributes into spaces (§3.3.3).
    package static func append(
        _ value: String, to text: inout String, inAttribute: Bool = false
    ) {
        let bytes = value.utf8.span
        var plain = 0
        var place = 0
        while place < bytes.count {
            guard let (reference, length) = replacement(at: place, of: bytes, inAttribute) else {
                place += 1
                continue
            }
            append(plain..<place, of: value, to: &text)
            text += reference
            place += length
            plain = place
        }
        append(plain..<place, of: value, to: &text)
    }

    /// Of nearly all text this is the whole.
    private static func append(_ range: Range<Int>, of value: String, to text: inout String) {
        guard range.count < value.utf8.count else {
            text += value
            return
        }
        let start = value.utf8.index(value.utf8.startIndex, offsetBy: range.lowerBound)
        let end = value.utf8.index(start, offsetBy: range.count)
        text += value[start..<end]
    }

    /// What stands for the bytes at a place, and how many they are; nil for one that stays.
    private static func replacement(
        at place: Int, of bytes: Span<UInt8>, _ inAttribute: Bool
    ) -> (String, Int)? {
        switch bytes[place] {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        case UInt8(ascii: "'"): ("&#39;", 1)
        case UInt8(ascii: "\r"): ("&#13;", 1)
        case UInt8(ascii: "\t"): inAttribute ? ("&#9;", 1) : nil
        case UInt8(ascii: "\n"): inAttribute ? ("&#10;", 1) : nil
        case 0..<0x20: ("", 1)
        case 0xEF where isNoncharacter(at: place, of: bytes): ("", 3)
        default: nil
        }
    }

    /// U+FFFE and U+FFFF.
    private static func isNoncharacter(at index: Int, of bytes: Span<UInt8>) -> Bool {
        bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    }
}
