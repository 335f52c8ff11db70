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
            let scalars = Array(value.unicodeScalars)
            for (index, scalar) in scalars.enumerated() {
                if isEscaped(scalar, at: index, of: scalars) { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
        }

        private func isEscaped(
            _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
        ) -> Bool {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "@", "$": true
            case "#": index == 0 || index == scalars.count - 1
            case "+", "-", "=": index == 0
            case ":": scalars[(index + 1)...].starts(with: ["/", "/"])
            case ".", ")":
                isListMarker(at: index, of: scalars)
                    || scalar == "." && index >= 3 && isWWW(scalars[(index - 3)..<index])
            case "!": index == scalars.count - 1
            default: false
            }
        }

        /// True for the mark of `1. ` and `1) ` at the start.
        private func isListMarker(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
            index > 0 && (index + 1 == scalars.count || scalars[index + 1] == " ")
                && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
        }

        private func isWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
            scalars.allSatisfy { $0 == "w" || $0 == "W" }
        }
    }
}
