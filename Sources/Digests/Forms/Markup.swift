import News

/// HTML or XML in the making: literals stand as written, every value put into one is escaped.
///
/// `let row: Markup = "<li>\(name)</li>"` is safe whatever the name is, between tags and within
/// quoted attributes. Only a `Markup` goes into another unescaped; `stringLiteral:` is for the
/// compiler alone and never called with a value.
package struct Markup: Sendable, Hashable {
    package private(set) var text: String

    static let empty: Markup = ""

    var isEmpty: Bool { text.isEmpty }

    package static func += (one: inout Markup, other: Markup) {
        one.text += other.text
    }

    static func escaped(_ value: String) -> Markup { "\(value)" }
}

extension Markup: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        text = value
    }

    package init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

        package mutating func appendInterpolation(_ parts: [Markup], separator: Markup = "\n") {
            for (index, part) in parts.enumerated() {
                if index > 0 { text += separator.text }
                text += part.text
            }
        }

        package mutating func appendInterpolation(_ number: Int) { text += String(number) }

        mutating func appendInterpolation(_ link: WebLink) {
            appendInterpolation(link.description)
        }

        package mutating func appendInterpolation(_ value: String) {
            XMLText.append(value, to: &text)
        }
    }
}

extension Sequence {
    /// The markup of each element, in order.
    func markup(_ transform: (Element) -> Markup) -> [Markup] { map(transform) }
}
