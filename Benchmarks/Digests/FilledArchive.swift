import Digests
import Extraction
import Foundation
import News
import Settings
import Storage

/// The same month in an archive: texts as long as a paper's are, examined as the daemon does.
struct FilledArchive {
    private let examiner: Examiner
    /// What follows a generated article's own sentences.
    private let seeds: [String]

    init() throws {
        examiner = try SettingsFolder("config").read().examiner
        seeds = try FileManager.default.contentsOfDirectory(atPath: "seeds").sorted()
            .filter { $0.hasSuffix(".txt") }
            .map {
                String(try String(contentsOfFile: "seeds/" + $0, encoding: .utf8).prefix(1_500))
            }
    }

    /// A hundred stories a transaction: each of them is brought by one outlet after another.
    func fill(_ folder: String, from input: DigestInput) throws {
        let archive = try Archive(at: folder, access: .readWrite)
        for start in stride(from: 0, to: input.stories.count, by: 100) {
            let stories = input.stories[start..<min(start + 100, input.stories.count)]
            let at = input.since.addingTimeInterval(Double(start) * 2_400 + 60)
            let outlets = stories.map(\.members.count).max() ?? 0
            _ = try archive.record((0..<outlets).map { poll(of: stories, by: $0, at: at) })
        }
        try archive.close()
    }

    private func poll(
        of stories: ArraySlice<Story>, by outlet: Int, at moment: Date
    ) -> PollRecord {
        let id = "journal\(outlet).example"
        let feed = Feed(id: id, name: "Journal \(outlet)", url: "https://\(id)/")
        return PollRecord(
            feed: feed, state: FeedState(), at: moment.addingTimeInterval(Double(outlet) * 60),
            outcome: PollOutcome(status: 200),
            items: stories.map { kept($0.members[outlet], after: $0.members[0]) })
    }

    private func kept(_ match: Match, after first: Match) -> KeptItem {
        var item = match.item
        item.text += "\n\n" + seeds[item.id.utf8.reduce(0) { $0 + Int($1) } % seeds.count]
        item.content = "<p>\(item.text)</p>"
        let report = examiner.examine(
            Document(
                id: item.id, source: match.key.feed, title: item.title, body: item.text,
                published: item.published))
        let isFirst = match.key == first.key
        return KeptItem(
            item: item, contentHash: StableHash(item.id).value,
            searchText: item.title + "\n" + item.text, report: report,
            rulesFingerprint: "generated", isMatch: true,
            story: isFirst
                ? .new(headline: item.title) : .joinsStory(of: first.key, why: "the same event"),
            fingerprint: StoryFingerprint(shingles: [], factIDs: [], numbers: []))
    }
}
