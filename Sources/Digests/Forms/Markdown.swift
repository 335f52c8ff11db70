/// CommonMark in the making: literals stand as written, every value put into one is escaped.
///
/// Beside what CommonMark gives a meaning (§2.4), what GitHub's dialect does is escaped: `~`,
/// `|`, and what it would turn into links by itself (`www.`, `://`, `@`). Values hold no line
/// break, so a value can begin a block only at its start, where such characters are escaped.
struct Markdown: Sendable, Hashable {
    private(set) var text: String

    static let empty: Markdown = ""

    static func escaped(_ value: String) -> Markdown { "\(value)" }
}

extension Markdown: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) {
        text = value
    }

    init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ markdown: Markdown) { text += markdown.text }

        mutating func appendInterpolation(_ parts: [Markdown], separator: Markdown = "\n") {
            for (index, part) in parts.enumerated() {
                if index > 0 { text += separator.text }
                text += part.text
            }
        }

        /// A link's address, to stand between `<` and `>`.
        mutating func appendInterpolation(_ link: WebLink) { text += link.description }

        mutating func appendInterpolation(_ value: String) {
            Markdown.append(value, to: &text)
        }
    }
}

extension Markdown {
    /// Appends a value, escaped.
    static func append(_ value: String, to text: inout String) {
        let bytes = value.utf8.span
        var escaped: [UInt8] = []
        var plain = 0
        for index in bytes.indices where isEscaped(at: index, of: bytes) {
            for place in plain..<index { escaped.append(bytes[place]) }
            escaped.append(UInt8(ascii: "\\"))
            plain = index
        }
        guard !escaped.isEmpty else {
            text += value
            return
        }
        for place in plain..<bytes.count { escaped.append(bytes[place]) }
        text += String(decoding: escaped, as: UTF8.self)
    }

    private static func isEscaped(at index: Int, of bytes: Span<UInt8>) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "@"),
            UInt8(ascii: "$"):
            true
        case UInt8(ascii: "#"): index == 0 || index == bytes.count - 1
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="): index == 0
        case UInt8(ascii: ":"):
            index + 2 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
                && bytes[index + 2] == UInt8(ascii: "/")
        case UInt8(ascii: "."):
            isListMark(at: index, of: bytes) || isWWW(before: index, of: bytes)
        case UInt8(ascii: ")"): isListMark(at: index, of: bytes)
        case UInt8(ascii: "!"): index == bytes.count - 1
        default: false
        }
    }

    /// True for the mark of `1. ` and `1) ` at the start.
    private static func isListMark(at index: Int, of bytes: Span<UInt8>) -> Bool {
        index > 0 && (index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: " "))
            && (0..<index).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= bytes[$0] }
    }

    private static func isWWW(before index: Int, of bytes: Span<UInt8>) -> Bool {
        index >= 3 && (index - 3..<index).allSatisfy { bytes[$0] | 0x20 == UInt8(ascii: "w") }
    }
}
