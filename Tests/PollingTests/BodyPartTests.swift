import Origin
import Testing

@testable import Polling

@Suite struct BodyPartTests {
    /// What was given out: the statuses of the heads, and the bytes behind the last.
    private struct Taken: Sendable, Equatable {
        var heads: [Int] = []
        var bytes: [UInt8] = []
        var parts = 0
    }

    private static func take(_ parts: AsyncStream<BodyPart>) async -> Taken {
        var taken = Taken()
        for await part in parts {
            switch part {
            case .head(let response):
                taken.heads.append(response.status)
                taken.bytes = []
            case .bytes(let bytes):
                taken.bytes += bytes
                taken.parts += 1
            }
        }
        return taken
    }

    private func fetch(
        _ url: String
    ) async throws -> (Taken, Result<DownloadResponse, DownloadError>) {
        try await withDownloader { downloader in
            await downloader.fetch(DownloadRequest(url: url), reading: BodyPartTests.take) {
                answer, taken in (taken, answer)
            }
        }
    }

    @Test(arguments: [0, 1, 70_000, 1_000_000])
    func `a document is given out while it comes`(size: Int) async throws {
        let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try await withOrigin(["/feed": Resource(body: body, isCompressed: true)]) { _, root in
            let (taken, answer) = try await fetch(root + "/feed")
            #expect(taken.heads == [200])
            // A difference of megabytes would take hours to be shown.
            let isWhole = taken.bytes == body
            #expect(isWhole)
            #expect(size < 200_000 || taken.parts > 10)
            let response = try answer.get()
            #expect(response.body == [])
            #expect(response.bodyLength == size)
            #expect(response.bodyHash == BodyHash.of(body))
        }
    }

    @Test func `what is no document stays whole, and a redirect gives out nothing`() async throws {
        let resources: [String: Resource] = [
            "/gone": Resource(status: 403, body: Array("no".utf8)),
            "/old": .redirect(302, to: "/feed"), "/feed": Resource("<rss/>"),
        ]
        try await withOrigin(resources) { _, root in
            let (none, refused) = try await fetch(root + "/gone")
            #expect(none == Taken())
            #expect(try refused.get().body == Array("no".utf8))
            let (taken, _) = try await fetch(root + "/old")
            #expect(taken == Taken(heads: [200], bytes: Array("<rss/>".utf8), parts: 1))
        }
    }

    @Test func `a body that is asked for once more is begun again`() async throws {
        let wrapped = Gzip.wrap([UInt8](repeating: 120, count: 200_000)).dropLast(8)
        let server = try HostileServer(answering: { request in
            guard request.contains("Accept-Encoding") else {
                return [.text(AttackTests.start + "\r\n<rss/>")]
            }
            return [
                .text(AttackTests.start + "Content-Encoding: gzip\r\n\r\n"),
                .send(Array(wrapped) + [9, 9, 9, 9, 9, 9, 9, 9]),
            ]
        })
        defer { server.stop() }
        let (taken, answer) = try await fetch(server.url)
        #expect(taken.heads == [200, 200])
        #expect(taken.bytes == Array("<rss/>".utf8))
        #expect(try answer.get().bodyLength == 6)
    }

    @Test func `no more come than are dealt with`() async throws {
        let feeds = Dictionary(
            uniqueKeysWithValues: (0..<100).map { ("/\($0)", Resource("<rss/>")) })
        try await withOrigin(feeds) { origin, root in
            let options = DownloadOptions.loopback {
                $0.concurrency = 4
                $0.perHost = 4
            }
            try await withDownloader(options) { downloader in
                let (gate, open) = AsyncStream<Void>.makeStream()
                let (dealings, begun) = AsyncStream<Void>.makeStream()
                await withTaskGroup(of: Void.self) { group in
                    for path in feeds.keys {
                        group.addTask {
                            let request = DownloadRequest(url: root + path)
                            await downloader.fetch(request, reading: BodyPartTests.take) { _, _ in
                                begun.yield()
                                for await _ in gate {}
                            }
                        }
                    }
                    for await _ in dealings.prefix(32) {}
                    let asked = feeds.keys.reduce(0) { $0 + origin.requests(to: $1).count }
                    #expect((32...36).contains(asked))
                    open.finish()
                }
                #expect(feeds.keys.allSatisfy { origin.requests(to: $0).count == 1 })
            }
        }
    }
}
