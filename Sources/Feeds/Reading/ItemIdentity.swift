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

    /// The link, else the hash.
    static func idWithoutOwn(of item: Item) -> String {
        item.link ?? hash(of: item)
    }

    /// Why no id of a feed is used.
    static let sharing = "items of different links share their ids, which are not used"
}

/// Whether of a feed's items more than one in twenty has an id that one with another link has
/// too. It remembers hashes alone.
struct SharedIDs {
    private var links: [Int: Int] = [:]
    private var repeated = 0
    private var count = 0

    mutating func note(_ item: Item) {
        count += 1
        guard let link = item.link?.hashValue else { return }
        let id = item.id.hashValue
        if let other = links[id] {
            if other != link { repeated += 1 }
        } else {
            links[id] = link
        }
    }

    var areShared: Bool { repeated * 20 > count }
}
