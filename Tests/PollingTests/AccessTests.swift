import Foundation
import News
import Origin
import Testing

@testable import Polling

/// Headers, proxies and authorities that the settings name for a feed.
@Suite struct AccessTests {
    private func feed(_ url: String, _ access: FeedAccess) -> Feed {
        Feed(id: "a", name: "A", url: url, access: access)
    }

    @Test func `headers come from where they lie, at each request`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let feed = feed(
            "https://a.example/feed",
            FeedAccess(
                headers: ["Authorization": .environment("TOKEN"), "X-Key": .file(file)],
                proxy: .environment("PROXY"), caFile: "/etc/ca.pem"))
        for key in ["first", "second"] {
            try Data("\(key)\n".utf8).write(to: URL(filePath: file))
            let made = try DownloadRequest(url: feed.url).made(
                as: feed, environment: ["TOKEN": "Bearer x", "PROXY": "http://p.example:3128"])
            #expect(made.headers == ["Authorization": "Bearer x", "X-Key": key])
            #expect(made.proxy == "http://p.example:3128")
            #expect(made.caFile == "/etc/ca.pem")
        }
    }

    @Test(arguments: [
        (
            SettingSource.environment("NOT_SET"),
            "a.example: not asked: the header ‘X’ is to come from the variable NOT_SET, which is "
                + "not set"
        ),
        (
            .file("/nowhere/key"),
            "a.example: not asked: the header ‘X’ is to come from /nowhere/key, which cannot be "
                + "read"
        ),
    ])
    func `a secret that cannot be had is told by its place`(
        source: SettingSource, complaint: String
    ) {
        let feed = feed("https://a.example/feed", FeedAccess(headers: ["X": source]))
        let error = #expect(throws: DownloadError.self) {
            try DownloadRequest(url: feed.url).made(as: feed, environment: [:])
        }
        #expect(error?.description == complaint)
    }

    @Test(arguments: [
        ("https://a.example/other", true), ("https://b.example/feed", false),
        ("http://a.example/feed", false), ("https://a.example:8443/feed", false),
        ("https://a.example.b.example/feed", false),
    ])
    func `only the feed's own host gets its secret`(url: String, isSent: Bool) throws {
        let feed = feed("https://a.example/feed", FeedAccess(headers: ["X": .environment("KEY")]))
        let made = try DownloadRequest(url: url).made(as: feed, environment: ["KEY": "secret"])
        #expect(made.headers == (isSent ? ["X": "secret"] : [:]))
    }

    @Test func `a redirect to another host loses the headers`() async throws {
        try await withOrigin(["/feed": Resource("<rss/>")]) { other, otherRoot in
            let away = otherRoot.replacing("127.0.0.1", with: "localhost") + "/feed"
            let here = ["/near": Resource.redirect(302, to: "/feed"), "/feed": Resource("<rss/>")]
            try await withOrigin(here) { origin, root in
                origin["/far"] = .redirect(302, to: away)
                try await withDownloader { downloader in
                    for path in ["/near", "/far"] {
                        let headers = ["Authorization": "secret"]
                        let request = DownloadRequest(url: root + path, headers: headers)
                        let response = try await downloader.fetch(request)
                        #expect(response.status == 200)
                    }
                }
                let kept = origin.requests(to: "/feed").map { $0.headers["authorization"] }
                #expect(kept == ["secret"])
            }
            #expect(other.requests(to: "/feed").map { $0.headers["authorization"] } == [nil])
        }
    }

    @Test func `a feed is asked through its proxy`() async throws {
        try await withOrigin([:]) { origin, root in
            origin["/feed"] = Resource("<rss/>")
            let request = DownloadRequest(url: "http://far.invalid/feed", proxy: root)
            let response = try await withDownloader { try await $0.fetch(request) }
            #expect(response.body == Array("<rss/>".utf8))
            #expect(origin.requests(to: "/feed").first?.headers["host"] == "far.invalid")
        }
    }

    @Test func `all go through the common proxy that name none of their own`() async throws {
        try await withOrigin([:]) { origin, root in
            try await withOrigin([:]) { own, ownRoot in
                origin["/feed"] = Resource("<rss/>")
                own["/feed"] = Resource("<rss/>")
                var options = DownloadOptions(hostPause: 0, allowedNetworks: ["127.0.0.0/8"])
                options.proxy = .text(root)
                try await withDownloader(options) { downloader in
                    _ = try await downloader.fetch(DownloadRequest(url: "http://far.invalid/feed"))
                    _ = try await downloader.fetch(
                        DownloadRequest(url: "http://near.invalid/feed", proxy: ownRoot))
                }
                #expect(
                    origin.requests(to: "/feed").map { $0.headers["host"] } == ["far.invalid"])
                #expect(own.requests(to: "/feed").map { $0.headers["host"] } == ["near.invalid"])
            }
        }
    }

    @Test func `without a password for the common proxy nobody is asked`() async throws {
        var options = DownloadOptions(hostPause: 0)
        options.proxy = .file("/nowhere/proxy")
        let request = DownloadRequest(url: "http://far.invalid/feed")
        let error = try await withDownloader(options) { await failure(of: request, with: $0) }
        #expect(
            error?.description
                == "far.invalid: not asked: the proxy is to come from /nowhere/proxy, which cannot "
                + "be read")
    }

    @Test(arguments: [
        (
            "http://10.0.0.1/feed", "http://127.0.0.1:1",
            "10.0.0.1: refused its address 10.0.0.1 (private)"
        ),
        (
            "http://a.example/feed", "http://me:secret@10.0.0.1:3128",
            "a.example: refused its address 10.0.0.1 (private)"
        ),
        (
            "http://a.example/feed", "http://me:secret@proxy.invalid",
            "a.example: no way through its proxy: Could not resolve proxy: proxy.invalid"
        ),
    ])
    func `a proxy leads nowhere it must not, and tells no secret`(
        url: String, proxy: String, complaint: String
    ) async throws {
        let request = DownloadRequest(url: url, proxy: proxy)
        let error = try await withDownloader { await failure(of: request, with: $0) }
        #expect(error?.description == complaint)
    }
}
