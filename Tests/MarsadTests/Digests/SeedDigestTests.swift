import Digests
import Extraction
import Foundation
import News
import Storage
import Testing

@testable import Settings
@testable import marsad

/// The digest of the five seed articles under the settings in `config/`, as a person has read and
/// approved it, in three languages and all forms: those that `Tests/Browser` opens and gives to
/// other programs. The articles go the way of all others, through the archive.
///
/// `MARSAD_GOLDEN=write swift test` writes the files anew where rules or names changed, to be read
/// again before they are committed.
struct SeedDigestTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden")

    @Test func `the seeds' digest reads as approved`() async throws {
        try await withSeedWriter { writer, period, _ in
            var input = try writer.input(
                since: period.since, until: period.until, at: period.until)
            // Every archive has an identity of its own.
            input.archive = UUID(
                uuid: (0x5E, 0xED, 0x5E, 0xED, 0x20, 0x25, 0x45, 0x22, 0x90, 7, 0, 0, 0, 0, 0, 5))
            let files = writer.pages(
                input, languages: DigestLanguage.allCases, forms: DigestForm.allCases)
            for (name, text) in files {
                let name = name.replacing("digest.", with: "seeds.")
                let file = SeedDigestTests.golden.appending(path: name)
                if ProcessInfo.processInfo.environment["MARSAD_GOLDEN"] == "write" {
                    try Data(text.utf8).write(to: file)
                }
                #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
            }
        }
    }

    @Test func `what is published is byte for byte what was approved in memory`() async throws {
        try await withSeedWriter { writer, period, folder in
            let path = try await writer.publish(
                period, under: folder, languages: DigestLanguage.allCases, at: period.until)
            let input = try writer.input(
                since: period.since, until: period.until, at: period.until)
            let files = writer.pages(
                input, languages: DigestLanguage.allCases, forms: DigestForm.allCases)
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(names.sorted() == files.map(\.name).sorted())
            for (name, text) in files {
                let written = try Data(contentsOf: URL(filePath: path + "/" + name))
                #expect(written == Data(text.utf8), "\(name)")
            }
        }
    }

    /// A writer for an archive of the morning of 22 May 2025 at seven in Morocco: a feed was asked
    /// every hour of the day before, and brought an article at each of five.
    private func withSeedWriter(
        _ body: (DigestWriter, DigestPeriod, _ folder: String) async throws -> Void
    ) async throws {
        var settings = try SettingsFolder(SeedDigestTests.root.path + "/config").read()
        let feed = Feed(id: "seeds", name: "Seeds", url: "https://seeds.example/", language: "ar")
        settings.feeds = [feed]
        settings.general.digest.mail = .init(
            from: "marsad@example.org", to: ["desk@example.org"], program: nil)
        let until = try Date("2025-05-22T06:00:00Z", strategy: .iso8601)
        let period = DigestPeriod(since: until - 86_400, until: until, name: "2025-05-22")
        try await withTemporaryFolder { folder in
            let archive = try Archive(at: folder + "/state", access: .readWrite)
            var articles = try SeedDigestTests.articles()
            var gatherer = MatchGatherer(archive)
            for hour in 1...24 {
                let seen = until.addingTimeInterval(Double(hour - 24) * 3_600 - 60)
                let due = hour > 13 && !articles.isEmpty ? [articles.removeFirst()] : []
                let examined = due.map { SeedDigestTests.examined($0, seen, feed, settings) }
                let items = try gatherer.gather(examined, of: feed, at: seen)
                let poll = PollRecord(
                    feed: feed, state: FeedState(), at: seen,
                    outcome: Storage.PollOutcome(status: 200), items: items)
                _ = try archive.record(poll)
            }
            let writer = DigestWriter(settings: settings, archive: archive)
            try await body(writer, period, folder + "/digests")
        }
    }

    private static func articles() throws -> [(name: String, text: String)] {
        let folder = root.appending(path: "seeds")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }.sorted()
            .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    /// As the demo's feed has it: the headline is the title, what remains the body.
    private static func examined(
        _ article: (name: String, text: String), _ seen: Date, _ feed: Feed,
        _ settings: Configuration
    ) -> Examined {
        let id = String(article.name.dropLast(4))
        let document = Document(id: id, source: article.name, text: article.text)
        let title = settings.examiner.examine(document).title ?? ""
        var lines = article.text.split(separator: "\n").map(String.init)
        if let line = lines.firstIndex(of: title) { lines.remove(at: line) }
        let item = Item(
            id: id, title: title, link: "https://seeds.example/\(id)",
            text: lines.joined(separator: "\n\n"), published: seen)
        return Examined(item, of: feed, recurringLines: [], by: settings)
    }
}
