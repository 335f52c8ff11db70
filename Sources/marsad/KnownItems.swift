import News
import Storage

/// What is known of a feed's items: by the archive, and by what waits to be kept in it.
struct KnownItems {
    let archive: Archive
    let backlog: Backlog
    let feed: Feed

    /// Those that are new or edited, under ids that last. Where the archive cannot be read all
    /// of them are: keeping them says what is wrong with it.
    func unknown(of items: [Item]) -> [Item] {
        let known = hashes(of: items)
        guard items.contains(where: { known[$0.id] == nil }) else {
            return items.filter { known[$0.id] != ContentHash.of($0) }
        }
        let settled = SteadyIDs.settled(items, known: articles(of: items))
        let knownSettled = hashes(of: settled)
        return settled.filter { knownSettled[$0.id] != ContentHash.of($0) }
    }

    private func hashes(of items: [Item]) -> [String: UInt64] {
        let known = (try? archive.known(items.map(\.id), of: feed.id)) ?? [:]
        return known.merging(backlog.hashes(of: feed.id)) { $1 }
    }

    private func articles(of items: [Item]) -> [String: KnownArticle] {
        let known = (try? archive.articles(at: items.compactMap(\.link), of: feed.id)) ?? [:]
        return known.merging(backlog.articles(of: feed.id)) { $1 }
    }
}
