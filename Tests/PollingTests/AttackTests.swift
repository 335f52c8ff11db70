import Origin
import Testing

@testable import Polling

/// What a hostile or broken host may do to us: end in its own clear error, soon and in bounds.
@Suite struct AttackTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var steps: [HostileServer.Step]
        var complaint: String

        init(_ name: String, _ steps: HostileServer.Step..., complaint: String) {
            testDescription = name
            self.steps = steps
            self.complaint = complaint
        }
    }

    static let start = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
    static let limits = DownloadOptions.loopback {
        $0.lowSpeedSeconds = 1
        $0.maximumBody = 1 << 20
    }

    @Test(arguments: [
        Attack(
            "a bomb", .text(start + "Content-Encoding: gzip\r\n\r\n"),
            .send(bomb(ofZeros: 100 << 20)), complaint: "body of more than 1048576 bytes"),
        Attack(
            "an endless body in chunks", .text(start + "Transfer-Encoding: chunked\r\n\r\n"),
            .sendForever(Array("400\r\n\(String(repeating: "x", count: 0x400))\r\n".utf8)),
            complaint: "body of more than 1048576 bytes"),
        Attack(
            "an endless body without a length", .text(start + "\r\n"),
            .sendForever(Array(repeating: 120, count: 4096)),
            complaint: "body of more than 1048576 bytes"),
        Attack(
            "a length of nine gigabytes", .text(start + "Content-Length: 9000000000\r\n\r\n"),
            .hang, complaint: "body of more than 1048576 bytes"),
        Attack(
            "endless headers", .text(start), .sendForever(Array("X-Filler: yes\r\n".utf8)),
            complaint: "headers of more than 65536 bytes"),
        Attack(
            "a length that is too long", .text(start + "Content-Length: 100\r\n\r\n<rss>"),
            complaint: "connection ended in the middle of the body, after 5 bytes"),
        Attack(
            "chunks that end too soon",
            .text(start + "Transfer-Encoding: chunked\r\n\r\n64\r\n<rss>"),
            complaint: "connection ended in the middle of the body, after 5 bytes"),
        Attack(
            "a reset in the middle", .text(start + "Content-Length: 100\r\n\r\n<rss>"), .reset,
            complaint: "transfer broke: Recv failure: Connection reset by peer"),
        Attack("no answer", complaint: "transfer broke: Empty reply from server"),
        Attack(
            "another protocol", .text("220 ftp.example.org ready\r\n"),
            complaint: "transfer broke: Received HTTP/0.9 when not allowed"),
        Attack(
            "a drip", .text(start + "\r\n"), .drip(120, everyMilliseconds: 50),
            complaint: "sent less than 100 bytes a second for 1 s"),
        Attack(
            "a drip of headers", .text(start), .drip(120, everyMilliseconds: 50),
            complaint: "sent less than 100 bytes a second for 1 s"),
        Attack(
            "bytes that are no gzip", .text(start + "Content-Encoding: gzip\r\n\r\n"),
            .send(Gzip.wrap([1, 2, 3]).dropLast(8) + [9, 9, 9, 9, 9, 9, 9, 9]),
            complaint: "body in a broken encoding: Error while processing content unencoding: "
                + "incorrect data check"),
    ])
    func `an attack ends in its own error`(_ attack: Attack) async throws {
        let steps = attack.steps
        let server = try HostileServer(answering: { _ in steps })
        defer { server.stop() }
        let error = try await withDownloader(AttackTests.limits) {
            await failure(of: DownloadRequest(url: server.url), with: $0)
        }
        #expect(error?.description == "127.0.0.1: \(attack.complaint)")
    }

    @Test(arguments: ["", start, start + "Content-Length: 9\r\n\r\n<rss>"])
    func `a host that hangs is given up`(beginning: String) async throws {
        let server = try HostileServer(.text(beginning), .hang)
        defer { server.stop() }
        let options = DownloadOptions.loopback { $0.totalTimeout = 0.2 }
        let error = try await withDownloader(options) {
            await failure(of: DownloadRequest(url: server.url), with: $0)
        }
        #expect(error?.description == "127.0.0.1: no whole answer within 0.2 s")
    }

    @Test func `a host that no packet reaches is no host that is slow`() async throws {
        let hole = try BlackHole()
        let options = DownloadOptions.loopback { $0.connectTimeout = 0.3 }
        let error = try await withDownloader(options) {
            await failure(of: DownloadRequest(url: "http://127.0.0.1:\(hole.port)/"), with: $0)
        }
        #expect(
            error?.description == "127.0.0.1: no connection: nobody answered in 0.3 s")
    }

    @Test func `a body that is wrongly called compressed is asked for once more`() async throws {
        let server = try HostileServer(answering: { request in
            let isAsked = request.contains("Accept-Encoding")
            let encoding = isAsked ? "Content-Encoding: gzip\r\n" : ""
            return [.text(AttackTests.start + encoding + "\r\n<rss/>")]
        })
        defer { server.stop() }
        let response = try await withDownloader {
            try await $0.fetch(DownloadRequest(url: server.url))
        }
        #expect(response.body == Array("<rss/>".utf8))
    }

    @Test func `a compressed body cut in half is what came of it`() async throws {
        let body = [UInt8](repeating: 120, count: 1000)
        let half = Array(Gzip.wrap(body).prefix(500))
        let server = try HostileServer(
            .text(AttackTests.start + "Content-Encoding: gzip\r\nContent-Length: 500\r\n\r\n"),
            .send(half))
        defer { server.stop() }
        let response = try await withDownloader {
            try await $0.fetch(DownloadRequest(url: server.url))
        }
        #expect(response.body == Array(body.prefix(485)))
    }

    @Test func `the headers of an interim answer are forgotten`() async throws {
        let server = try HostileServer(
            .text("HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\nX-Early: 1\r\n\r\n"),
            .text("HTTP/1.1 200 OK\r\nX-Late: 1\r\nx-late:  2 \r\nContent-Length: 0\r\n\r\n"))
        defer { server.stop() }
        let response = try await withDownloader {
            try await $0.fetch(DownloadRequest(url: server.url))
        }
        #expect(response.headers == ["x-late": "1, 2", "content-length": "0"])
    }

    @Test func `an etag goes back byte for byte`() async throws {
        let etag: [UInt8] = Array("W/\"".utf8) + [0xE9, 0xD9, 0x85] + Array(" a\"".utf8)
        let server = try HostileServer(
            .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: "), .send(etag),
            .text("\r\n\r\n"))
        defer { server.stop() }
        let response = try await withDownloader {
            try await $0.fetch(DownloadRequest(url: server.url))
        }
        let lines = DownloadRequest(url: "", etag: response.etag).headerLines(withSecrets: true)
        #expect(lines.contains(Array("If-None-Match: ".utf8) + etag))
    }

    @Test(arguments: [
        ("http://127.0.0.1:1/", "127.0.0.1: no connection: Failed to connect"),
        ("http://user:secret@127.0.0.1:1/?key=secret", "127.0.0.1: no connection: "),
        ("http://nowhere.invalid/", "nowhere.invalid: no such host, or no name server answered"),
        ("ftp://example.org/", "example.org: refused the scheme ‘ftp’"),
        ("http://user:secret@/feed", "an address without a host: not a web address"),
        ("", "an address without a host: not a web address"),
        ("http://2130706433/", "127.0.0.1: "),
    ])
    func `what cannot be asked says so and tells no secret`(
        url: String, complaint: String
    ) async throws {
        let error = try await withDownloader {
            await failure(of: DownloadRequest(url: url), with: $0)
        }
        let text = try #require(error?.description)
        #expect(text.hasPrefix(complaint))
        #expect(!text.contains("secret"))
    }

    @Test(arguments: [
        "http://127.0.0.1:1/", "http://2130706433/", "http://0177.1/", "http://[::1]/",
        "http://localhost/", "http://0/", "http://[::ffff:127.0.0.1]/",
    ])
    func `the machine itself is not asked by any name`(url: String) async throws {
        let error = try await withDownloader(DownloadOptions(hostPause: 0)) {
            await failure(of: DownloadRequest(url: url), with: $0)
        }
        guard case .refusedAddress? = error else {
            Issue.record("\(url) ended in \(String(describing: error))")
            return
        }
    }
}
