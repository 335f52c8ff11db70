package import News

/// One feed whose bytes come in parts: its items are given out as they end.
///
///     let stream = parser.stream(context: context)
///     for chunk in chunks { keep(stream.push(chunk)) }
///     let end = try stream.finish()
///
/// Of well-formed XML in UTF-8, which nine feeds in ten are, no more is held than a few kilobytes
/// and the item that is being read. A document in another encoding, in JSON, or damaged from here
/// on is gathered, and its items come at the end.
package final class FeedStream {
    private let reader: DocumentReader
    private let finisher: FeedFinisher
    private var complaints: [Complaint] = []
    private var ids = SharedIDs()
    private let limits: FeedLimits

    /// `context.fetched` is when the response began.
    package init(context: FeedContext, limits: FeedLimits = .init()) {
        self.limits = limits
        reader = DocumentReader(context: context, limits: limits)
        finisher = FeedFinisher(context: context)
    }

    /// Takes the document's next bytes, any number of them, and gives the items that are whole
    /// by now and were not given before. They are finished but for what only the end can tell:
    /// ``FeedEnd/settled(_:)``. Bytes beyond the limit are passed over; ``finish()`` says so.
    package func push(_ bytes: [UInt8]) -> [Item] {
        finished(reader.push(bytes), language: reader.channel.flatMap(finisher.language(of:)))
    }

    /// Ends the document. Throws as ``FeedParser/parse(_:context:)`` does.
    package func finish() throws(FeedError) -> FeedEnd {
        let reading = try reader.finish()
        var own: [Complaint] = []
        let channel = finisher.channel(reading, complaints: &own)
        let items = finished(reading.items, language: channel.language)
        return FeedEnd(
            channel: channel, items: items,
            complaints: Array((reading.complaints + own + complaints).prefix(limits.complaints)),
            isComplete: reading.isComplete, hasSharedIDs: ids.areShared)
    }

    private func finished(_ items: [RawItem], language: String?) -> [Item] {
        items.map { raw in
            let item = finisher.item(raw, language, complaints: &complaints)
            complaints.removeLast(max(0, complaints.count - limits.complaints))
            ids.note(item)
            return item
        }
    }
}

/// What the end of a feed tells: all but the items given out before.
package struct FeedEnd: Sendable, Hashable {
    package var channel: Channel
    /// The last items, not given out before.
    package var items: [Item]
    package var complaints: [Complaint]
    package var isComplete: Bool
    /// Whether so many items of different links share an id that no id of the feed is used.
    package var hasSharedIDs: Bool

    /// Items of the feed given out before, with what only the end can tell: ids in place of
    /// shared ones, and the feed's language where an item declares none.
    package func settled(_ items: [Item]) -> [Item] {
        items.map { item in
            var item = item
            item.language = item.language ?? channel.language
            if hasSharedIDs { item.id = ItemIdentity.idWithoutOwn(of: item) }
            return item
        }
    }

    /// The whole feed; `items` are those given out before, in order.
    package func feed(after items: [Item]) -> ParsedFeed {
        ParsedFeed(
            channel: channel, items: settled(items + self.items),
            complaints: hasSharedIDs
                ? complaints + [Complaint(message: ItemIdentity.sharing)] : complaints,
            isComplete: isComplete)
    }
}
