import Extraction
import Foundation
import News
import Storage

/// Places matches in the stories of the last days, which it reads from the archive once.
struct MatchGatherer {
    private let archive: Archive
    private var stories: StoryGatherer<ItemKey>?

    init(_ archive: Archive) { self.archive = archive }

    /// The items as they are to be kept: each match in the story of its event, or at the head of
    /// a new one.
    mutating func gather(
        _ items: [Examined], of feed: Feed, at now: Date
    ) throws(ArchiveError) -> [KeptItem] {
        var kept: [KeptItem] = []
        for item in items { kept.append(try gather(item, of: feed, at: now)) }
        return kept
    }

    /// To be called where what was gathered could not be kept: it must not draw later matches.
    mutating func forget() { stories = nil }

    private mutating func gather(
        _ examined: Examined, of feed: Feed, at now: Date
    ) throws(ArchiveError) -> KeptItem {
        var kept = KeptItem(
            item: examined.item, contentHash: examined.contentHash,
            searchText: examined.searchText, report: examined.report,
            rulesFingerprint: examined.rulesFingerprint,
            isMatch: examined.report?.isRelevant ?? false)
        guard let report = examined.report, let fingerprint = examined.fingerprint else {
            return kept
        }
        let key = ItemKey(feed: feed.id, id: examined.item.id)
        if stories == nil { stories = try recent(at: now) }
        // In place: a copy of the days' stories for each match would cost more than all else.
        switch stories?.place(fingerprint, of: key, seen: now) {
        case .joins(let other, let why)?: kept.story = .joinsStory(of: other, why: why)
        case .opens?, nil:
            let headline = examined.item.headline(without: report.boilerplate)
            kept.story = .new(headline: headline)
        }
        kept.fingerprint = StoryFingerprint(
            shingles: fingerprint.shingles, factIDs: fingerprint.factIDs,
            numbers: fingerprint.numbers, titleWords: fingerprint.words.title,
            bodyWords: fingerprint.words.body)
        return kept
    }

    /// The matches of the last days.
    private func recent(at now: Date) throws(ArchiveError) -> StoryGatherer<ItemKey> {
        var stories = StoryGatherer<ItemKey>()
        let since = now.addingTimeInterval(-StoryGatherer<ItemKey>.window)
        for candidate in try archive.storyCandidates(since: since) {
            let print = candidate.fingerprint
            stories.add(
                Fingerprint(
                    shingles: print.shingles, factIDs: print.factIDs, numbers: print.numbers,
                    language: candidate.language,
                    words: StoryWords(title: print.titleWords, body: print.bodyWords)),
                of: candidate.key, seen: candidate.seen, story: candidate.story)
        }
        return stories
    }
}

extension Item {
    /// The title; of an item without one how its text begins, page chrome left out.
    func headline(without boilerplate: [Boilerplate] = []) -> String {
        guard title.isEmpty else { return title }
        return OpeningSentence.of(text, boilerplate: boilerplate)
    }
}

extension Report {
    /// Close enough to the threshold for an editor to look at.
    var isNearMiss: Bool { !isRelevant && score > 0 }
}
