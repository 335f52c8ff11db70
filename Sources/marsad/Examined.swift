import Extraction
import News
import Settings

/// An item with what was found in it.
struct Examined: Sendable {
    let item: Item
    let report: Report
    let fingerprint: Fingerprint
    /// The folded words: the title's on the first line, the body's on the second.
    let searchText: String
    let contentHash: UInt64
    /// Of the rules by which it was examined.
    let rulesFingerprint: String
    /// How long it took.
    let seconds: Double

    init(_ item: Item, of feed: Feed, recurringLines: [UInt64], by settings: Configuration) {
        let began = ContinuousClock.now
        self.item = item
        rulesFingerprint = settings.fingerprint
        let document = Document(item, of: feed, recurringLines: recurringLines)
        report = settings.examiner.examine(document)
        fingerprint = Fingerprint(of: document, report: report)
        searchText =
            FoldedText(item.title).searchable + "\n" + FoldedText(item.text).searchable
        contentHash = ContentHash.of(item)
        seconds = (ContinuousClock.now - began) / .seconds(1)
    }
}

/// Tells an edited item from an unchanged one, by title and body.
enum ContentHash {
    static func of(_ item: Item) -> UInt64 {
        var hash = StableHash(item.title)
        hash.combine(item.text)
        return hash.value
    }
}
