import Foundation
import Origin
import Storage
import Testing

/// `marsad feeds` as a process.
@Suite(.timeLimit(.minutes(2))) struct FeedCommandTests {
    static let page = """
        <html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>
        """

    static func feed(_ title: String, items: Int = 2) -> Resource {
        let entries = (0..<items).map { number in
            FeedDocument.Entry(
                id: "\(number)", title: "La DGSN ouvre le poste \(number)",
                link: "http://papers.example/\(number)", body: "La Sûreté nationale ouvre.",
                published: Date(timeIntervalSince1970: 1_769_860_800))
        }
        let feed = FeedDocument(
            title: title, link: "http://papers.example/", language: "fr-MA", entries: entries)
        return Resource(feed.rss, etag: "\"1\"")
    }

    private func withSite(
        _ resources: [String: Resource],
        _ body: (Origin, String, ([String]) async throws -> Ending) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let origin = try Origin(resources: resources)
            let root = try await origin.start()
            try SmallSettings().write(to: folder + "/config")
            let places = ["--config", folder + "/config", "--state", folder + "/state"]
            do {
                try await body(origin, root) { arguments in
                    let isStateless = ["remove", "import", "export"].contains(
                        arguments.dropFirst().first)
                    return try await BuiltProgram.run(
                        arguments + places.prefix(isStateless ? 2 : 4),
                        environment: ["A_KEY": "geheim"])
                }
                await origin.stop()
            } catch {
                await origin.stop()
                throw error
            }
        }
    }

    @Test func `a feed is found, subscribed to and asked without conditions once`() async throws {
        let site = [
            "/": Resource(FeedCommandTests.page, contentType: "text/html"),
            "/feed": FeedCommandTests.feed("Le Fil"),
        ]
        try await withSite(site) { origin, root, run in
            let host = root.dropFirst("http://".count)
            let added = try await run(["feeds", "add", root + "/", "--tag", "national"])
            #expect(added.code == 0)
            #expect(added.output.contains("added \(host) to "))
            #expect(added.output.contains("\n2 items, 2 matches\nnext in "))
            let poll = try await run(["poll", "Le Fil"])
            #expect(
                poll.output
                    == "1 feeds asked, 0 failed, 1 unchanged; 0 new items, 0 edited, 0 matches\n")
            let asked = origin.requests(to: "/feed").map { $0.headers["if-none-match"] }
            #expect(asked == [nil, "\"1\""])
            #expect(origin.requests(to: "/").count == 1)
            let again = try await run(["feeds", "add", root + "/feed"])
            #expect(again.complaints == "marsad: ‘\(host)’ is subscribed to already\n")
        }
    }

    @Test func `a site that names no feed is asked at the usual places`() async throws {
        let page = Resource("<html><body>Bonjour</body></html>", contentType: "text/html")
        try await withSite(["/news": page, "/rss.xml": FeedCommandTests.feed("Le Fil")]) {
            origin, root, run in
            let found = try await run(["feeds", "discover", root + "/news", "--format", "jsonl"])
            #expect(found.output.contains("\"url\":\"\(root)/rss.xml\""))
            #expect(found.output.contains("\"items\":2"))
            #expect(origin.requests(to: "/feed").count == 1)
            #expect(origin.requests(to: "/atom.xml").isEmpty)
            let none = try await run(["feeds", "discover", root + "/nothing"])
            #expect(none.code == 2)
            #expect(none.complaints.hasSuffix("marsad: no feed found at \(root)/nothing\n"))
        }
    }

    @Test func `feeds are tried without a trace`() async throws {
        let site = ["/feed": FeedCommandTests.feed("Le Fil"), "/old": .redirect(301, to: "/feed")]
        try await withSite(site) { origin, root, run in
            let tried = try await run(
                ["feeds", "check", root + "/old", root + "/gone", "--format", "json"])
            #expect(tried.code == 1)
            let lines = try JSONSerialization.jsonObject(with: Data(tried.output.utf8))
            let rows = try #require(lines as? [[String: Any]])
            #expect(rows[0]["status"] as? Int == 200)
            #expect(rows[0]["format"] as? String == "rss-2.0")
            #expect(rows[0]["items"] as? Int == 2)
            #expect(rows[0]["newest"] as? String == "2026-01-31T12:00:00Z")
            #expect(rows[0]["encoding"] as? String == "utf-8")
            #expect(rows[0]["etag"] as? Bool == true)
            let redirects = rows[0]["redirects"] as? [[String: Any]]
            #expect(redirects?.first?["to"] as? String == root + "/feed")
            #expect(rows[1]["error"] as? String == "\(root.dropFirst(7)): has no such page (404)")
            let text = try await run(["feeds", "check", root + "/feed"])
            #expect(text.output.hasPrefix("feed "))
            #expect(text.code == 0)
        }
    }

    @Test func `subscriptions go out and come in as they were`() async throws {
        try await withSite([:]) { _, _, run in
            let folder = FileManager.default.temporaryDirectory
                .appending(path: "opml-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let opml = """
                <opml version="2.0"><body><outline text="Presse"><outline text="Régions">
                <outline text="Le Nord" xmlUrl="http://nord.example/feed" language="fr"/>
                </outline></outline></body></opml>
                """
            try Data(opml.utf8).write(to: URL(filePath: folder))
            let dry = try await run(["feeds", "import", folder, "--dry-run"])
            #expect(dry.complaints == "1 would be added, 0 subscribed to already\n")
            let first = try await run(["feeds", "import", folder])
            #expect(first.output == "nord.example  Presse, Régions\n")
            let second = try await run(["feeds", "import", folder])
            #expect(second.complaints == "0 added, 1 subscribed to already\n")
            let out = try await run(["feeds", "export"])
            #expect(
                out.output.contains(
                    """
                        <outline text="Presse">
                          <outline text="Régions">
                            <outline type="rss" text="Le Nord" title="Le Nord" \
                    xmlUrl="http://nord.example/feed" language="fr"/>
                    """))
            #expect(
                try await run(["feeds", "remove", "Le Nord"]).output == "removed nord.example\n")
            let rest = try await run(["feeds", "export"])
            #expect(!rest.output.contains("nord.example"))
        }
    }

    /// The password of an address, its query, and the value of a header.
    @Test func `no secret is told anywhere`() async throws {
        try await withSite(["/feed": FeedCommandTests.feed("Le Fil")]) { origin, root, run in
            let url = root.replacing("http://", with: "http://me:geheim@")
            let added = try await run(["feeds", "add", url + "/feed?key=geheim", "--id", "fil"])
            let failing = "marsad-fails"
            let broken = try await run(["feeds", "add", url + "/\(failing)?key=geheim"])
            origin["/feed"] = Resource(status: 500)
            var said = added.output + added.complaints + broken.output + broken.complaints
            for command in [
                ["poll", "fil"], ["poll", "fil", "--format", "json"], ["feeds", "list"],
                ["feeds", "list", "--why"], ["feeds", "list", "--format", "json"],
                ["feeds", "check", "fil"], ["feeds", "check", "fil", "--format", "json"],
                ["status"], ["status", "--format", "json"],
            ] {
                let ending = try await run(command)
                said += ending.output + ending.complaints
            }
            #expect(said.contains("is in trouble (500)"))
            #expect(!said.contains("geheim"), "\(said)")
        }
    }
}
