/// Where in HTML a reader of a template stands, and which values may stand there.
///
/// Follows the states of the HTML standard's tokenizer (§13.2.5) as far as they matter to what
/// a value could become. Escaping makes a value harmless in text and in quoted attributes; where
/// it would not, the value is refused.
struct HTMLContext: Equatable {
    private enum State: Equatable {
        case text, tag, comment
        case tagName(String)
        case attribute(String)
        /// After the name of an attribute, before `=` or its value.
        case beforeValue(String)
        case value(of: String, quote: Unicode.Scalar, start: String)
        /// Within an element that holds no markup, such as `style`.
        case raw(String)
    }

    private var state = State.text
    private var element = ""
    /// The last scalars, for the ends of comments and of raw elements.
    private var tail = ""
    private var style = StyleWatch()

    /// True where whole elements may follow.
    var isText: Bool { state == .text }
    var isStyle: Bool { state == .raw("style") }

    static func == (one: HTMLContext, other: HTMLContext) -> Bool {
        switch (one.state, other.state) {
        case (.value(let name, let quote, _), .value(let otherName, let otherQuote, _)):
            name == otherName && quote == otherQuote
        default: one.state == other.state
        }
    }

    /// Goes on over a stretch of the template; complains of what is not allowed in any.
    mutating func read(_ text: String) -> String? {
        for scalar in text.unicodeScalars {
            if let complaint = read(scalar) { return complaint }
        }
        return nil
    }

    /// Stops before a tag of the template: the name of an element ends there.
    mutating func pause() {
        guard case .tagName(let name) = state, !name.isEmpty else { return }
        element = name
        state = .tag
    }

    /// Why a value may not stand here; nil where it may.
    mutating func refusal(ofLink isLink: Bool) -> String? {
        switch state {
        case .text, .raw("title"), .raw("textarea"): return nil
        case .comment: return "no value may stand in a comment"
        case .raw(let name): return "no value may stand in ‘\(name)’"
        case .tagName, .tag, .attribute:
            return "no value may stand among the attributes; write it into one, in quotes"
        case .beforeValue:
            state = .tag
            return "an attribute with a value in it wants quotes"
        case .value(let name, let quote, let start):
            defer {
                state = .value(of: name, quote: quote, start: start.isEmpty ? "https://" : start)
            }
            return refusal(in: name, after: start, isLink: isLink)
        }
    }

    private func refusal(in name: String, after start: String, isLink: Bool) -> String? {
        if name.hasPrefix("on") || HTMLContext.closed.contains(name) {
            return "no value may stand in the attribute ‘\(name)’"
        }
        if sources(of: name) != nil {
            return "a digest loads nothing: no value may stand in ‘\(name)’"
        }
        guard HTMLContext.addresses.contains(name), !isLink || !start.isEmpty else { return nil }
        let isSafe = ["#", "https://", "http://", "./"].contains { start.hasPrefix($0) }
        return isSafe ? nil : "‘\(name)’ wants an address: only a link may stand at its start"
    }

    /// Attributes whose text is run, styled or read as markup.
    private static let closed: Set = ["style", "srcdoc", "content", "srcset", "ping", "target"]
    private static let addresses: Set = [
        "href", "action", "formaction", "cite", "longdesc", "usemap", "xlink:href",
    ]
    /// Attributes whose addresses are fetched as the page is shown, or as a link is followed.
    private static let fetched: Set = [
        "src", "srcset", "imagesrcset", "poster", "data", "background", "manifest", "ping",
    ]
    /// Lists of addresses.
    private static let lists: Set = ["srcset", "imagesrcset", "ping"]
    /// Attributes that are read as CSS reads a value; most are SVG's.
    private static let styled: Set = [
        "style", "fill", "stroke", "filter", "mask", "clip-path", "marker", "marker-start",
        "marker-mid", "marker-end", "cursor",
    ]
    private static let rawElements: Set = ["style", "title", "textarea"]
    private static let refused: Set = [
        "script", "iframe", "frame", "object", "embed", "applet", "base", "link", "plaintext",
    ]

    /// What the address in an attribute may begin with where it is fetched: what is on the page
    /// itself. Nil for all other attributes.
    private func sources(of name: String) -> [String]? {
        if HTMLContext.lists.contains(name) { return [] }
        let isFetched =
            HTMLContext.fetched.contains(name)
            || ["href", "xlink:href"].contains(name) && !["a", "area"].contains(element)
        return isFetched ? ["data:", "#"] : nil
    }

    /// Complains of an attribute's value that would have a page load something.
    private func complaint(of name: String, from start: String, isWhole: Bool) -> String? {
        if name == "http-equiv", start.hasPrefix("refresh") {
            return "a digest leads nowhere by itself: ‘refresh’ has no place"
        }
        guard !start.isEmpty, let sources = sources(of: name) else { return nil }
        let isOwn = sources.contains {
            start.hasPrefix($0) || !isWhole && $0.hasPrefix(start)
        }
        return isOwn ? nil : "a digest loads nothing: ‘\(name)’ leads out of the page"
    }

    private mutating func complaintOfStyle(_ scalar: Unicode.Scalar) -> String? {
        style.read(scalar).map { "a digest loads nothing: ‘\($0)’ has no place" }
    }

    private mutating func read(_ scalar: Unicode.Scalar) -> String? {
        switch state {
        case .text:
            if scalar == "<" { state = .tagName("") }
        case .tagName(let name): return readTagName(name, scalar)
        case .tag:
            if scalar == ">" { return endTag() }
            if !isSpace(scalar), scalar != "/" { state = .attribute(lower(scalar)) }
        case .attribute(let name):
            switch scalar {
            case "=": state = .beforeValue(name)
            case ">": return endTag()
            case _ where isSpace(scalar) || scalar == "/": state = .tag
            default: state = .attribute(name + lower(scalar))
            }
        case .beforeValue(let name): return readValueStart(of: name, scalar)
        case .value(let name, let quote, let start):
            return readValue(of: name, quote, start, scalar)
        case .comment: readTail(scalar, until: "-->")
        case .raw(let name):
            readTail(scalar, until: "</\(name)>")
            return name == "style" ? complaintOfStyle(scalar) : nil
        }
        return nil
    }

    private mutating func readTagName(_ name: String, _ scalar: Unicode.Scalar) -> String? {
        if name == "!-", scalar == "-" {
            state = .comment
            tail = ""
        } else if name.isEmpty, !scalar.properties.isAlphabetic,
            !"/!".unicodeScalars.contains(scalar)
        {
            state = .text
            return "‘<’ that begins no tag; write &lt;"
        } else if isSpace(scalar) || scalar == ">" || scalar == "/" && !name.isEmpty {
            element = name
            state = .tag
            if HTMLContext.refused.contains(name) { return "‘\(name)’ has no place in a digest" }
            if scalar == ">" { return endTag() }
        } else {
            state = .tagName(name + lower(scalar))
        }
        return nil
    }

    private mutating func readValueStart(of name: String, _ scalar: Unicode.Scalar) -> String? {
        if isSpace(scalar) { return nil }
        guard scalar == "\"" || scalar == "'" else {
            return "the value of ‘\(name)’ wants quotes"
        }
        state = .value(of: name, quote: scalar, start: "")
        style = StyleWatch()
        return name.hasPrefix("on") ? "nothing runs in a digest: ‘\(name)’ has no place" : nil
    }

    private mutating func readValue(
        of name: String, _ quote: Unicode.Scalar, _ start: String, _ scalar: Unicode.Scalar
    ) -> String? {
        if scalar == quote {
            state = .tag
            return complaint(of: name, from: start, isWhole: true)
        }
        if HTMLContext.styled.contains(name) {
            // A browser would read `&#117;rl(` as `url(`.
            if scalar == "&" { return "a style holds no character references" }
            if let complaint = complaintOfStyle(scalar) { return complaint }
        }
        guard start.unicodeScalars.count < 8 else { return nil }
        let start = start + lower(scalar)
        state = .value(of: name, quote: quote, start: start)
        return complaint(of: name, from: start, isWhole: false)
    }

    private mutating func endTag() -> String? {
        state = HTMLContext.rawElements.contains(element) ? .raw(element) : .text
        tail = ""
        style = StyleWatch()
        return nil
    }

    private mutating func readTail(_ scalar: Unicode.Scalar, until end: String) {
        // As many as the longest that is looked for.
        tail = String((tail + lower(scalar)).suffix(12))
        if tail.hasSuffix(end) { state = .text }
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private func lower(_ scalar: Unicode.Scalar) -> String { scalar.properties.lowercaseMapping }
}
