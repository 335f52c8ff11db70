import News
import Testing

@testable import Polling

@Suite struct PollTurnsTests {
    private func feed(_ host: String, _ number: Int) -> Feed {
        Feed(id: "\(host)-\(number)", name: "", url: "https://\(host).example/\(number)")
    }

    private func turns(concurrency: Int, perHost: Int, _ feeds: [Feed]) -> PollTurns {
        var options = DownloadOptions()
        options.concurrency = concurrency
        options.perHost = perHost
        var turns = PollTurns(options)
        for feed in feeds { turns.add(feed) }
        return turns
    }

    private func begun(_ turns: inout PollTurns) -> [String] {
        var begun: [String] = []
        while let feed = turns.next() { begun.append(feed.id) }
        return begun
    }

    @Test func `a host with many feeds holds up no other`() {
        let feeds = (1...100).map { feed("a", $0) } + [feed("b", 1), feed("c", 1)]
        var turns = turns(concurrency: 64, perHost: 1, feeds)
        #expect(begun(&turns) == ["a-1", "b-1", "c-1", "a-2"])
        turns.finished(feeds[0])
        #expect(begun(&turns) == ["a-3"])
        turns.finished(feed("b", 1))
        #expect(begun(&turns).isEmpty)
    }

    @Test func `twice what is fetched at a time is begun`() {
        let feeds = (1...100).map { feed("host-\($0)", 1) }
        var turns = turns(concurrency: 8, perHost: 1, feeds)
        #expect(begun(&turns).count == 16)
        turns.finished(feeds[3])
        #expect(begun(&turns) == ["host-17-1"])
    }

    @Test func `other settings hold for those that wait`() {
        let feeds = (1...8).map { feed("a", $0) }
        var turns = turns(concurrency: 8, perHost: 1, feeds)
        #expect(begun(&turns) == ["a-1", "a-2"])
        var options = DownloadOptions()
        options.concurrency = 8
        options.perHost = 2
        turns.adopt(options)
        #expect(begun(&turns) == ["a-3", "a-4"])
        options.perHost = 1
        turns.adopt(options)
        for feed in feeds[0..<2] { turns.finished(feed) }
        #expect(begun(&turns).isEmpty)
        turns.finished(feeds[2])
        #expect(begun(&turns) == ["a-5"])
    }

    @Test func `a feed may come again`() {
        let same = feed("a", 1)
        var turns = turns(concurrency: 8, perHost: 1, [same])
        #expect(begun(&turns) == ["a-1"])
        turns.finished(same)
        turns.add(same)
        #expect(begun(&turns) == ["a-1"])
    }

    @Test func `who has not begun can be forgotten`() {
        let feeds = (1...4).map { feed("a", $0) }
        var turns = turns(concurrency: 8, perHost: 1, feeds)
        #expect(begun(&turns) == ["a-1", "a-2"])
        #expect(Set(turns.dropWaiting().map(\.id)) == ["a-3", "a-4"])
        turns.finished(feeds[0])
        #expect(begun(&turns).isEmpty)
    }
}
