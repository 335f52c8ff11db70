// A libFuzzer target, built and run by Scripts/fuzz.sh. The first byte says what reads the rest.
import Feeds
import Foundation

private let parser = FeedParser()
private let pages = ArticleReader()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let context = FeedContext(
        contentType: start[0] & 2 == 0 ? nil : "text/xml; charset=windows-1256",
        url: "https://journal.example/feed", fetched: .init(timeIntervalSince1970: 1_795_262_400))
    if start[0] & 1 == 0 {
        _ = try? parser.parse(bytes, context: context)
    } else {
        _ = try? pages.article(bytes, context: context)
    }
    return 0
}
