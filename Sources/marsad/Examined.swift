import Extraction
import News
import Settings

/// An item with what was found in it.
struct Examined: Sendable {
    let item: Item
    /// Nil where it is neither a match nor a near miss.
    let report: Report?
    /// Of a match alone: nothing else is placed in a story.
    let fingerprint: Fingerprint?
    /// The folded words: the title's on the first line, the body's on the second.
    let searchText: String
    let contentHash: UInt64
    /// Of the rules by which it was examined.
    let rulesFingerprint: String
    /// How long it took.
    let seconds: Double

    /// - Parameter published: The item as its feed has it, by which the next poll tells whether
    ///   it was edited; nil for `item` itself.
    init(
        _ item: Item, of feed: Feed, recurringLines: [UInt64], by settings: Configuration,
        published: Item? = nil
    ) {
        let began = ContinuousClock.now
        self.item = item
        rulesFingerprint = settings.fingerprint
        let document = Document(item, of: feed, recurringLines: recurringLines)
        let examination = settings.examiner.examination(of: document)
        report = examination.report
        searchText = examination.searchText
        fingerprint = examination.report.flatMap { report in
            report.isRelevant ? Fingerprint(of: document, report: report) : nil
        }
        contentHash = ContentHash.of(published ?? item)
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
