import Foundation
import News
import Origin
import Testing

@testable import marsad

/// What an address, a header or a hook's address keeps secret stays so, whoever asks the daemon.
@Suite(.timeLimit(.minutes(3))) struct SecretTests {
    private static let word = "geheim"

    /// Feeds that answer, redirect, fail, are unreadable or not to be reached, and hooks that are
    /// told of some of it; all with the word in everything that may be secret.
    @Test func `no secret is told in log, status, metrics, notices or digests`() async throws {
        try await withPress(papers: 1) { press in
            serve(on: press)
            try await withTemporaryFolder { folder in
                try settings(press, in: folder).write(to: folder + "/config")
                let daemon = try RunningDaemon(
                    in: folder, environment: ["MARSAD_CLOCK_SPEED": "20000"], tests: true,
                    logLevel: "trace")
                let isTold = await eventually(every: .milliseconds(100)) {
                    text(folder + "/told").contains("\"failing-feed\"")
                        && text(folder + "/told").contains("\"digest\"")
                        && daemon.said("hook=web") > 0
                        && press.origin.requests(to: "/hook").isEmpty == false
                }
                #expect(isTold, "\(daemon.log.suffix(20))")
                let metrics = try await daemon.command("control", "metrics")
                let status = try await daemon.command("status")
                let details = try await daemon.command("status", "--format", "json")
                let list = try await daemon.command("feeds", "list", "--why")
                try await daemon.end()
                #expect(metrics.output.contains("marsad_feed_polls_total"))
                #expect(details.output.contains("closed"))
                let asked = press.origin.requests(to: "/good").first
                #expect(asked?.headers["x-key"] == SecretTests.word)
                let said =
                    [metrics, status, details, list].map { $0.output + $0.complaints }.joined()
                    + daemon.log.joined() + daemon.notifications.messages.joined()
                #expect(!said.contains(SecretTests.word), "\(said)")
                #expect(try holders(of: SecretTests.word, in: folder) == ["config"])
            }
        }
    }

    // MARK: The settings

    private func serve(on press: Press) {
        let body = FeedDocument.html("La DGSN équipe un poste.")
        let entry = FeedDocument.Entry(
            id: "one", title: "La DGSN équipe un poste",
            link: "http://papers.example/one", body: body)
        let feed = FeedDocument(title: "Le Fil", link: press.address, entries: [entry])
        press.origin["/good"] = Resource(feed.rss)
        press.origin["/moved"] = .redirect(
            302, to: "http://me:geheim@\(press.host)/closed?key=geheim")
        press.origin["/closed"] = Resource(status: 403)
        press.origin["/torn"] = Resource("<rss version=\"2.0\"><channel><item><title>A & B")
        press.origin["/hook"] = Resource(status: 500)
    }

    private func settings(_ press: Press, in folder: String) -> SmallSettings {
        var settings = press.settings()
        let roots = ["good", "moved", "closed", "torn"].map { ($0, press.host) }
        let feeds = (roots + [("nobody", "127.0.0.1:9")]).map { id, host in
            "\n  - {id: \(id), url: \"http://me:geheim@\(host)/\(id)?key=geheim\", "
                + "headers: {X-Key: {file: \(folder)/config/word}}}"
        }
        settings.files["word"] = SecretTests.word + "\n"
        settings.files["feeds.yaml"]? += feeds.joined()
        let told = "run: [/bin/sh, -c, 'cat >> \(folder)/told']"
        let post = "post: \"http://me:geheim@\(press.host)/hook?key=geheim\""
        settings.files["marsad.yaml"]? += """

            hooks:
              - {name: feeds, on: failing-feed, \(told)}
              - {name: digests, on: digest, \(told)}
              - {name: stories, on: story, grade: mention, \(told)}
              - {name: web, on: digest, \(post), secret-file: \(folder)/config/word}
              - {name: out, on: digest, post: "http://me:geheim@127.0.0.1:9/?key=geheim"}
            """
        return settings
    }

    // MARK: What was written

    private func text(_ file: String) -> String {
        (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    }

    /// The files and folders right below a folder that hold a word somewhere.
    private func holders(of word: String, in folder: String) throws -> [String] {
        let files = FileManager.default
        var holders: Set<String> = []
        for path in try files.subpathsOfDirectory(atPath: folder) {
            guard let bytes = files.contents(atPath: folder + "/" + path),
                bytes.range(of: Data(word.utf8)) != nil
            else { continue }
            holders.insert(path.split(separator: "/").first.map(String.init) ?? path)
        }
        return holders.sorted()
    }
}
