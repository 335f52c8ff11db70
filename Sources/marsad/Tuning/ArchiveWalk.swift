import Foundation
import News
import Settings
import Storage

/// Walks through all items of the archive, on all cores, reading the next page while the
/// present one is worked on.
struct ArchiveWalk {
    let archive: Archive
    var since: Date?
    var withReports = false
    /// Told after each page how many items are done.
    var onProgress: @Sendable (Int) -> Void = { _ in }

    /// What the work makes of each item, in the order in which the items came; nil is left out.
    func map<Output: Sendable>(
        _ work: @escaping @Sendable (StoredItem) -> Output?
    ) async throws(ArchiveError) -> [Output] {
        var outputs: [Output] = []
        try await eachPage(work) { outputs += $0 }
        return outputs
    }

    /// The same a page at a time, for what need not be held whole.
    func eachPage<Output: Sendable>(
        _ work: @escaping @Sendable (StoredItem) -> Output?, _ take: ([Output]) -> Void
    ) async throws(ArchiveError) {
        var done = 0
        onProgress(done)
        var page = try await read(after: 0)
        while let last = page.last {
            async let next = ArchiveWalk.result(self, after: last.row)
            take(await InOrder.map(page.map(\.item), work).compactMap { $0 })
            done += page.count
            onProgress(done)
            page = try await next.get()
        }
    }

    private typealias Page = [(row: Int64, item: StoredItem)]

    @concurrent
    private func read(after row: Int64) async throws(ArchiveError) -> Page {
        try archive.items(after: row, since: since, limit: 1000, withReports: withReports)
    }

    /// Typed throws and `async let` do not go together.
    private static func result(
        _ walk: ArchiveWalk, after row: Int64
    ) async -> Result<Page, ArchiveError> {
        do throws(ArchiveError) {
            return .success(try await walk.read(after: row))
        } catch {
            return .failure(error)
        }
    }
}

/// Stored items as documents.
struct StoredDocuments: Sendable {
    private let feeds: [String: Feed]
    private let recurringLines: [String: [UInt64]]

    init(_ settings: Configuration, _ archive: Archive) throws(ArchiveError) {
        recurringLines = try archive.feedStates().compactMapValues(\.recurringLines)
        feeds = Dictionary(settings.feeds.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    /// Whether other settings say the same of the feeds as far as rules ask.
    func saysSame(_ other: Configuration) -> Bool {
        func asked(_ feeds: some Sequence<Feed>) -> Set<[String]> {
            Set(feeds.map { [$0.id, $0.name, $0.country, $0.language ?? ""] + $0.tags })
        }
        return asked(feeds.values) == asked(other.feeds)
    }

    /// The document that an item was examined as. An item of a feed that is subscribed no more
    /// is taken to be Moroccan.
    func document(_ stored: StoredItem) -> Document {
        let feed =
            feeds[stored.key.feed]
            ?? Feed(id: stored.key.feed, name: stored.outlet, url: "")
        var document = Document(
            stored.item, of: feed, recurringLines: recurringLines[feed.id] ?? [])
        document.id = stored.short
        return document
    }
}

extension StoredItem {
    /// The headline, or for an item without one how its text begins.
    var shownTitle: String {
        let headline = item.headline(without: report?.boilerplate ?? [])
        return headline.isEmpty ? "(no headline)" : headline
    }
}
