import News

/// Reads one document's bytes as they come into what its elements say.
///
/// Of well-formed XML in UTF-8 it holds no more than the item that is being read. A document in
/// another encoding, in JSON, or damaged is gathered: from its start, or, where items were given
/// out before the damage, from the end of the last of these.
final class DocumentReader {
    private let context: FeedContext
    private let limits: FeedLimits
    /// What was not given out as items yet.
    private var held: [UInt8] = []
    /// Where ``held`` begins in the document.
    private var offset = 0
    /// How many letters beyond ASCII came before.
    private var sequences = 0
    private var place = TextPlace()
    private var stage = Stage.looking
    /// How much is to be held before the next look, so that none is repeated for nothing.
    private var due = Decoding.sample
    private var count = 0

    private enum Stage {
        /// Too little is here to say how to read it.
        case looking
        case strict(StrictReading)
        /// Until all is here.
        case gathering
        /// The same, after the items that the strict reading gave out.
        case damaged(StrictReading)
    }

    init(context: FeedContext, limits: FeedLimits) {
        self.context = context
        self.limits = limits
    }

    /// What was read of the channel so far; nil before anything was.
    var channel: RawChannel? {
        switch stage {
        case .strict(let reading), .damaged(let reading): reading.channel
        case .looking, .gathering: nil
        }
    }

    /// How many bytes are held, for tests.
    var heldCount: Int { held.count }

    /// The items that ended by now and were not given out before.
    func push(_ bytes: [UInt8]) -> [RawItem] {
        count += bytes.count
        guard count <= limits.bytes else {
            held = []
            return []
        }
        if held.isEmpty { held = bytes } else { held += bytes }
        guard held.count >= due else { return [] }
        if case .looking = stage { look() }
        guard case .strict(let reading) = stage else { return [] }
        return read(reading, isLast: false)
    }

    /// What the document says, and the items that were not given out.
    func finish() throws(FeedError) -> FeedReading {
        guard count <= limits.bytes else {
            throw .tooLarge(bytes: count, limit: limits.bytes)
        }
        guard case .strict(let reading) = stage else { return try finishGathered([]) }
        let items = read(reading, isLast: true)
        guard case .strict = stage else { return try finishGathered(items) }
        var finished = reading.finished(encoding: "utf-8")
        finished.items = items
        return finished
    }

    private func finishGathered(_ items: [RawItem]) throws(FeedError) -> FeedReading {
        guard case .damaged(let reading) = stage, var mended = reading.mended(rest, from: place)
        else { return try WholeDocument(context: context, limits: limits).read(held) }
        mended.items = items + mended.items
        return mended
    }

    private func look() {
        switch Decoding(bytes: held, context: context).promise {
        case .unclear: due = held.count + Decoding.sample
        case .other: gather()
        case .utf8(let start):
            held.removeFirst(start)
            stage = .strict(StrictReading(context: context, limits: limits))
        }
    }

    private func gather() {
        stage = .gathering
        due = .max
    }

    private func read(_ reading: StrictReading, isLast: Bool) -> [RawItem] {
        let isSound = held.withUnsafeBufferPointer {
            reading.read($0, from: offset, place: place, isLast: isLast)
        }
        let items = reading.takeItems()
        if let end = reading.endOfLastItem { letGo(upTo: end) }
        if isSound {
            due = 2 * (offset + held.count - reading.position)
        } else {
            gather()
            if offset > 0 { stage = .damaged(reading) }
        }
        return items
    }

    private func letGo(upTo end: Int) {
        guard end > offset else { return }
        held.withUnsafeBufferPointer {
            let past = UnsafeBufferPointer(rebasing: $0[..<(end - offset)])
            place.advance(over: past)
            sequences += past.count { $0 >= 0xC0 }
        }
        held.removeFirst(end - offset)
        offset = end
    }

    /// What is held, decoded: it was taken for UTF-8, whatever it turned out to be.
    private var rest: Decoded {
        var context = context
        context.contentType = context.contentType ?? "text/xml; charset=utf-8"
        return Decoding(
            bytes: held, context: context,
            preceding: .init(bytes: offset, sequences: sequences)
        ).decoded()
    }
}
