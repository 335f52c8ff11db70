import Origin
import Testing

@testable import Polling

/// Many requests at once, cancellation and the end.
@Suite struct TurnTests {
    @Test func `a cancelled task closes its connection`() async throws {
        let server = try HostileServer(.hang)
        defer { server.stop() }
        var events = server.events.makeAsyncIterator()
        try await withDownloader { downloader in
            await withTaskGroup(of: DownloadError?.self) { group in
                group.addTask {
                    await failure(of: DownloadRequest(url: server.url), with: downloader)
                }
                guard case .asked? = await events.next() else { return }
                group.cancelAll()
                #expect(await group.next() == .cancelled(host: "127.0.0.1"))
            }
        }
        #expect(await events.next() == .closed)
    }

    @Test func `a task that was cancelled before is not asked for`() async throws {
        let server = try HostileServer(.hang)
        defer { server.stop() }
        let error = try await withDownloader { downloader in
            await withTaskGroup(of: DownloadError?.self) { group in
                group.cancelAll()
                group.addTask {
                    await failure(of: DownloadRequest(url: server.url), with: downloader)
                }
                return await group.next() ?? nil
            }
        }
        #expect(error == .cancelled(host: "127.0.0.1"))
    }

    @Test func `closing ends what is under way and what comes after`() async throws {
        let server = try HostileServer(.hang)
        defer { server.stop() }
        var events = server.events.makeAsyncIterator()
        let downloader = Downloader(.loopback())
        async let error = failure(of: DownloadRequest(url: server.url), with: downloader)
        guard case .asked? = await events.next() else { return }
        await downloader.close()
        #expect(await error == .closed(host: "127.0.0.1"))
        let late = await failure(of: DownloadRequest(url: server.url), with: downloader)
        #expect(late?.description.hasSuffix("not asked, for downloading has ended") == true)
    }

    @Test func `a slow host does not hold up the others`() async throws {
        let slow = try HostileServer(.hang)
        defer { slow.stop() }
        try await withOrigin(["/feed": Resource("<rss/>")]) { _, root in
            let options = DownloadOptions.loopback { $0.concurrency = 2 }
            try await withDownloader(options) { downloader in
                let quick = root.replacing("127.0.0.1", with: "localhost") + "/feed"
                await withTaskGroup(of: DownloadError?.self) { group in
                    for _ in 0..<5 {
                        group.addTask {
                            await failure(of: DownloadRequest(url: slow.url), with: downloader)
                        }
                    }
                    group.addTask {
                        await failure(of: DownloadRequest(url: quick), with: downloader)
                    }
                    #expect(await group.next() == .some(nil))
                    group.cancelAll()
                }
            }
        }
    }

    @Test func `a host that asks to wait is not asked by those who queue for it`() async throws {
        let busy = Resource(status: 429, headers: ["Retry-After": "120"])
        try await withOrigin(["/feed": busy]) { origin, root in
            let answers = await withTaskGroup(of: String.self) { group in
                let downloader = Downloader(.loopback())
                for _ in 0..<10 {
                    group.addTask {
                        do throws(DownloadError) {
                            let request = DownloadRequest(url: root + "/feed")
                            return "\(try await downloader.fetch(request).status)"
                        } catch {
                            return error.description
                        }
                    }
                }
                var answers: [String] = []
                for await answer in group { answers.append(answer) }
                await downloader.close()
                return answers
            }
            #expect(answers.count { $0 == "429" } == 1)
            #expect(
                answers.count { $0 == "127.0.0.1: asked not to be asked for another 2 min" } == 9
            )
            #expect(origin.requests(to: "/feed").count == 1)
        }
    }

    @Test func `a thousand slow connections are had at once`() async throws {
        let server = try HostileServer(.hang)
        defer { server.stop() }
        let options = DownloadOptions.loopback {
            $0.concurrency = 1000
            $0.perHost = 1000
        }
        var events = server.events.makeAsyncIterator()
        try await withDownloader(options) { downloader in
            await withTaskGroup(of: DownloadError?.self) { group in
                for _ in 0..<1000 {
                    group.addTask {
                        await failure(of: DownloadRequest(url: server.url), with: downloader)
                    }
                }
                for _ in 0..<1000 {
                    guard case .asked? = await events.next() else { break }
                }
                group.cancelAll()
                var cancelled = 0
                for await error in group where error == .cancelled(host: "127.0.0.1") {
                    cancelled += 1
                }
                #expect(cancelled == 1000)
            }
        }
    }
}
