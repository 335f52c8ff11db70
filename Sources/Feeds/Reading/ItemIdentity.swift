import Foundation
package import News

/// Ids that stay the same from one reading to the next, where the feed's own do not.
package enum ItemIdentity {
    /// An id for an item that has neither an id nor a link: a hash of its title, else its text,
    /// and its day.
    static func hash(of item: Item) -> String {
        let day = item.published.map { Int(($0.timeIntervalSince1970 / 86_400).rounded(.down)) }
        let words = item.title.isEmpty ? item.text : item.title
        return "hash:" + String(fowlerNollVo("\(day ?? 0)\n\(words)"), radix: 16)
    }

    /// Replaces all ids by the links where more than one in twenty is also that of an item with
    /// another link; whether it did.
    static func replaceRepeatedIDs(in items: inout [Item]) -> Bool {
        var links: [String: String] = [:]
        var repeated = 0
        for item in items {
            guard let link = item.link else { continue }
            if let other = links[item.id] {
                if other != link { repeated += 1 }
            } else {
                links[item.id] = link
            }
        }
        guard repeated * 20 > items.count else { return false }
        for index in items.indices {
            items[index].id = items[index].link ?? hash(of: items[index])
        }
        return true
    }

    /// Whether a feed makes ids afresh at each request: of the items whose links are in `known`
    /// too (link to id, from the reading before), more than one in twenty has another id now.
    ///
    /// Such ids are of no use; see ``withLinksAsIDs(_:)``.
    package static func areVolatile(_ items: [Item], known: [String: String]) -> Bool {
        var met = 0
        var changed = 0
        for item in items {
            guard let link = item.link, let id = known[link] else { continue }
            met += 1
            if id != item.id { changed += 1 }
        }
        return met > 0 && changed * 20 > met
    }

    /// The items with their links for ids, a hash where there is none.
    package static func withLinksAsIDs(_ items: [Item]) -> [Item] {
        items.map { item in
            var item = item
            item.id = item.link ?? hash(of: item)
            return item
        }
    }

    /// FNV-1a of 64 bits: the same on every machine and at every start, as Hasher is not.
    private static func fowlerNollVo(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
