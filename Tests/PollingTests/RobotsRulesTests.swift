import Origin
import Testing

@testable import Polling

@Suite struct RobotsRulesTests {
    /// A file, and paths that it allows or (with a `-`) does not.
    @Test(arguments: [
        ("", ["/", "/a"]),
        ("User-agent: *\nDisallow: /", ["-/", "-/a", "/robots.txt"]),
        ("User-agent: *\nDisallow:", ["/a"]),
        ("Disallow: /", ["/a"]),
        ("User-agent: *\nDisallow: /p", ["-/p", "-/page", "-/p/a", "/q", "/P"]),
        ("User-agent: *\nDisallow: /\nAllow: /news/", ["-/a", "/news/1", "-/news"]),
        ("User-agent: *\nAllow: /a\nDisallow: /a", ["/a"]),
        ("User-agent: *\nDisallow: /a\nAllow: /a", ["/a"]),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", ["/a/c", "-/a/b/c"]),
        ("User-agent: *\nDisallow: /*.php$", ["-/a.php", "-/a/b.php", "/a.php?x", "/a.phps"]),
        ("User-agent: *\nDisallow: /*?page=", ["-/a?page=2", "/a?x", "-/?page="]),
        ("User-agent: *\nDisallow: /a*b*c", ["-/abc", "-/a1b2c3", "/acb", "/ab"]),
        ("User-agent: *\nDisallow: *", ["-/a"]),
        ("User-agent: *\nDisallow: /$", ["-/", "/a"]),
        ("User-agent: marsad\nDisallow: /a\nUser-agent: *\nDisallow: /b", ["-/a", "/b"]),
        ("User-agent: *\nDisallow: /b\nUser-agent: MARSAD/2.0\nDisallow: /a", ["-/a", "/b"]),
        ("User-agent: marsad\nUser-agent: x\nDisallow: /a", ["-/a"]),
        ("User-agent: x\nDisallow: /a\nUser-agent: marsad\nDisallow:\n", ["/a"]),
        ("User-agent: marsad\n\nUser-agent: *\nDisallow: /", ["-/a"]),
        (
            "User-agent: marsad\nDisallow: /a\nUser-agent: x\nDisallow: /\n"
                + "User-agent: marsad\nDisallow: /b", ["-/a", "-/b", "/c"]
        ),
        ("User-agent: marsadbot\nDisallow: /", ["/a"]),
        ("\u{FEFF}user-AGENT : * # all\r\n disallow :/a # this\rCrawl-delay: 5\n", ["-/a", "/b"]),
        ("User-agent: *\nDisallow: /أمن", ["-/%D8%A3%D9%85%D9%86/1", "-/أمن", "/أمر"]),
        ("User-agent: *\nDisallow: /%7ea%2fb", ["-/~a%2Fb", "/~a/b"]),
        ("User-agent: *\nSitemap: /x\nDisallow: /a\nnonsense\nDisallow: /b", ["-/a", "-/b"]),
        ("<html><body>Disallow: /</body></html>", ["/a"]),
    ])
    func `a file allows and forbids these`(file: String, paths: [String]) {
        let rules = RobotsRules(Array(file.utf8))
        for path in paths {
            let isForbidden = path.hasPrefix("-")
            let asked = isForbidden ? String(path.dropFirst()) : path
            #expect(rules.allows(asked) == !isForbidden, "\(path)")
        }
    }

    @Test func `a pattern of many stars is judged at once`() {
        let pattern = "/" + String(repeating: "*a", count: 2000) + "$"
        let rules = RobotsRules(Array("User-agent: *\nDisallow: \(pattern)".utf8))
        #expect(rules.allows("/" + String(repeating: "a", count: 1999) + "b"))
        #expect(!rules.allows("/" + String(repeating: "a", count: 2000)))
    }

    @Test func `only the beginning of an endless file is read`() {
        let filler = String(repeating: "# filler\n", count: 70_000)
        let rules = RobotsRules(Array("\(filler)User-agent: *\nDisallow: /".utf8))
        #expect(rules == .everything)
    }

    @Test(arguments: [
        (Resource("User-agent: *\nDisallow: /a"), false, true),
        (Resource(status: 404), true, true), (Resource(status: 403), true, true),
        (Resource(status: 500), false, false), (Resource(status: 503), false, false),
        (Resource(status: 429), false, false), (.redirect(302, to: "/moved"), false, true),
    ])
    func `what a site answers for its file decides`(
        answer: Resource, allowsA: Bool, allowsB: Bool
    ) async throws {
        let moved = Resource("User-agent: marsad\nDisallow: /a")
        try await withOrigin(["/robots.txt": answer, "/moved": moved]) { origin, root in
            try await withDownloader { downloader in
                let robots = Robots(downloader)
                #expect(await robots.allow(DownloadRequest(url: root + "/a?x#y")) == allowsA)
                #expect(await robots.allow(DownloadRequest(url: root + "/b")) == allowsB)
            }
            #expect(origin.requests(to: "/robots.txt").count == 1)
        }
    }

    @Test func `a site out of reach allows nothing, and ten ask it once`() async throws {
        try await withOrigin(["/robots.txt": Resource("User-agent: *\nDisallow: /a")]) {
            origin, root in
            try await withDownloader { downloader in
                let robots = Robots(downloader)
                #expect(await !robots.allow(DownloadRequest(url: "http://nowhere.invalid/")))
                #expect(await !robots.allow(DownloadRequest(url: "ftp://nowhere.invalid/")))
                await withTaskGroup(of: Bool.self) { group in
                    for _ in 0..<10 {
                        group.addTask { await robots.allow(DownloadRequest(url: root + "/b")) }
                    }
                    for await isAllowed in group { #expect(isAllowed) }
                }
            }
            #expect(origin.requests(to: "/robots.txt").count == 1)
        }
    }
}
