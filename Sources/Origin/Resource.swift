/// What an ``Origin`` answers for one path.
package struct Resource: Sendable, Hashable {
    package var status: Int
    package var body: [UInt8]
    package var contentType: String
    /// Sent as it stands, quotes and `W/` included; nil sends none.
    package var etag: String?
    /// Sent as it stands (an HTTP date); nil sends none.
    package var lastModified: String?
    /// Further header fields, such as `Retry-After`.
    package var headers: [String: String]
    /// Whether the body goes out as gzip to those who accept it.
    package var isCompressed: Bool

    package init(
        status: Int = 200, body: [UInt8] = [], contentType: String = "application/rss+xml",
        etag: String? = nil, lastModified: String? = nil, headers: [String: String] = [:],
        isCompressed: Bool = false
    ) {
        self.status = status
        self.body = body
        self.contentType = contentType
        self.etag = etag
        self.lastModified = lastModified
        self.headers = headers
        self.isCompressed = isCompressed
    }

    package init(
        _ text: String, contentType: String = "application/rss+xml", etag: String? = nil,
        lastModified: String? = nil, isCompressed: Bool = false
    ) {
        self.init(
            body: Array(text.utf8), contentType: contentType, etag: etag,
            lastModified: lastModified, isCompressed: isCompressed)
    }

    /// A redirect to an address, absolute or relative.
    package static func redirect(_ status: Int, to location: String) -> Resource {
        Resource(status: status, headers: ["Location": location])
    }

    /// Whether a request with these validators has the current body already: If-None-Match
    /// compared weakly, If-Modified-Since only without it (RFC 9110 §13.1).
    func isUnchanged(ifNoneMatch: String?, ifModifiedSince: String?) -> Bool {
        guard status == 200 else { return false }
        if let ifNoneMatch {
            guard let etag else { return false }
            let known = Resource.opaqueTags(in: ifNoneMatch)
            return known.contains("*") || known.contains(Resource.opaqueTags(in: etag)[0])
        }
        return ifModifiedSince != nil && ifModifiedSince == lastModified
    }

    /// The tags of a list without `W/`; a comma within quotes parts nothing. Never empty.
    private static func opaqueTags(in list: String) -> [String] {
        var tags = [""]
        var isQuoted = false
        for character in list {
            if character == "\"" { isQuoted.toggle() }
            if character == ",", !isQuoted {
                tags.append("")
            } else if character != " " || isQuoted {
                tags[tags.count - 1].append(character)
            }
        }
        return tags.map { $0.hasPrefix("W/") ? String($0.dropFirst(2)) : $0 }
    }
}
