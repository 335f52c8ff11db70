import Extraction
import Foundation
import News
import Settings
import Storage

/// Gathers matches into stories and keeps polls, one poll after the other.
actor Keeper {
    private let archive: Archive
    private let settings: Configuration
    private var gatherer: StoryGatherer<ItemKey>?

    init(archive: Archive, settings: Configuration) {
        self.archive = archive
        self.settings = settings
    }

    /// Those of a feed's items that are new or edited. Where the archive cannot be read all of
    /// them are: keeping them says what is wrong with it.
    func unknown(_ items: [Item], of feed: Feed) -> [Item] {
        let known = (try? archive.known(items.map(\.id), of: feed.id)) ?? [:]
        return items.filter { known[$0.id] != ContentHash.of($0) }
    }

    /// Several steps with no other poll's between them.
    func inTurn<Value: Sendable>(
        _ steps: @Sendable (isolated Keeper) throws(ArchiveError) -> Value
    ) throws(ArchiveError) -> Value {
        try steps(self)
    }

    /// Each match placed in the story of its event, or at the head of a new one.
    func gather(_ items: [Examined], of feed: Feed) throws(ArchiveError) -> [KeptItem] {
        let now = Date()
        var kept: [KeptItem] = []
        for item in items { kept.append(try gather(item, of: feed, at: now)) }
        return kept
    }

    /// One transaction for the poll of one feed.
    func keep(_ items: [KeptItem], _ report: PollReport) throws(ArchiveError) -> RecordSummary {
        let record = PollRecord(
            feed: report.feed, state: report.state, at: Date(),
            outcome: Storage.PollOutcome(status: report.status, error: report.error),
            items: items)
        do throws(ArchiveError) {
            return try archive.record(record, keepText: settings.general.archive.keepText.kept)
        } catch {
            // What was gathered but not kept must not draw later matches to it.
            gatherer = nil
            throw error
        }
    }

    private func gather(
        _ examined: Examined, of feed: Feed, at now: Date
    ) throws(ArchiveError) -> KeptItem {
        let report = examined.report
        var kept = KeptItem(
            item: examined.item, contentHash: examined.contentHash,
            searchText: examined.searchText,
            report: report.isRelevant || report.isNearMiss ? report : nil,
            rulesFingerprint: settings.fingerprint, isMatch: report.isRelevant)
        guard report.isRelevant else { return kept }
        let key = ItemKey(feed: feed.id, id: examined.item.id)
        var stories = try loadedGatherer(at: now)
        switch stories.place(examined.fingerprint, of: key, seen: now) {
        case .opens: kept.story = .new(headline: examined.item.headline)
        case .joins(let other, let why): kept.story = .joinsStory(of: other, why: why)
        }
        gatherer = stories
        kept.fingerprint = StoryFingerprint(
            shingles: examined.fingerprint.shingles, factIDs: examined.fingerprint.factIDs,
            numbers: examined.fingerprint.numbers)
        return kept
    }

    /// The matches of the last days, read once.
    private func loadedGatherer(at now: Date) throws(ArchiveError) -> StoryGatherer<ItemKey> {
        if let gatherer { return gatherer }
        var stories = StoryGatherer<ItemKey>()
        let since = now.addingTimeInterval(-StoryGatherer<ItemKey>.window)
        for candidate in try archive.storyCandidates(since: since) {
            let print = candidate.fingerprint
            stories.add(
                Fingerprint(
                    shingles: print.shingles, factIDs: print.factIDs, numbers: print.numbers,
                    language: candidate.language),
                of: candidate.key, seen: candidate.seen)
        }
        return stories
    }
}

extension Item {
    /// The title; of an item without one the first words of its text, which are quoted too.
    var headline: String {
        guard title.isEmpty else { return title }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.prefix(12).joined(separator: " ") + (words.count > 12 ? " …" : "")
    }
}

extension Report {
    /// Close enough to the threshold for an editor to look at.
    var isNearMiss: Bool { !isRelevant && score > 0 }
}
