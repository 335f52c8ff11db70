import Testing

@testable import Polling

@Suite struct HTTP2Tests {
    /// Asks eight times and gives the bodies, and what the server saw.
    private func ask(
        perHost: Int, answeringAtOnce count: Int
    ) async throws -> (bodies: [String], events: [HTTP2Server.Event]) {
        let server = try HTTP2Server(answeringAtOnce: count)
        defer { server.stop() }
        let options = DownloadOptions.loopback {
            $0.perHost = perHost
            $0.caFile = server.caFile
        }
        let bodies = try await withDownloader(options) { downloader in
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let request = DownloadRequest(url: server.url + "/feed")
                        let response = try await downloader.fetch(request)
                        return String(decoding: response.body, as: UTF8.self)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        var events: [HTTP2Server.Event] = []
        for await event in server.events {
            events.append(event)
            if events.count(where: { $0 != .connected }) == 8 { break }
        }
        return (bodies.sorted(), events)
    }

    @Test func `requests to one host share a connection, side by side`() async throws {
        let (bodies, events) = try await ask(perHost: 8, answeringAtOnce: 8)
        #expect(bodies == ["1", "11", "13", "15", "3", "5", "7", "9"])
        #expect(
            events == [.connected] + stride(from: 1, through: 15, by: 2).map { .asked(stream: $0) })
    }

    /// The first may be the only one when it begins: its connection then ends with it.
    @Test func `one at a time they share it one after the other`() async throws {
        let (bodies, events) = try await ask(perHost: 1, answeringAtOnce: 1)
        #expect(bodies.count == 8)
        #expect(events.count(where: { $0 == .connected }) <= 2)
    }
}
