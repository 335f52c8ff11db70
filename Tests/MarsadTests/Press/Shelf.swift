import News
import Storage

/// All that an archive holds, as tests compare it.
struct Shelf {
    let items: [StoredItem]
    private let stories: [Story]

    init(_ archive: Archive) throws {
        var items: [StoredItem] = []
        var row: Int64 = 0
        while true {
            let page = try archive.items(after: row)
            guard let last = page.last else { break }
            items += try page.compactMap { try archive.item(.key($0.item.key)) }
            row = last.row
        }
        self.items = items
        stories = try archive.stories()
    }

    /// Headlines by key; of an item that is there twice, all of them joined.
    var headlines: [ItemKey: String] {
        Dictionary(items.map { ($0.key, $0.item.title) }, uniquingKeysWith: { "\($0) + \($1)" })
    }

    /// Items that have a version of the same content as the next.
    var repeatedVersions: [ItemKey] {
        items.filter { item in
            let hashes = item.versions.map(\.contentHash) + [item.contentHash]
            return zip(hashes, hashes.dropFirst()).contains { $0 == $1 }
        }.map(\.key)
    }

    var matches: Set<ItemKey> { Set(items.filter { $0.matched != nil }.map(\.key)) }

    /// The members of all stories; of one that is in two, both.
    var storied: [ItemKey] { stories.flatMap(\.members).map(\.key) }
}
