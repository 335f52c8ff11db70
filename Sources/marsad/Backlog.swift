import Extraction
import News
import Storage

/// Polls that the archive could not keep, in the order in which they came, within a bound.
struct Backlog: Sendable {
    struct Poll: Sendable {
        let items: [Examined]
        let report: PollReport

        /// Bytes in memory, reckoned on the high side.
        fileprivate var size: Int { items.reduce(2_048) { $0 + $1.size } }
    }

    /// Bytes.
    let limit: Int
    private(set) var polls: [Poll] = []
    private(set) var size = 0

    init(limit: Int) { self.limit = limit }

    var isEmpty: Bool { polls.isEmpty }
    var items: Int { polls.reduce(0) { $0 + $1.items.count } }

    /// Whether there was room. Of a feed that brings nothing the latest state is enough.
    mutating func add(_ poll: Poll) -> Bool {
        guard size + poll.size <= limit else { return false }
        if poll.items.isEmpty {
            polls.removeAll { $0.items.isEmpty && $0.report.feed.id == poll.report.feed.id }
        }
        polls.append(poll)
        size = polls.reduce(0) { $0 + $1.size }
        return true
    }

    /// The oldest few, to be kept together.
    var next: ArraySlice<Poll> { polls.prefix(16) }

    mutating func removeFirst(_ count: Int) {
        polls.removeFirst(count)
        size = polls.reduce(0) { $0 + $1.size }
    }

    /// A feed's items as the archive would know them.
    func hashes(of feed: String) -> [String: UInt64] {
        items(of: feed).reduce(into: [:]) { $0[$1.item.id] = $1.contentHash }
    }

    func articles(of feed: String) -> [String: KnownArticle] {
        items(of: feed).reduce(into: [:]) { known, held in
            guard let link = held.item.link else { return }
            known[link] = KnownArticle(id: held.item.id, title: held.item.title)
        }
    }

    private func items(of feed: String) -> [Examined] {
        polls.filter { $0.report.feed.id == feed }.flatMap(\.items)
    }
}

extension Examined {
    /// The text stands here as HTML, plain and folded; a report is some kilobytes.
    fileprivate var size: Int {
        let texts = [item.title, item.summary ?? "", item.content ?? "", item.text, searchText]
        return texts.reduce(16_384) { $0 + $1.utf8.count }
            + (fingerprint?.shingles.count ?? 0) * 8
    }
}
