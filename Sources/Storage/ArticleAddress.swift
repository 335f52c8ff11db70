import Foundation
import News

/// The address under which an article is one, whichever feed brought it.
///
/// Publishers decorate links by channel: the scheme, `www.`, a fragment, a trailing slash and the
/// parameters of visitor counters do not make another article (they are those of RFC 3986 §6.2
/// that matter here, and the `utm_` convention). Other parameters may, and stay. A front page
/// is the address of no article.
struct ArticleAddress: Hashable {
    let text: String

    init?(_ link: String) {
        guard var parts = URLComponents(string: link), let host = parts.host?.lowercased(),
            !host.isEmpty
        else { return nil }
        let query = parts.queryItems?.filter { !ArticleAddress.isCounter($0.name) } ?? []
        parts.queryItems = query.isEmpty ? nil : query
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        let port = parts.port.map { [80, 443].contains($0) ? "" : ":\($0)" } ?? ""
        var path = parts.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        guard !path.isEmpty || parts.queryItems != nil else { return nil }
        text = bare + port + path + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
    }

    /// The article's number, the same in every archive.
    var id: Int64 { Int64(bitPattern: StableHash(text).value) }

    private static func isCounter(_ name: String) -> Bool {
        name.hasPrefix("utm_") || ["fbclid", "gclid", "mc_cid", "mc_eid", "igshid"].contains(name)
    }
}
