/// Addresses of links: made absolute (RFC 3986 §5.2), and only of schemes that do no harm.
///
/// They are treated as bytes, so that Arabic paths written without escapes stay as published.
enum Address {
    private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// `reference` made absolute by `base`; nil where its scheme is not `http`, `https`,
    /// `mailto` or `tel`, and where it is empty. Without a base a relative one stays as it is.
    static func safe(_ reference: String, base: String?) -> String? {
        let resolved = resolve(reference, base: base)
        guard !resolved.isEmpty else { return nil }
        guard let scheme = scheme(of: resolved) else { return resolved }
        return schemes.contains(scheme) ? resolved : nil
    }

    /// `reference` made absolute by `base`, whatever its scheme; as it is without a base.
    static func resolve(_ reference: String, base: String?) -> String {
        let reference = cleaned(reference)
        guard let base, scheme(of: reference) == nil else { return reference }
        let root = Parts(cleaned(base))
        guard root.scheme != nil, root.authority != nil else { return reference }
        return Parts(reference).resolved(by: root).text
    }

    /// As a browser cleans it (WHATWG URL §4.4): no white space around it, no newline or tab
    /// within it, and no control character.
    static func cleaned(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return text }
        let kept = text.utf8.filter { $0 >= 0x20 && $0 != 0x7F }
        let trimmed = kept.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
        return String(decoding: Array(trimmed), as: UTF8.self)
    }

    /// In lower case; nil for a relative reference.
    ///
    /// `localhost:80` has none either: a scheme is followed by letters, or is a known one.
    static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = text[..<colon]
        guard let first = scheme.utf8.first, isLetter(first),
            scheme.utf8.allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) })
        else { return nil }
        return scheme.lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The five components (RFC 3986 §3), delimiters left out.
    private struct Parts {
        var scheme: Substring?
        var authority: Substring?
        var path: Substring
        var query: Substring?
        var fragment: Substring?

        init(_ text: String) {
            var rest = text[...]
            if Address.scheme(of: text) != nil,
                let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":"))
            {
                scheme = rest[..<colon]
                rest = rest[rest.utf8.index(after: colon)...]
            }
            if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
                fragment = rest[rest.utf8.index(after: hash)...]
                rest = rest[..<hash]
            }
            if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
                query = rest[rest.utf8.index(after: mark)...]
                rest = rest[..<mark]
            }
            if rest.hasPrefix("//") {
                rest = rest.dropFirst(2)
                let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
                authority = rest[..<end]
                rest = rest[end...]
            }
            path = rest
        }

        func resolved(by base: Parts) -> Parts {
            var target = self
            target.scheme = base.scheme
            if authority != nil {
                target.path = Parts.withoutDots(path)
                return target
            }
            target.authority = base.authority
            if path.isEmpty {
                target.path = base.path
                target.query = query ?? base.query
            } else if path.hasPrefix("/") {
                target.path = Parts.withoutDots(path)
            } else {
                let end = base.path.utf8.lastIndex(of: UInt8(ascii: "/"))
                let folder = end.map { base.path[...$0] } ?? "/"
                target.path = Parts.withoutDots(folder + path)
            }
            return target
        }

        /// RFC 3986 §5.2.4.
        private static func withoutDots(_ path: Substring) -> Substring {
            guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
            var kept: [Substring] = []
            let segments = path.split(separator: "/", omittingEmptySubsequences: false)
            for (index, segment) in segments.enumerated() {
                let isLast = index == segments.count - 1
                switch segment {
                case ".": if isLast { kept.append("") }
                case "..":
                    if kept.count > 1 { kept.removeLast() }
                    if isLast { kept.append("") }
                default: kept.append(segment)
                }
            }
            return Substring(kept.joined(separator: "/"))
        }

        var text: String {
            var text = scheme.map { "\($0):" } ?? ""
            if let authority { text += "//\(authority)" }
            text += path
            if let query { text += "?\(query)" }
            if let fragment { text += "#\(fragment)" }
            return text
        }
    }
}
