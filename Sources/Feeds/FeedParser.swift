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
        try read(bytes, context: context).finished()
    }

    /// The same without what costs most: no text is made plain or safe yet.
    package func read(
        _ bytes: [UInt8], context: FeedContext
    ) throws(FeedError) -> FeedReading {
        guard bytes.count <= limits.bytes else {
            throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
        }
        guard bytes.contains(where: { !$0.isXMLSpace && $0 != 0 }) else { throw .empty }
        let decoding = Decoding(bytes: bytes, context: context)
        if let likely = decoding.likelyUTF8(), let reading = strictly(likely, context) {
            return reading
        }
        let decoded = decoding.decoded()
        let first = decoded.bytes.first { !$0.isXMLSpace }
        let isJSON = first == UInt8(ascii: "{")
        var reading = isJSON ? try json(decoded, context) : try xml(decoded, context)
        reading.complaints = Array(
            (decoded.complaints + reading.complaints).prefix(limits.complaints))
        return reading
    }

    /// Nil where the document is no well-formed XML: libxml2 takes no byte that is not UTF-8.
    private func strictly(_ decoded: Decoded, _ context: FeedContext) -> FeedReading? {
        decoded.bytes.withUnsafeBufferPointer { bytes in
            guard bytes.first(where: { !$0.isXMLSpace }) == UInt8(ascii: "<") else { return nil }
            let scan = MarkupScan(bytes, limits: limits)
            let builder = builder(context)
            guard scan.root != nil,
                SAXReader(into: builder).readStrictly(bytes, scan: scan)
            else { return nil }
            builder.finish()
            return FeedReading(
                context: context, encoding: decoded.encoding, channel: builder.channel,
                items: builder.items,
                complaints: Array(
                    (scan.complaints + builder.complaints).prefix(limits.complaints)),
                isComplete: true)
        }
    }

    private func json(
        _ decoded: Decoded, _ context: FeedContext
    ) throws(FeedError) -> FeedReading {
        let feed = try JSONFeed(
            decoded.bytes, base: context.contentLocation ?? context.url, limits: limits)
        return FeedReading(
            context: context, encoding: decoded.encoding, channel: feed.channel,
            items: feed.items, complaints: feed.complaints, isComplete: feed.isComplete)
    }

    private func xml(
        _ decoded: Decoded, _ context: FeedContext
    ) throws(FeedError) -> FeedReading {
        let reading = decoded.bytes.withUnsafeBufferPointer { bytes in
            read(bytes, context, encoding: decoded.encoding)
        }
        guard let reading else {
            throw .notAFeed(found: kind(of: decoded.bytes))
        }
        return reading
    }

    /// Nil where there is no feed.
    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ context: FeedContext, encoding: String
    ) -> FeedReading? {
        let scan = MarkupScan(bytes, limits: limits)
        guard scan.root != nil else { return nil }
        var builder = builder(context)
        let reader = SAXReader(into: builder)
        var complaints = scan.complaints
        var isComplete = true
        if !reader.readStrictly(bytes, scan: scan) {
            let repair = MarkupRepair(bytes, scan: scan, limits: limits)
            builder = self.builder(context)
            SAXReader(into: builder).readMended(repair.output)
            isComplete = repair.isComplete
            complaints +=
                repair.complaints.isEmpty
                ? [reader.failure].compactMap(\.self) : repair.complaints
        }
        builder.finish()
        return FeedReading(
            context: context, encoding: encoding, channel: builder.channel, items: builder.items,
            complaints: complaints + builder.complaints, isComplete: isComplete)
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

/// A feed as read, its texts as published.
package struct FeedReading: Sendable {
    let context: FeedContext
    let encoding: String
    let channel: RawChannel
    let items: [RawItem]
    var complaints: [Complaint]
    let isComplete: Bool

    /// How many items there are.
    package var count: Int { items.count }

    /// The feed with plain titles, safe HTML, instants and lasting ids.
    package func finished() -> ParsedFeed {
        FeedFinisher(context: context).finished(self)
    }
}
