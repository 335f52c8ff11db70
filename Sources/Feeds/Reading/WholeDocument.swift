import News

/// Reads a document that is there from its start to its end.
struct WholeDocument {
    let context: FeedContext
    let limits: FeedLimits

    func read(_ bytes: [UInt8]) throws(FeedError) -> FeedReading {
        guard bytes.count <= limits.bytes else {
            throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
        }
        guard bytes.contains(where: { !$0.isXMLSpace && $0 != 0 }) else { throw .empty }
        let decoding = Decoding(bytes: bytes, context: context)
        if let start = decoding.likelyStartOfUTF8(),
            let reading = strictly(bytes[start...])
        {
            return reading
        }
        let decoded = decoding.decoded()
        let isJSON = decoded.bytes.first { !$0.isXMLSpace } == UInt8(ascii: "{")
        return isJSON ? try json(decoded) : try xml(decoded, from: bytes)
    }

    /// Nil where the document is no well-formed XML: libxml2 takes no byte that is not UTF-8.
    private func strictly(_ bytes: ArraySlice<UInt8>) -> FeedReading? {
        guard bytes.first(where: { !$0.isXMLSpace }) == UInt8(ascii: "<") else { return nil }
        let reading = StrictReading(context: context, limits: limits)
        let isSound = bytes.withUnsafeBufferPointer { reading.read($0, isLast: true) }
        return isSound ? reading.finished(encoding: "utf-8") : nil
    }

    private func json(_ decoded: Decoded) throws(FeedError) -> FeedReading {
        let feed = try JSONFeed(
            decoded.bytes, base: context.contentLocation ?? context.url, limits: limits)
        return FeedReading(
            context: context, encoding: decoded.encoding, channel: feed.channel,
            items: feed.items,
            complaints: Array((decoded.complaints + feed.complaints).prefix(limits.complaints)),
            isComplete: feed.isComplete)
    }

    private func xml(_ decoded: Decoded, from bytes: [UInt8]) throws(FeedError) -> FeedReading {
        let reading = StrictReading(context: context, limits: limits)
        let isSound = decoded.bytes.withUnsafeBufferPointer { reading.read($0, isLast: true) }
        if isSound {
            var sound = reading.finished(encoding: decoded.encoding)
            sound.complaints = Array(
                (decoded.complaints + sound.complaints).prefix(limits.complaints))
            return sound
        }
        guard reading.hasRoot, let mended = reading.mended(decoded) else {
            throw .notAFeed(
                found: DocumentKind.byMark(bytes)
                    ?? DocumentKind.name(of: decoded.bytes, limits: limits))
        }
        return mended
    }
}
