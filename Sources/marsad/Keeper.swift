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
    private var gatherer: MatchGatherer
    private var backlog: Backlog
    /// Polls that brought nothing and are to be kept with the next that does.
    private var idle: [PollReport] = []
    /// When the archive last refused what was held, and why.
    private var refusal: (at: Date, error: ArchiveError)?

    /// Which texts are kept, and who is told what, as the last poll's settings say.
    private var keepText = Storage.KeepText.all
    private var hooks = HookNotices([])
    private let clock: DaemonClock

    /// Seconds between two tries to keep what is held.
    private static let pause = 10.0

    /// - Parameter memory: Bytes that polls may take up in memory until they can be kept.
    init(archive: Archive, memory: Int = 64 << 20, clock: DaemonClock = .real) {
        self.archive = archive
        self.clock = clock
        gatherer = MatchGatherer(archive)
        backlog = Backlog(limit: memory)
    }

    /// Those of a feed's items that are new or edited, under ids that last.
    func unknown(_ items: [Item], of feed: Feed) -> [Item] {
        KnownItems(archive: archive, backlog: backlog, feed: feed).unknown(of: items)
    }

    /// Several steps with no other poll's between them.
    func inTurn<Value: Sendable>(
        _ steps: @Sendable (isolated Keeper) throws(ArchiveError) -> Value
    ) throws(ArchiveError) -> Value {
        try steps(self)
    }

    /// Each match placed in the story of its event, or at the head of a new one.
    func gather(_ items: [Examined], of feed: Feed) throws(ArchiveError) -> [KeptItem] {
        try gatherer.gather(items, of: feed, at: clock.now)
    }

    /// One transaction for the poll of one feed and for those before it that brought nothing:
    /// these wait for the next transaction, or for ``catchUp(patient:)``. A kill meanwhile lets
    /// their feeds be asked once more.
    func keep(
        _ items: [KeptItem], _ report: PollReport, keepText: Storage.KeepText,
        hooks: HookNotices = HookNotices([])
    ) throws(ArchiveError) -> RecordSummary {
        self.keepText = keepText
        self.hooks = hooks
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
            gatherer.forget()
            for report in idle { _ = backlog.add(Backlog.Poll(items: [], report: report)) }
            idle = []
            throw error
        }
    }

    private func record(_ items: [KeptItem], _ report: PollReport) -> PollRecord {
        PollRecord(
            feed: report.feed, state: report.state, at: clock.now,
            outcome: Storage.PollOutcome(status: report.status, error: report.error),
            items: items,
            notices: hooks.notices(of: items, report, at: clock.now))
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
            gatherer.forget()
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

    // MARK: Corrections

    /// As ``Archive/merge(story:into:)``; later matches are compared with what is right now.
    func merge(story: Int64, into other: Int64) throws(ArchiveError) -> Bool {
        gatherer.forget()
        return try archive.merge(story: story, into: other)
    }

    /// As ``Archive/split(_:)``.
    func split(_ key: ItemKey) throws(ArchiveError) -> Int64? {
        gatherer.forget()
        return try archive.split(key)
    }

    /// Proves that the archive can be written to; see ``Archive/probe()``.
    func probe() throws(ArchiveError) { try archive.probe() }
}
