package import News

/// Reads feeds of all formats, however damaged, into the values that flow.
///
/// RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, in any encoding. XML is read
/// strictly first, as a stream; where it is not well-formed it is mended and read again. No
/// input makes it crash, open anything, or take more than the limits allow.
package struct FeedParser: Sendable {
    private let limits: FeedLimits

    package init(limits: FeedLimits = .init()) {
        self.limits = limits
    }

    /// The feed that `bytes` hold. A damaged one gives what is whole in it, with complaints;
    /// an error means that there is no feed at all.
    package func parse(
        _ bytes: [UInt8], context: FeedContext
    ) throws(FeedError) -> ParsedFeed {
        guard bytes.count <= limits.bytes else {
            throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
        }
        guard bytes.contains(where: { !$0.isXMLSpace && $0 != 0 }) else { throw .empty }
        let decoded = Decoding(bytes: bytes, context: context).decoded()
        let first = decoded.bytes.first { !$0.isXMLSpace }
        return first == UInt8(ascii: "{")
            ? try json(decoded, context) : try xml(decoded, context)
    }

    private func json(
        _ decoded: Decoded, _ context: FeedContext
    ) throws(FeedError) -> ParsedFeed {
        let feed = try JSONFeed(
            decoded.bytes, base: context.contentLocation ?? context.url, limits: limits)
        return FeedFinisher(context: context).finished(
            feed.channel, feed.items, encoding: decoded.encoding, complaints: decoded.complaints,
            isComplete: true)
    }

    private func xml(
        _ decoded: Decoded, _ context: FeedContext
    ) throws(FeedError) -> ParsedFeed {
        let reading = decoded.bytes.withUnsafeBufferPointer { bytes in
            read(bytes, context)
        }
        guard let reading else {
            throw .notAFeed(found: kind(of: decoded.bytes))
        }
        return FeedFinisher(context: context).finished(
            reading.builder.channel, reading.builder.items, encoding: decoded.encoding,
            complaints: Array((decoded.complaints + reading.complaints).prefix(limits.complaints)),
            isComplete: reading.isComplete)
    }

    private struct Reading {
        var builder: FeedBuilder
        var complaints: [Complaint]
        var isComplete: Bool
    }

    /// Nil where there is no feed.
    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ context: FeedContext
    ) -> Reading? {
        let scan = MarkupScan(bytes, limits: limits)
        guard scan.root != nil else { return nil }
        let builder = builder(context)
        let reader = SAXReader(into: builder)
        if reader.readStrictly(bytes, scan: scan) {
            builder.finish()
            return Reading(
                builder: builder, complaints: scan.complaints + builder.complaints,
                isComplete: true)
        }
        return readMended(bytes, context, scan: scan, failure: reader.failure)
    }

    private func readMended(
        _ bytes: UnsafeBufferPointer<UInt8>, _ context: FeedContext, scan: MarkupScan,
        failure: Complaint?
    ) -> Reading {
        let repair = MarkupRepair(bytes, scan: scan, limits: limits)
        let builder = builder(context)
        SAXReader(into: builder).readMended(repair.output)
        builder.finish()
        let damage = repair.complaints.isEmpty ? [failure].compactMap(\.self) : repair.complaints
        return Reading(
            builder: builder, complaints: scan.complaints + damage + builder.complaints,
            isComplete: repair.isComplete)
    }

    private func builder(_ context: FeedContext) -> FeedBuilder {
        let own = context.contentLocation.map { Address.resolve($0, base: context.url) }
        return FeedBuilder(
            base: own ?? context.url, language: context.contentLanguage, limits: limits)
    }

    /// What a document without a feed is, for a person.
    private func kind(of bytes: [UInt8]) -> String {
        let element = bytes.withUnsafeBufferPointer {
            MarkupScan($0, limits: limits).firstElement
        }
        return switch element {
        case "html", "head", "body": "an HTML page"
        case let element?: "a document of <\(element)>"
        case nil: "text without markup"
        }
    }
}
