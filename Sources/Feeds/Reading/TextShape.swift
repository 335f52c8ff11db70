import Foundation

/// How an element's text is written, as its `type` and `mode` say (RFC 4287 §3.1 and §4.1.3,
/// Atom 0.3 §3.1).
enum TextShape: Sendable {
    case plain
    /// HTML source, escaped or in CDATA.
    case html
    /// Elements of the document itself.
    case markup
    case base64
    /// Atom 0.3 leaves it open, and its feeds do as they please.
    case unsaid

    static func of(
        _ element: Element, _ attributes: SAXAttributes, format: String
    ) -> TextShape {
        guard attributes.count > 0 || element.vocabulary == .atom || format.hasPrefix("atom")
        else { return .html }
        let type = attributes["type"]?.trimmed.lowercased()
        switch attributes["mode"]?.lowercased() {
        case "base64": return .base64
        case "xml" where type == nil || type == "text/html" || type == "html": return .markup
        default: break
        }
        let isAtom = format.hasPrefix("atom")
        guard let type else { return !isAtom ? .html : format == "atom-1.0" ? .plain : .unsaid }
        switch type {
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return .markup
        case "", "text", "plain", "text/plain": return isAtom ? .plain : .html
        default: break
        }
        if type.hasSuffix("+xml") || type.hasSuffix("/xml") { return .markup }
        guard type.contains("/"), !type.hasPrefix("text/") else { return .plain }
        return isAtom ? .base64 : .html
    }

    /// The text read, in one of the two forms that follow; `source` is UTF-8.
    func text(_ source: [UInt8], hasMarkup: Bool, base: String?) -> RawText {
        switch self {
        case _ where hasMarkup: RawText(source: source, form: .html, base: base)
        case .plain: RawText(source: source, form: .plain, base: base)
        case .html, .markup: RawText(source: source, form: .html, base: base)
        case .unsaid:
            RawText(source: source, form: Self.looksLikeHTML(source) ? .html : .plain, base: base)
        case .base64:
            RawText(source: Self.decoded(source) ?? source, form: .html, base: base)
        }
    }

    /// Nil where it is no base64, or base64 of something else than a text.
    private static func decoded(_ source: [UInt8]) -> [UInt8]? {
        Data(base64Encoded: Data(source), options: .ignoreUnknownCharacters)
            .flatMap { String(data: $0, encoding: .utf8) }.map { Array($0.utf8) }
    }

    private static let marksOfHTML: [StaticString] = ["</", "/>", "<br", "<p>", "<img", "&"]

    /// A tag's end, a tag without one, or a reference.
    static func looksLikeHTML(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            marksOfHTML.contains { text.find($0, from: 0) != nil }
        }
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last,
            first.isSpace || last.isSpace
        else { return self }
        var rest = unicodeScalars[...]
        while rest.first?.isSpace == true { rest.removeFirst() }
        while rest.last?.isSpace == true { rest.removeLast() }
        return String(rest)
    }
}

extension Unicode.Scalar {
    /// White space of Unicode, and the controls below it.
    fileprivate var isSpace: Bool {
        switch value {
        case ...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }
}
