/// A JSON text (RFC 8259) as it grows, with its keys in the order in which they are written.
///
/// Written by hand for that order, which makes the file readable (Foundation's encoder sorts keys
/// or leaves their order to chance), and at once, for a month's digest would be a large tree.
/// Indented by two spaces a level; members whose value is nil are left out.
struct JSONText {
    /// What was written and not handed on.
    private(set) var text = ""
    private let take: PieceTaker?
    private var depth = 0
    /// Nothing stands between the brackets yet.
    private var isEmpty = true

    init(to take: PieceTaker? = nil) {
        self.take = take
    }

    mutating func object(_ members: (inout JSONText) -> Void) {
        bracketed("{", "}", members)
    }

    mutating func object(_ key: String, _ members: (inout JSONText) -> Void) {
        begin(key)
        object(members)
    }

    /// An array of objects.
    mutating func objects<Element>(
        _ key: String, _ elements: [Element], _ members: (Element, inout JSONText) -> Void
    ) {
        begin(key)
        bracketed("[", "]") { json in
            for element in elements {
                json.begin()
                json.object { members(element, &$0) }
                json.text.handOn(to: json.take)
            }
        }
    }

    mutating func strings(_ key: String, _ values: [String]) {
        begin(key)
        bracketed("[", "]") { json in
            for value in values {
                json.begin()
                json.quote(value)
            }
        }
    }

    mutating func member(_ key: String, _ value: String?) {
        guard let value else { return }
        begin(key)
        quote(value)
    }

    mutating func member(_ key: String, _ value: (some BinaryInteger)?) {
        guard let value else { return }
        begin(key)
        text += String(value)
    }

    /// What JSON has no number for is left out.
    mutating func member(_ key: String, _ value: Double?) {
        guard let value, value.isFinite else { return }
        begin(key)
        text += String(value)
    }

    mutating func member(_ key: String, _ value: Bool) {
        begin(key)
        text += value ? "true" : "false"
    }

    private mutating func begin(_ key: String) {
        begin()
        quote(key)
        text += ": "
    }

    private mutating func begin() {
        text += isEmpty ? "" : ","
        isEmpty = false
        breakLine()
    }

    private mutating func bracketed(
        _ open: String, _ close: String, _ inside: (inout JSONText) -> Void
    ) {
        text += open
        depth += 1
        isEmpty = true
        inside(&self)
        depth -= 1
        if !isEmpty { breakLine() }
        text += close
        isEmpty = false
    }

    private mutating func breakLine() {
        text += "\n"
        for _ in 0..<depth { text += "  " }
    }

    private mutating func quote(_ value: String) {
        text += "\""
        if JSONText.needsEscape(value) {
            for scalar in value.unicodeScalars { append(scalar) }
        } else {
            text += value
        }
        text += "\""
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case _ where scalar.value < 0x20:
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
    }

    private static func needsEscape(_ value: String) -> Bool {
        let bytes = value.utf8.span
        for index in bytes.indices {
            switch bytes[index] {
            case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return true
            default: continue
            }
        }
        return false
    }
}
