/// The directives of a `Cache-Control` header that concern a poller (RFC 9111 §5.2.2).
package struct CacheControl: Sendable, Hashable {
    /// Seconds; a directive that is repeated or unreadable counts as absent.
    package var maxAge: Double?
    package var sharedMaxAge: Double?
    package var noCache: Bool
    package var noStore: Bool

    package init(_ header: String) {
        let directives = header.lowercased().split(separator: ",").map(CacheControl.directive)
        func seconds(_ name: String) -> Double? {
            let values = directives.filter { $0.name == name }.compactMap { Double($0.value) }
            guard values.count == 1, let value = values.first, value >= 0, value.isFinite else {
                return nil
            }
            return value
        }
        maxAge = seconds("max-age")
        sharedMaxAge = seconds("s-maxage")
        noCache = directives.contains { $0.name == "no-cache" }
        noStore = directives.contains { $0.name == "no-store" }
    }

    private static func directive(_ text: Substring) -> (name: String, value: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map { part in
            String(part.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
        }
        return (parts.first ?? "", parts.count == 2 ? parts[1] : "")
    }
}
