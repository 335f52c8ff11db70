import Foundation
import News

/// Ids that stay the same from one reading to the next, where the feed's own do not.
enum ItemIdentity {
    /// An id for an item that has neither an id nor a link: a hash of its title, else its text,
    /// and its day.
    static func hash(of item: Item) -> String {
        let day = item.published.map { Int(($0.timeIntervalSince1970 / 86_400).rounded(.down)) }
        let words = item.title.isEmpty ? item.text : item.title
        return "hash:" + String(fowlerNollVo("\(day ?? 0)\n\(words)"), radix: 16)
    }

    /// Replaces ids that are of no use: those that items of different links share, and those
    /// that the site makes afresh at each request. Why, for a person; nil where all stay.
    ///
    /// `known` is link to id, from the reading before.
    static func replaceUnusableIDs(in items: inout [Item], known: [String: String]) -> String? {
        let reason: String
        if areRepeated(items) {
            reason = "items of different links share their ids, which are not used"
        } else if areVolatile(items, known: known) {
            reason = "the ids of known items have changed and are not used"
        } else {
            return nil
        }
        for index in items.indices {
            let link = items[index].link
            items[index].id =
                link.flatMap { known[$0] } ?? link ?? hash(of: items[index])
        }
        return reason
    }

    /// Whether of the items more than one in twenty has an id that one with another link has
    /// too.
    private static func areRepeated(_ items: [Item]) -> Bool {
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
        return repeated * 20 > items.count
    }

    /// Whether of the items whose links are known more than one in twenty has another id now.
    private static func areVolatile(_ items: [Item], known: [String: String]) -> Bool {
        var met = 0
        var changed = 0
        for item in items {
            guard let link = item.link, let id = known[link] else { continue }
            met += 1
            if id != item.id { changed += 1 }
        }
        return met > 0 && changed * 20 > met
    }

    /// FNV-1a of 64 bits: the same on every machine and at every start, as Hasher is not.
    private static func fowlerNollVo(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
