/// One GET, conditional where validators are known; with a body a POST.
package struct DownloadRequest: Sendable, Hashable {
    package var url: String
    /// Sent as `If-None-Match`, byte for byte as ``DownloadResponse/etag`` gave it.
    package var etag: String?
    /// Sent as `If-Modified-Since`, as ``DownloadResponse/lastModified`` gave it.
    package var lastModified: String?
    package var accept: String
    /// Further header lines. They may hold secrets, so a redirect to another host loses them.
    package var headers: [String: String]
    /// A file of PEM certificates to trust for this request alone.
    package var caFile: String?
    /// What is posted; its kind goes into ``headers``. Nil asks by GET.
    package var body: [UInt8]?

    /// What feeds come as, the best kinds first.
    package static let feedTypes =
        "application/atom+xml, application/rss+xml, application/feed+json, "
        + "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1"

    package init(
        url: String, etag: String? = nil, lastModified: String? = nil,
        accept: String = feedTypes, headers: [String: String] = [:], caFile: String? = nil,
        body: [UInt8]? = nil
    ) {
        self.url = url
        self.etag = etag
        self.lastModified = lastModified
        self.accept = accept
        self.headers = headers
        self.caFile = caFile
        self.body = body
    }

    /// All header lines, as bytes of one per scalar: a server's ETag goes back as it came.
    ///
    /// `A-IM: feed` asks for the new items alone and means something only beside an ETag
    /// (RFC 3229 §10.5.3). A value with a line break would forge further lines: it is left out.
    func headerLines(withSecrets: Bool) -> [[UInt8]] {
        var fields = [("Accept", accept)]
        if let etag {
            fields += [("If-None-Match", etag), ("A-IM", "feed")]
        }
        if let lastModified { fields.append(("If-Modified-Since", lastModified)) }
        if withSecrets { fields += headers.sorted { $0.key < $1.key } }
        return fields.compactMap { DownloadRequest.line($0, $1) }
    }

    private static func line(_ name: String, _ value: String) -> [UInt8]? {
        let line = "\(name): \(value)"
        guard line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            return nil
        }
        let isLatin1 = line.unicodeScalars.allSatisfy { $0.value < 0x100 }
        return isLatin1 ? line.unicodeScalars.map { UInt8($0.value) } : Array(line.utf8)
    }
}
