import News

/// A strict reading of a document in UTF-8 that comes in parts, none of it held here.
final class StrictReading {
    private let context: FeedContext
    private let limits: FeedLimits
    private let reader: SAXReader
    private var scan: MarkupScan
    /// How many bytes of the document were read.
    private(set) var position = 0

    init(context: FeedContext, limits: FeedLimits) {
        self.context = context
        self.limits = limits
        reader = SAXReader(into: FeedBuilder(context: context, limits: limits))
        scan = MarkupScan(limits: limits)
    }

    var channel: RawChannel { reader.builder.pointee.channel }

    var hasRoot: Bool { scan.root != nil }

    /// How many bytes of the document there were up to the last item's end; nil before the first.
    var endOfLastItem: Int? { reader.endOfLastItem() }

    func takeItems() -> [RawItem] { reader.builder.pointee.takeItems() }

    /// Reads what is new in `bytes`, which begin at `offset` and `place` of the document; false
    /// where they are damaged. A token that is not whole is left unread.
    func read(
        _ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0, place: TextPlace = .init(),
        isLast: Bool
    ) -> Bool {
        let start = position - offset
        let end = scan.look(at: bytes, from: start, isLast: isLast, place: place)
        guard hasRoot else { return !isLast }
        position = offset + end
        let gaps = scan.skipped.map { $0.lowerBound - start..<$0.upperBound - start }
        guard reader.push(UnsafeBufferPointer(rebasing: bytes[start..<end]), without: gaps) else {
            return false
        }
        return !isLast || reader.end()
    }

    /// What the document said, and the items that were not taken.
    func finished(encoding: String) -> FeedReading {
        reading(reader, encoding: encoding, complaints: scan.complaints, isComplete: true)
    }

    // MARK: - With forgiveness

    /// Reads the rest of a document whose strict reading came to an end, mended: from the last
    /// item's end on, which is at `place`, or from its start where no item was taken.
    func mended(_ rest: Decoded, from place: TextPlace = .init()) -> FeedReading? {
        rest.bytes.withUnsafeBufferPointer { bytes in
            let isWhole = place == TextPlace()
            var scan = MarkupScan(limits: limits, root: isWhole ? nil : 0)
            _ = scan.look(at: bytes, from: 0, isLast: true, place: place)
            guard scan.root != nil else { return nil }
            let repair = MarkupRepair(
                bytes, scan: scan, limits: limits,
                opening: isWhole ? [] : reader.builder.pointee.openingOfLastItem, place: place)
            let rereader = SAXReader(
                into: isWhole
                    ? FeedBuilder(context: context, limits: limits)
                    : FeedBuilder(after: reader.builder.pointee, line: place.line))
            rereader.readMended(repair.output)
            let known = isWhole ? [] : self.scan.complaints.filter { place.isAfter($0) }
            let damage =
                repair.complaints.isEmpty && rest.complaints.isEmpty
                ? [reader.failure].compactMap(\.self) : repair.complaints
            return reading(
                rereader, encoding: rest.encoding,
                complaints: rest.complaints + known + scan.complaints + damage,
                isComplete: repair.isComplete)
        }
    }

    private func reading(
        _ reader: SAXReader, encoding: String, complaints: [Complaint], isComplete: Bool
    ) -> FeedReading {
        reader.builder.pointee.finish()
        let builder = reader.builder.pointee
        return FeedReading(
            context: context, encoding: encoding, channel: builder.channel, items: builder.items,
            complaints: Array((complaints + builder.complaints).prefix(limits.complaints)),
            isComplete: isComplete)
    }
}
