import Origin
import Testing

@testable import Polling

@Suite struct DownloaderTests {
    @Test func `a feed is fetched once and then found unchanged`() async throws {
        let feed = Resource("<rss/>", etag: #"W/"a,b""#, lastModified: "yesterday, they say")
        try await withOrigin(["/feed": feed]) { origin, root in
            try await withDownloader { downloader in
                let first = try await downloader.fetch(DownloadRequest(url: root + "/feed"))
                #expect(first.status == 200)
                #expect(first.body == Array("<rss/>".utf8))
                #expect(first.contentType == "application/rss+xml")
                let second = try await downloader.fetch(
                    DownloadRequest(
                        url: root + "/feed", etag: first.etag, lastModified: first.lastModified))
                #expect(second.status == 304)
                #expect(second.body == [])
            }
            let requests = origin.requests(to: "/feed")
            #expect(requests.map { $0.headers["if-none-match"] } == [nil, #"W/"a,b""#])
            #expect(
                requests.map { $0.headers["if-modified-since"] } == [nil, "yesterday, they say"])
            #expect(requests.map { $0.headers["a-im"] } == [nil, "feed"])
            #expect(requests.map(\.method) == ["GET", "GET"])
        }
    }

    @Test func `a request says who asks and nothing needless`() async throws {
        try await withOrigin(["/feed": Resource("<rss/>")]) { origin, root in
            _ = try await withDownloader {
                try await $0.fetch(DownloadRequest(url: root + "/feed"))
            }
            let headers = try #require(origin.requests(to: "/feed").first?.headers)
            #expect(
                headers.keys.sorted() == ["accept", "accept-encoding", "host", "user-agent"])
            #expect(headers["user-agent"] == "Marsad/0 (+https://example.org/contact)")
            #expect(headers["accept"] == DownloadRequest.feedTypes)
            #expect(headers["accept-encoding"]?.contains("gzip") == true)
        }
    }

    @Test(arguments: [0, 1, 70_000, 200_000])
    func `a compressed body arrives decoded`(size: Int) async throws {
        let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let resource = Resource(body: body, isCompressed: true)
        try await withOrigin(["/feed": resource]) { _, root in
            let response = try await withDownloader {
                try await $0.fetch(DownloadRequest(url: root + "/feed"))
            }
            #expect(response.headers["content-encoding"] == "gzip")
            #expect(response.body == body)
        }
    }

    @Test(arguments: [200, 226, 304, 401, 403, 404, 410, 429, 500, 503])
    func `every status is an answer`(status: Int) async throws {
        let resource = Resource(status: status, headers: ["X-Said": "yes"])
        try await withOrigin(["/feed": resource]) { _, root in
            let response = try await withDownloader {
                try await $0.fetch(DownloadRequest(url: root + "/feed"))
            }
            #expect(response.status == status)
            #expect(response.headers["x-said"] == "yes")
        }
    }

    @Test func `redirects are followed and told`() async throws {
        let resources: [String: Resource] = [
            "/old": .redirect(301, to: "/newer"), "/newer": .redirect(308, to: "/now"),
            "/now": .redirect(302, to: "/feed?edition=1"), "/feed": Resource("<rss/>"),
        ]
        try await withOrigin(resources) { _, root in
            let response = try await withDownloader {
                try await $0.fetch(DownloadRequest(url: root + "/old"))
            }
            #expect(response.status == 200)
            #expect(response.effectiveURL == root + "/feed?edition=1")
            #expect(
                response.redirects == [
                    .init(status: 301, location: root + "/newer"),
                    .init(status: 308, location: root + "/now"),
                    .init(status: 302, location: root + "/feed?edition=1"),
                ])
            #expect(response.permanentTarget == root + "/now")
        }
    }

    @Test(arguments: [
        ("/loop", "127.0.0.1: more than 10 redirects"),
        ("/ftp", "ftp.example.org: refused the scheme ‘ftp’; only http and https are asked"),
        (
            "/file",
            "an address without a host: refused the scheme ‘file’; only http and https are asked"
        ),
        ("/private", "10.0.0.1: refused its address 10.0.0.1 (private)"),
        (
            "/mapped",
            "::ffff:192.168.0.1: refused its address ::ffff:192.168.0.1 "
                + "(private, within IPv6)"
        ),
    ])
    func `a redirect leads nowhere it must not`(path: String, complaint: String) async throws {
        let resources: [String: Resource] = [
            "/loop": .redirect(302, to: "/loop"),
            "/ftp": .redirect(302, to: "ftp://user:secret@ftp.example.org/feed"),
            "/file": .redirect(302, to: "file:///etc/passwd"),
            "/private": .redirect(302, to: "http://user:secret@10.0.0.1/feed"),
            "/mapped": .redirect(302, to: "http://[::ffff:192.168.0.1]/feed"),
        ]
        try await withOrigin(resources) { _, root in
            let error = try await withDownloader {
                await failure(of: DownloadRequest(url: root + path), with: $0)
            }
            #expect(error?.description == complaint)
        }
    }
}
