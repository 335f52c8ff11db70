import Digests
import Extraction
import Foundation
import News
import Settings
import Testing

@testable import marsad

/// The digest of the five seed articles under the settings in `config/`, as a person has read and
/// approved it, in three languages and all forms: those that `Tests/Browser` opens and gives to
/// other programs.
///
/// `MARSAD_GOLDEN=write swift test` writes the files anew where rules or names changed, to be read
/// again before they are committed.
struct SeedDigestTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden")

    @Test func `the seeds' digest reads as approved`() throws {
        let settings = try SettingsFolder(SeedDigestTests.root.path + "/config").read()
        let input = try SeedDigestTests.input(settings)
        let envelope = MailEnvelope(from: "marsad@example.org", to: ["desk@example.org"])
        for language in DigestLanguage.allCases {
            for (form, text) in Digest(input, language: language).render(
                DigestForm.allCases, envelope: envelope)
            {
                let name = "seeds.\(language.rawValue).\(form.fileExtension)"
                let file = SeedDigestTests.golden.appending(path: name)
                if ProcessInfo.processInfo.environment["MARSAD_GOLDEN"] == "write" {
                    try Data(text.utf8).write(to: file)
                }
                #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
            }
        }
    }

    private static let archive = UUID(
        uuid: (0x5E, 0xED, 0x5E, 0xED, 0x20, 0x25, 0x45, 0x22, 0x90, 0x07, 0, 0, 0, 0, 0, 5))

    /// The morning of 22 May 2025 at seven in Morocco; the articles came the day before, an hour
    /// apart.
    private static func input(_ settings: Configuration) throws -> DigestInput {
        let until = try Date("2025-05-22T06:00:00Z", strategy: .iso8601)
        let folder = root.appending(path: "seeds").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        var gatherer = StoryGatherer<ItemKey>()
        var stories: [Story] = []
        for (hour, name) in names.filter({ $0.hasSuffix(".txt") }).sorted().enumerated() {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            let seen = until.addingTimeInterval(Double(hour - 10) * 3_600)
            let examined = examined(name, text, seen, settings)
            let report = try #require(examined.report)
            let fingerprint = try #require(examined.fingerprint)
            let key = ItemKey(feed: "seeds", id: examined.item.id)
            let match = Match(
                key: key, item: examined.item, outlet: "Seeds", report: report, seen: seen)
            if case .joins(let other, _) = gatherer.place(fingerprint, of: key, seen: seen),
                let index = stories.firstIndex(where: { $0.members.contains { $0.key == other } })
            {
                stories[index].members.append(match)
                stories[index].lastSeen = seen
            } else {
                stories.append(
                    Story(
                        id: Int64(hour + 1),
                        headline: examined.item.headline(without: report.boilerplate),
                        firstSeen: seen, lastSeen: seen, members: [match]))
            }
        }
        return DigestInput(
            archive: archive, since: until.addingTimeInterval(-86_400), until: until,
            stories: stories, polls: 96,
            failures: 0, feeds: 1,
            topicTitles: Dictionary(
                uniqueKeysWithValues: settings.topics.topics.map { ($0.id, $0.titles) }),
            names: settings.digestNames, generated: until,
            timeZone: TimeZone(identifier: "Africa/Casablanca") ?? .gmt)
    }

    /// As the demo's feed has it: the headline is the title, what remains the body.
    private static func examined(
        _ name: String, _ text: String, _ seen: Date, _ settings: Configuration
    ) -> Examined {
        let id = String(name.dropLast(4))
        let title =
            settings.examiner.examine(Document(id: id, source: name, text: text)).title ?? ""
        var lines = text.split(separator: "\n").map(String.init)
        if let line = lines.firstIndex(of: title) { lines.remove(at: line) }
        let item = Item(
            id: id, title: title, link: "https://seeds.example/\(id)",
            text: lines.joined(separator: "\n\n"), published: seen)
        let feed = Feed(id: "seeds", name: "Seeds", url: "https://seeds.example/", language: "ar")
        return Examined(item, of: feed, recurringLines: [], by: settings)
    }
}
