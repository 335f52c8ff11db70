import News
import Storage

/// Ids that stay the same where a feed makes its own afresh at each request.
enum SteadyIDs {
    /// A feed's items under ids that the next request will find again: as they are, but where
    /// known articles have come back under other ids. Then an article keeps the id by which it
    /// is known, and another gets its link for one.
    ///
    /// An article has come back if link and title are the same and no second item of the feed
    /// bears that link: of a feed whose items all link to the front page nothing is taken for
    /// known. One in twenty may change its id without harm to the others.
    static func settled(_ items: [Item], known: [String: KnownArticle]) -> [Item] {
        let links = items.reduce(into: [:]) { $0[$1.link ?? "", default: 0] += 1 }
        func article(_ item: Item) -> KnownArticle? {
            item.link.flatMap { links[$0] == 1 ? known[$0] : nil }
        }
        let returned = items.filter { article($0)?.title == $0.title }
        let renamed = returned.count { article($0)?.id != $0.id }
        guard renamed * 20 > returned.count else { return items }
        return items.map { item in
            var item = item
            let link = item.link.flatMap { links[$0] == 1 ? $0 : nil }
            item.id = article(item)?.id ?? link ?? words(of: item)
            return item
        }
    }

    /// What an item without a link of its own is known by.
    private static func words(of item: Item) -> String {
        "hash:" + String(ContentHash.of(item), radix: 16)
    }
}
