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
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\r": text += "&#13;"
            case "\t", "\n":
                if inAttribute {
                    text += "&#\(scalar.value);"
                } else {
                    text.unicodeScalars.append(scalar)
                }
            case _ where scalar.value < 0x20 || scalar.value & ~1 == 0xFFFE: break
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// False for nearly all text, which is then taken whole. U+FFFE and U+FFFF begin with EF.
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
