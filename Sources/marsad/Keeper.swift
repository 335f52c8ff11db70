import Extraction
import Foundation
import News
import Storage

/// Gathers matches into stories and keeps polls, one poll after the other.
///
/// What the archive cannot keep (a full disk, say) stays in memory within a bound, and comes
/// into the archive before anything newer once there is room.
actor Keeper {
    private let archive: Archive
    private var gatherer: StoryGatherer<ItemKey>?
    private var backlog: Backlog
    /// Polls that brought nothing and are to be kept with the next that does.
    private var idle: [PollReport] = []
    /// When the archive last refused what was held, and why.
    private var refusal: (at: Date, error: ArchiveError)?

    /// Which texts are kept, as the last poll's settings say.
    private var keepText = Storage.KeepText.all

    /// Seconds between two tries to keep what is held.
    private static let pause = 10.0

    /// - Parameter memory: Bytes that polls may take up in memory until they can be kept.
    init(archive: Archive, memory: Int = 64 << 20) {
        self.archive = archive
        backlog = Backlog(limit: memory)
    }

    /// Those of a feed's items that are new or edited, under ids that last. Where the archive
    /// cannot be read all of them are: keeping them says what is wrong with it.
    func unknown(_ items: [Item], of feed: Feed) -> [Item] {
        let known = hashes(of: items, feed)
        guard items.contains(where: { known[$0.id] == nil }) else {
            return items.filter { known[$0.id] != ContentHash.of($0) }
        }
        let settled = SteadyIDs.settled(items, known: articles(of: items, feed))
        let knownSettled = hashes(of: settled, feed)
        return settled.filter { knownSettled[$0.id] != ContentHash.of($0) }
    }

    private func hashes(of items: [Item], _ feed: Feed) -> [String: UInt64] {
        let known = (try? archive.known(items.map(\.id), of: feed.id)) ?? [:]
        return known.merging(backlog.hashes(of: feed.id)) { $1 }
    }

    private func articles(of items: [Item], _ feed: Feed) -> [String: KnownArticle] {
        let known = (try? archive.articles(at: items.compactMap(\.link), of: feed.id)) ?? [:]
        return known.merging(backlog.articles(of: feed.id)) { $1 }
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

    /// One transaction for the poll of one feed and for those before it that brought nothing:
    /// these wait for the next transaction, or for ``catchUp(patient:)``. A kill meanwhile lets
    /// their feeds be asked once more.
    func keep(
        _ items: [KeptItem], _ report: PollReport, keepText: Storage.KeepText
    ) throws(ArchiveError) -> RecordSummary {
        self.keepText = keepText
        guard !items.isEmpty || idle.count > 500 else {
            idle.append(report)
            return RecordSummary()
        }
        do throws(ArchiveError) {
            let records = idle.map { record([], $0) } + [record(items, report)]
            let summary = try archive.record(records, keepText: keepText)
            idle = []
            if backlog.isEmpty { tellThatAllIsKept() }
            return summary
        } catch {
            // What was gathered but not kept must not draw later matches to it.
            gatherer = nil
            for report in idle { _ = backlog.add(Backlog.Poll(items: [], report: report)) }
            idle = []
            throw error
        }
    }

    private func record(_ items: [KeptItem], _ report: PollReport) -> PollRecord {
        PollRecord(
            feed: report.feed, state: report.state, at: Date(),
            outcome: Storage.PollOutcome(status: report.status, error: report.error),
            items: items)
    }

    // MARK: What could not be kept

    private(set) var unkept: Unkept?

    /// Keeps in memory what the archive refused; false where there is no room for it.
    func hold(_ items: [Examined], _ report: PollReport, because error: ArchiveError) -> Bool {
        let isHeld = backlog.add(Backlog.Poll(items: items, report: report))
        if refusal == nil { refusal = (Date(), error) }
        tell(error, refused: (unkept?.refused ?? 0) + (isHeld ? 0 : 1))
        return isHeld
    }

    /// Brings what is held into the archive, oldest first; throws where it is refused again, and
    /// at once where it was so a moment ago.
    ///
    /// - Parameter patient: false to try without waiting for the pause to pass.
    func keepHeld(patient: Bool = true) throws(ArchiveError) {
        guard !backlog.isEmpty else { return }
        if patient, let refusal, Date().timeIntervalSince(refusal.at) < Keeper.pause {
            throw refusal.error
        }
        do throws(ArchiveError) {
            while !backlog.isEmpty { try keepNext() }
        } catch {
            gatherer = nil
            refusal = (Date(), error)
            tell(error, refused: unkept?.refused ?? 0)
            throw error
        }
        tellThatAllIsKept()
    }

    /// Keeps all that waits to be kept; throws where the archive refuses it.
    ///
    /// - Parameter patient: As for ``keepHeld(patient:)``.
    func catchUp(patient: Bool = true) throws(ArchiveError) {
        try keepHeld(patient: patient)
        guard let last = idle.popLast() else { return }
        do throws(ArchiveError) {
            let records = (idle + [last]).map { record([], $0) }
            _ = try archive.record(records)
            idle = []
        } catch {
            for report in idle { _ = backlog.add(Backlog.Poll(items: [], report: report)) }
            idle = []
            _ = hold([], last, because: error)
            throw error
        }
    }

    /// What cannot be kept even now, before the program ends.
    func settled() -> Unkept? {
        try? catchUp(patient: false)
        return unkept
    }

    private func tellThatAllIsKept() {
        guard unkept != nil else { return }
        refusal = nil
        unkept = nil
        archive.tell(nil)
    }

    private func keepNext() throws(ArchiveError) {
        let polls = backlog.next
        var records: [PollRecord] = []
        for poll in polls {
            records.append(record(try gather(poll.items, of: poll.report.feed), poll.report))
        }
        _ = try archive.record(records, keepText: keepText)
        backlog.removeFirst(polls.count)
    }

    private func tell(_ error: ArchiveError, refused: Int) {
        unkept = Unkept(
            polls: backlog.polls.count, items: backlog.items,
            since: unkept?.since ?? Keeper.thisSecond,
            cause: error.description, refused: refused)
        archive.tell(unkept)
    }

    private static var thisSecond: Date {
        Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    }

    // MARK: One item

    private func gather(
        _ examined: Examined, of feed: Feed, at now: Date
    ) throws(ArchiveError) -> KeptItem {
        let report = examined.report
        var kept = KeptItem(
            item: examined.item, contentHash: examined.contentHash,
            searchText: examined.searchText,
            report: report.isRelevant || report.isNearMiss ? report : nil,
            rulesFingerprint: examined.rulesFingerprint, isMatch: report.isRelevant)
        guard report.isRelevant else { return kept }
        let key = ItemKey(feed: feed.id, id: examined.item.id)
        var stories = try loadedGatherer(at: now)
        switch stories.place(examined.fingerprint, of: key, seen: now) {
        case .opens:
            let headline = examined.item.headline(without: report.boilerplate)
            kept.story = .new(headline: headline)
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
