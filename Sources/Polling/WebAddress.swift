private import CCurl
private import News

/// An http or https address as libcurl itself reads it, so that what is checked and what is
/// asked cannot differ.
struct WebAddress: Sendable, Hashable {
    /// Percent-encoded and ready to be asked; with credentials where the original has them.
    let text: String
    let scheme: String
    /// Lower case, without the brackets of IPv6.
    let host: String

    init(_ text: String) throws(DownloadError) {
        let shown = WebAddress.shownHost(of: text)
        guard let handle = curl_url() else { throw .badAddress(host: shown) }
        defer { curl_url_cleanup(handle) }
        let flags = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
        guard !text.utf8.contains(0), curl_url_set(handle, CURLUPART_URL, text, flags) == CURLUE_OK,
            let scheme = WebAddress.part(CURLUPART_SCHEME, of: handle)
        else { throw .badAddress(host: shown) }
        guard scheme == "http" || scheme == "https" else {
            throw .refusedScheme(host: shown, scheme: scheme)
        }
        guard let host = WebAddress.part(CURLUPART_HOST, of: handle), !host.isEmpty,
            let whole = WebAddress.part(CURLUPART_URL, of: handle)
        else { throw .badAddress(host: shown) }
        self.scheme = scheme
        self.host = host.lowercased().filter { $0 != "[" && $0 != "]" }
        self.text = whole
    }

    /// Scheme, host and port: `https://example.org`.
    var origin: String {
        let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        let authority = text[start...].prefix { !"/?#".contains($0) }
        let bare = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
        return "\(scheme)://\(bare ?? authority)"
    }

    /// From the path's slash on, without the fragment.
    var pathAndQuery: String {
        let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        let rest = text[start...].drop { !"/?#".contains($0) }
        let path = String(rest.prefix { $0 != "#" })
        return path.hasPrefix("/") ? path : "/" + path
    }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    /// What stands for the host where the address cannot be read; never the credentials, and
    /// never a part of the path.
    static func shownHost(of text: String) -> String {
        let shown = Feed.withoutSecrets(text)
        let rest = shown.firstRange(of: "://").map { shown[$0.upperBound...] } ?? shown[...]
        let host = rest.prefix { $0 != "/" }
        return host.isEmpty ? "an address without a host" : String(host)
    }
}
