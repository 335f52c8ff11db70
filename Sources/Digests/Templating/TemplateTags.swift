/// A template taken apart into text and tags, each with its place.
struct TemplateTags {
    enum Part: Equatable {
        case text(String)
        case tag(Tag)
    }

    struct Tag: Equatable {
        /// `#`, `^`, `/`, `>`, `&`, `!` and others as written; `{` for `{{{…}}}`; nil for a
        /// value.
        var sigil: Character?
        var name: String
        var place: Place
    }

    /// Counted from 1; columns in Unicode scalars.
    struct Place: Equatable {
        var line = 1
        var column = 1

        mutating func pass(_ text: some StringProtocol) {
            for scalar in text.unicodeScalars {
                column += 1
                if scalar == "\n" { (line, column) = (line + 1, 1) }
            }
        }
    }

    private(set) var parts: [Part] = []
    /// Where a tag begins that does not end.
    private(set) var open: Place?

    init(_ template: String) {
        var rest = template[...]
        var place = Place()
        while let start = rest.firstRange(of: "{{") {
            let before = rest[..<start.lowerBound]
            if !before.isEmpty { parts.append(.text(String(before))) }
            place.pass(before)
            let isTriple = rest[start.upperBound...].hasPrefix("{")
            guard let end = rest[start.upperBound...].firstRange(of: isTriple ? "}}}" : "}}")
            else {
                open = place
                return
            }
            parts.append(
                .tag(TemplateTags.tag(rest[start.upperBound..<end.lowerBound], at: place)))
            place.pass(rest[start.lowerBound..<end.upperBound])
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }

    private static func tag(_ inside: Substring, at place: Place) -> Tag {
        let sigil = inside.first.flatMap { "#^/>&!{=%$<".contains($0) ? $0 : nil }
        let name = sigil == nil ? inside : inside.dropFirst()
        let words = name.split(whereSeparator: \.isWhitespace)
        return Tag(sigil: sigil, name: words.joined(separator: " "), place: place)
    }
}
