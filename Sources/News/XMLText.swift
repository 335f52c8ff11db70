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
        guard mayNeedEscape(value) else {
            text += value
            return
        }
        let bytes = value.utf8.span
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count * 3 / 2)
        var index = 0
        while index < bytes.count {
            if isNoncharacter(at: index, of: bytes) {
                index += 3
                continue
            }
            append(bytes[index], to: &escaped, inAttribute)
            index += 1
        }
        text += String(decoding: escaped, as: UTF8.self)
    }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8], _ inAttribute: Bool) {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "\""): bytes += "&quot;".utf8
        case UInt8(ascii: "'"): bytes += "&#39;".utf8
        case UInt8(ascii: "\r"): bytes += "&#13;".utf8
        case UInt8(ascii: "\t") where inAttribute: bytes += "&#9;".utf8
        case UInt8(ascii: "\n") where inAttribute: bytes += "&#10;".utf8
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), 0x20...: bytes.append(byte)
        default: break
        }
    }

    /// U+FFFE and U+FFFF.
    private static func isNoncharacter(at index: Int, of bytes: Span<UInt8>) -> Bool {
        bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    }

    /// False for nearly all text, which is then taken whole.
    private static func mayNeedEscape(_ value: String) -> Bool {
        let bytes = value.utf8.span
        for index in bytes.indices {
            switch bytes[index] {
            case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xEF: return true
            default: continue
            }
        }
        return false
    }
}
