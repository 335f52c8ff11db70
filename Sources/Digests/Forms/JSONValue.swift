/// A JSON text in the making (RFC 8259), with its keys in the order given.
///
/// Written by hand for that order, which makes the file readable: Foundation's encoder sorts
/// keys or leaves their order to chance.
indirect enum JSONValue {
    case string(String)
    case integer(Int64)
    case decimal(Double)
    case bool(Bool)
    case array([JSONValue])
    /// Members whose value is nil are left out.
    case object([(key: String, value: JSONValue?)])

    /// The text, indented by two spaces a level, without a line break at its end.
    var text: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .string(let value): JSONValue.quote(value, to: &text)
        case .integer(let value): text += String(value)
        case .decimal(let value): text += value.isFinite ? String(value) : "null"
        case .bool(let value): text += value ? "true" : "false"
        case .array(let values):
            write(values.map { (nil, $0) }, between: ("[", "]"), to: &text, indent: indent)
        case .object(let members):
            let known = members.compactMap { member in
                member.value.map { (key: Optional(member.key), value: $0) }
            }
            write(known, between: ("{", "}"), to: &text, indent: indent)
        }
    }

    private func write(
        _ members: [(key: String?, value: JSONValue)], between brackets: (String, String),
        to text: inout String, indent: String
    ) {
        text += brackets.0
        for (index, member) in members.enumerated() {
            text += index > 0 ? "," : ""
            text += indent + "  "
            if let key = member.key {
                JSONValue.quote(key, to: &text)
                text += ": "
            }
            member.value.write(to: &text, indent: indent + "  ")
        }
        text += members.isEmpty ? brackets.1 : indent + brackets.1
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        let bytes = value.utf8
        var plain = bytes.startIndex
        while let special = bytes[plain...].firstIndex(where: isEscaped) {
            text += value[plain..<special]
            text += escape(bytes[special])
            plain = bytes.index(after: special)
        }
        text += value[plain...]
        text += "\""
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): return "\\\""
        case UInt8(ascii: "\\"): return "\\\\"
        default:
            let digits = String(byte, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
