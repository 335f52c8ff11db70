import ArgumentParser
import Extraction
import Foundation
import News
import Settings
import Storage

/// The work of `marsad label --review`: the items most worth a judgement, one after the other.
struct ReviewItems {
    let settings: Configuration
    /// Changed rules, whose gains and losses are looked at first.
    let changed: Configuration?
    let state: StateOption
    let since: Date?
    let subject: String?
    let limit: Int
    let who: String

    func run() async throws {
        let archive = try Workspace.open(state, .readOnly)
        let keeper = LabelKeeper(state)
        let items = try await pick(from: archive)
        guard !items.isEmpty else {
            return Terminal.line("nothing is in doubt, or all of it is judged")
        }
        let keys = Keys()
        var session = ReviewSession(
            who: who, topics: settings.topics.topics.map(\.id), key: { keys.next() },
            show: { text in
                keys.endLine()
                Terminal.line(text)
            },
            keep: { try keeper.keep($0) })
        try session.run(through: items)
        try orFail { () throws(ArchiveError) in try archive.close() }
        Terminal.line(
            "\n\(session.judgements) judgements of \(session.judged.count) items kept; "
                + "‘marsad evaluate’ tells what they say of the rules")
    }

    private func pick(from archive: Archive) async throws -> [ReviewItem] {
        var picker = ReviewPicker(examiner: (changed ?? settings).examiner)
        picker.present = changed == nil ? nil : settings.examiner
        picker.subject = subject
        do throws(ArchiveError) {
            let stored = try StoredDocuments(settings, archive)
            let judged = Dictionary(
                grouping: try archive.labels(), by: \.key
            ).mapValues { labels in Set(labels.map { LabelLine.Judgement($0).subject }) }
            let bar = ProgressBar(total: try archive.totals(since: since).items)
            defer { bar.finish() }
            var walk = ArchiveWalk(archive: archive, since: since)
            walk.onProgress = { bar.show($0) }
            var best = MostWorth(limit: limit)
            try await walk.eachPage(
                { [picker] item in
                    picker.item(item, stored.document(item), judged: judged[item.key] ?? [])
                }, { best.add($0) })
            return best.items
        } catch {
            throw Failure.couldNot(error)
        }
    }
}

/// The items most worth a judgement of all that pass by; no others are held.
struct MostWorth {
    let limit: Int
    /// The most worth first; of those that are worth as much the latest.
    private(set) var items: [ReviewItem] = []

    init(limit: Int) { self.limit = limit }

    /// Takes items that came after all before, in their order.
    mutating func add(_ later: [ReviewItem]) {
        let all = (later.reversed() + items).enumerated()
        items = all.sorted {
            ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset)
        }.prefix(limit).map(\.element)
    }
}
