import Glibc
import News
import Testing

@testable import Feeds

/// What a document costs a process that does nothing else, in processor time and in the peak of
/// its memory. A build for debugging takes some thirty times as long as the program itself, so
/// its limit is as much longer.
private enum Cost {
    #if DEBUG
        private static let seconds = 3.0
    #else
        private static let seconds = 0.1
    #endif
    private static let kilobytes = 64 << 10

    /// Expects that `document` is read within the limits, to nothing but a complaint or an error.
    static func expectLittle(of document: String) {
        let bytes = Array(document.utf8)
        // What the first reading sets up for good is not the document's.
        _ = try? FeedParser().parse(Array("<rss/>".utf8), context: FeedContext())
        let before = usage()
        let feed = try? FeedParser().parse(bytes, context: FeedContext())
        let after = usage()
        #expect(after.seconds - before.seconds < seconds)
        #expect(after.kilobytes - before.kilobytes < kilobytes)
        #expect(feed?.complaints.isEmpty != true)
    }

    private static func usage() -> (seconds: Double, kilobytes: Int) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double {
            Double(time.tv_sec) + Double(time.tv_usec) / 1e6
        }
        return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss)
    }
}

/// Each in a process of its own.
@Suite struct HostileCostTests {
    @Test func `100,000 attributes of one element cost next to nothing`() async {
        await #expect(processExitsWith: .success) {
            let attributes = (0..<100_000).map { " a\($0)=\"\"" }.joined()
            Cost.expectLittle(of: "<rss><channel><item\(attributes)></item></channel></rss>")
        }
    }

    @Test func `an entity of 60 kB used 3,000 times costs next to nothing`() async {
        await #expect(processExitsWith: .success) {
            let text = String(repeating: "x", count: 60_000)
            let uses = String(repeating: "&a;", count: 3000)
            Cost.expectLittle(
                of: """
                    <!DOCTYPE rss [<!ENTITY a "\(text)">]>
                    <rss><channel><title>\(uses)</title></channel></rss>
                    """)
        }
    }

    @Test func `entities within entities cost next to nothing`() async {
        await #expect(processExitsWith: .success) {
            let entities = (1..<10).map { level in
                let inner = String(repeating: "&e\(level - 1);", count: 10)
                return "<!ENTITY e\(level) \"\(inner)\">"
            }.joined()
            Cost.expectLittle(
                of: """
                    <!DOCTYPE rss [<!ENTITY e0 "lol">\(entities)]>
                    <rss><channel><title>&e9;</title></channel></rss>
                    """)
        }
    }

    @Test func `100,000 elements within one another cost next to nothing`() async {
        await #expect(processExitsWith: .success) {
            let deep = String(repeating: "<a>", count: 100_000)
            Cost.expectLittle(of: "<rss><channel><item>\(deep)")
        }
    }

    @Test func `100,000 names and namespaces cost next to nothing`() async {
        await #expect(processExitsWith: .success) {
            let names = (0..<100_000).map { "<n\($0) xmlns:a\($0)=\"x\"/>" }.joined()
            Cost.expectLittle(of: "<rss><channel><item>\(names)</item></channel></rss>")
        }
    }
}
