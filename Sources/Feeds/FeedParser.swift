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
        try WholeDocument(context: context, limits: limits).read(bytes)
    }

    /// For a feed whose bytes come in parts.
    package func stream(context: FeedContext) -> FeedStream {
        FeedStream(context: context, limits: limits)
    }
}

/// A feed as read, its texts as published.
package struct FeedReading: Sendable {
    let context: FeedContext
    let encoding: String
    let channel: RawChannel
    var items: [RawItem]
    var complaints: [Complaint]
    let isComplete: Bool

    /// How many items there are.
    package var count: Int { items.count }

    /// The feed with plain titles, safe HTML, instants and lasting ids.
    package func finished() -> ParsedFeed {
        FeedFinisher(context: context).finished(self)
    }
}
