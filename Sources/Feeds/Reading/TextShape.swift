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

    /// The text read, in one of the two forms that follow; nil for base64 of something else.
    func text(_ source: String, hasMarkup: Bool, base: String?) -> RawText? {
        if hasMarkup { return RawText(source: source, form: .html, base: base) }
        switch self {
        case .plain: return RawText(source: source, form: .plain, base: base)
        case .html, .markup: return RawText(source: source, form: .html, base: base)
        case .unsaid:
            return RawText(
                source: source, form: Self.looksLikeHTML(source) ? .html : .plain, base: base)
        case .base64:
            guard let data = Data(base64Encoded: source, options: .ignoreUnknownCharacters),
                let text = String(data: data, encoding: .utf8)
            else { return RawText(source: source, form: .html, base: base) }
            return RawText(source: text, form: .html, base: base)
        }
    }

    /// A tag's end, a tag without one, or a reference.
    static func looksLikeHTML(_ text: String) -> Bool {
        text.contains("</") || text.contains("/>") || text.contains("<br")
            || text.contains("<p>") || text.contains("<img") || text.contains("&")
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        guard first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80 else { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
