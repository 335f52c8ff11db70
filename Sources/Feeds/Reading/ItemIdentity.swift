import Foundation
import News

/// Ids for items whose own are missing or shared. Those made afresh at each request can be told
/// only by who remembers the reading before.
enum ItemIdentity {
    /// An id for an item that has neither an id nor a link: a hash of its title, else its text,
    /// and its day.
    static func hash(of item: Item) -> String {
        let day = item.published.map { Int(($0.timeIntervalSince1970 / 86_400).rounded(.down)) }
        let words = item.title.isEmpty ? item.text : item.title
        return "hash:" + String(StableHash("\(day ?? 0)\n\(words)").value, radix: 16)
    }

    /// Replaces ids that items of different links share. Why, for a person; nil where all stay.
    static func replaceSharedIDs(in items: inout [Item]) -> String? {
        guard areRepeated(items) else { return nil }
        for index in items.indices {
            items[index].id = items[index].link ?? hash(of: items[index])
        }
        return "items of different links share their ids, which are not used"
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
}
