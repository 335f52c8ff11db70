// A libFuzzer target, built and run by Scripts/fuzz.sh. The first byte says what reads the rest.
import Feeds
import Foundation
import News

private let parser = FeedParser()
private let pages = ArticleReader()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let context = FeedContext(
        contentType: start[0] & 8 == 0 ? nil : "text/xml; charset=windows-1256",
        url: "https://journal.example/feed", fetched: .init(timeIntervalSince1970: 1_795_262_400))
    switch start[0] & 7 {
    case 0, 1: _ = try? parser.parse(bytes, context: context)
    case 2: _ = try? pages.article(bytes, context: context)
    case 3: stream(bytes, partsOf: Int(start[0] >> 3) + 1, context)
    case 4: stream(long(bytes), partsOf: 64 * (Int(start[0] >> 3) + 1), context)
    case 5: _ = try? parser.parse(wrapped("pubDate", bytes), context: context)
    default: _ = try? parser.parse(wrapped("description", bytes), context: context)
    }
    return 0
}

/// What a stream gives must be what the whole gives, but for the order in which they complain.
private func stream(_ bytes: [UInt8], partsOf size: Int, _ context: FeedContext) {
    let stream = parser.stream(context: context)
    var items: [Item] = []
    for offset in stride(from: 0, to: bytes.count, by: size) {
        items += stream.push(Array(bytes[offset..<min(bytes.count, offset + size)]))
    }
    let feed = try? stream.finish().feed(after: items)
    let whole = try? parser.parse(bytes, context: context)
    precondition((feed == nil) == (whole == nil), "a stream and the whole differ")
}

/// The bytes after as many items as make a stream start before its end.
private func long(_ bytes: [UInt8]) -> [UInt8] {
    let item = "<item><title>\u{62E}\u{628}\u{631}</title><guid>n</guid></item>\n"
    return Array(("<rss><channel>" + String(repeating: item, count: 100)).utf8) + bytes
}

/// A feed whose one item has an element of that text.
private func wrapped(_ element: String, _ text: [UInt8]) -> [UInt8] {
    Array("<rss><channel><item><guid>n</guid><\(element)><![CDATA[".utf8) + text
        + Array("]]></\(element)></item></channel></rss>".utf8)
}
