package import News

/// By what a document is compared with others, in whatever language.
package struct Fingerprint: Sendable, Hashable {
    /// Hashes of the runs of four folded words, sorted.
    package var shingles: [UInt64]
    /// People of the lexicon, events, places, foreign countries and bodies: `event:afcon-2025`.
    package var factIDs: [String]
    /// Quantities and dates with what they measure: `24 diplomat`, `2025-05-17`.
    package var numbers: [String]
    package var language: String
    /// None in fingerprints that were taken before there were any: those are compared by all else.
    package var words: StoryWords

    package init(
        shingles: [UInt64], factIDs: [String], numbers: [String], language: String,
        words: StoryWords = .none
    ) {
        self.shingles = shingles
        self.factIDs = factIDs
        self.numbers = numbers
        self.language = language
        self.words = words
    }

    /// Of a document and what was found in it. Page chrome counts for nothing, and neither do
    /// people who are not in the lexicon. What names a place, a body, an event or a country is
    /// compared as a fact, and so not as words once more: a match and the riot after it are of
    /// the same names.
    package init(of document: Document, report: Report) {
        let chrome = report.boilerplate.map { $0.start..<$0.end }
        let text = FoldedText(document.text)
        let leftOut = chrome + Fingerprint.names(report.facts)
        self.init(
            shingles: Fingerprint.shingles(of: text, without: chrome),
            factIDs: Fingerprint.factIDs(report.facts),
            numbers: Fingerprint.numbers(report.facts), language: report.language,
            words: StoryWords(of: text, titleLength: document.titleLength ?? 0) { scalar in
                leftOut.contains { $0.contains(scalar) }
            })
    }

    static let shingleLength = 4

    private static func shingles(
        of text: FoldedText, without chrome: [Range<Int>]
    ) -> [UInt64] {
        let words = text.tokens.filter { token in
            !chrome.contains { $0.contains(Int(token.scalarStart)) }
        }.map { WordHash.hash(text.letters[$0.letters]) }
        guard words.count >= shingleLength else { return [] }
        let hashes = (0...(words.count - shingleLength)).map { start in
            words[start..<(start + shingleLength)].reduce(0) { hash, word in
                (hash ^ word) &* 0x100_0000_01B3 ^ hash >> 31
            }
        }
        return Set(hashes).sorted()
    }

    static func factIDs(_ facts: Facts) -> [String] {
        var ids = facts.people.compactMap(\.id).map { "person:" + $0 }
        ids += facts.events.map { event in
            "event:" + event.id + (event.edition.map { "/\($0)" } ?? "")
        }
        ids += facts.organisations.map { "organisation:" + $0.id }
        ids += facts.places.map { "place:" + $0.id }
        ids += facts.countries.map(\.code).filter { $0 != "MA" }.map { "country:" + $0 }
        return Set(ids).sorted()
    }

    /// Where the text names them.
    private static func names(_ facts: Facts) -> [Range<Int>] {
        let mentions =
            facts.places.flatMap(\.mentions) + facts.organisations.flatMap(\.mentions)
            + facts.events.flatMap(\.mentions) + facts.countries.flatMap(\.mentions)
        return mentions.map { $0.start..<$0.end }
    }

    private static func numbers(_ facts: Facts) -> [String] {
        let quantities = facts.quantities.compactMap { quantity in
            quantity.value.map { "\($0) \(quantity.unit ?? "")" }
        }
        // From one day to another, or on the one and on the other.
        let dates = facts.dates.compactMap(\.value)
            .flatMap { $0.split(separator: "/").map(String.init) }
        return Set(quantities + dates).sorted()
    }
}
