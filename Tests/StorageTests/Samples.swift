import Foundation
import News

@testable import Storage

/// A folder that is gone with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("marsad-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { path + "/" + name }
}

/// Ten in the morning of 16 May 2025, GMT.
let morning = Date(timeIntervalSince1970: 1_747_389_600)

func later(_ minutes: Double) -> Date { morning.addingTimeInterval(minutes * 60) }

let north = Feed(
    id: "north.example", name: "Le Nord", url: "https://user:secret@north.example/feed?key=1",
    language: "fr", tags: ["daily"])
let south = Feed(
    id: "south.example", name: "الجنوب", url: "https://south.example/feed", language: "ar")

/// The words of a text, folded as far as these tests need it.
func words(_ text: String) -> [String] {
    let letters: [Character: Character] = ["أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي"]
    let folded = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    return String(folded.map { letters[$0] ?? $0 })
        .split { !$0.isLetter && !$0.isNumber }.map(String.init)
}

func news(
    _ id: String, _ title: String, _ text: String = "", link: String? = nil,
    published: Date? = nil
) -> Item {
    Item(id: id, title: title, link: link, text: text, published: published)
}

/// An item as the pipeline hands it over; its hash is that of its title and text.
func kept(
    _ item: Item, topics: [String] = [], countries: [String] = [],
    story: StoryAssignment? = nil, fingerprint: StoryFingerprint? = nil
) -> KeptItem {
    var hash = StableHash(item.title)
    hash.combine(item.text)
    let indexed =
        words(item.title).joined(separator: " ") + "\n"
        + words(item.text).joined(separator: " ")
    return KeptItem(
        item: item, contentHash: hash.value, searchText: indexed,
        report: topics.isEmpty ? nil : report(item, topics, countries),
        rulesFingerprint: "rules-1", isMatch: !topics.isEmpty, story: story,
        fingerprint: fingerprint)
}

func report(_ item: Item, _ topics: [String], _ countries: [String] = []) -> Report {
    var facts = Facts()
    facts.countries = countries.map {
        Country(code: $0, mentions: [Mention(quote: $0, start: 0, end: 2, kind: .name)])
    }
    return Report(
        id: item.id, source: "test", language: "fr", published: item.published,
        title: item.title, isRelevant: true, score: 7.5,
        topics: topics.map {
            TopicFinding(id: $0, score: 4, threshold: 3, grade: "primary", evidence: [])
        }, facts: facts)
}

func poll(
    _ feed: Feed, at date: Date = morning, status: Int? = 200, error: String? = nil,
    _ items: [KeptItem]
) -> PollRecord {
    var state = FeedState()
    state.etag = "W/\"1\""
    state.lastPoll = date
    return PollRecord(
        feed: feed, state: state, at: date, outcome: PollOutcome(status: status, error: error),
        items: items)
}

func poll(at date: Date = morning, _ items: [KeptItem]) -> PollRecord {
    poll(north, at: date, items)
}

extension Archive {
    /// All steps at once.
    func tidy(
        _ retention: Retention, now: Date, batch: Int = 500
    ) throws(ArchiveError) -> TidySummary {
        var tidying = try tidying(retention, now: now, batch: batch)
        var sum = TidySummary()
        repeat { sum += try step(of: &tidying) } while !sum.isDone
        return sum
    }
}

extension TidySummary {
    static func += (sum: inout TidySummary, step: TidySummary) {
        sum.texts += step.texts
        sum.items += step.items
        sum.matches += step.matches
        sum.polls += step.polls
        sum.fingerprints += step.fingerprints
        sum.freed += step.freed
        sum.isDone = step.isDone
    }
}
