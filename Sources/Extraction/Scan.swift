import News

/// An entry of the lexicon found in a text.
struct EntryHit: Sendable, Hashable {
    var hit: Hit
    var key: Lexicon.TermKey
    /// Its number in ``Lexicon/entries``.
    var entry: Int

    /// First and last word.
    var first: Int { Int(hit.first) }
    var last: Int { Int(hit.last) }
    var words: ClosedRange<Int> { first...last }
    var start: Int { Int(hit.start) }
    var end: Int { Int(hit.end) }
}

/// A document read once: what every extractor and rule works on. A class, for all of them hold it.
final class Scan: Sendable {
    let document: Document
    let lexicon: Lexicon
    let text: FoldedText
    let sentences: Sentences
    let layout: Layout
    let language: String
    let isDarija: Bool
    /// All hits, in page chrome too.
    let hits: [Hit]
    /// All hits outside page chrome, by pattern.
    let table: HitTable
    /// Hits of lexicon entries outside page chrome that keep their company, by kind, in the
    /// order of the text; overlapping ones included.
    private let entryHits: EntryHits
    /// Of these the longest, by kind, of the kinds that are asked for them.
    private let longestHits: [ArraySlice<EntryHit>]
    /// The words that tell how to read what stands beside them.
    let cues: Cues
    /// The original as UTF-8, for quotes, and where each of its scalars begins there.
    private let bytes: [UInt8]
    private let offsets: [Int32]

    init(
        document: Document, lexicon: Lexicon, text: FoldedText, sentences: Sentences,
        layout: Layout, language: Languages.Finding, hits: [Hit], askedFor: BitSet
    ) {
        self.document = document
        self.hits = hits
        self.lexicon = lexicon
        self.text = text
        self.sentences = sentences
        self.layout = layout
        self.language = language.language
        isDarija = language.isDarija
        bytes = Array(document.text.utf8)
        offsets = Scan.offsets(of: bytes, count: text.scalarCount)
        let article = layout.chrome.isEmpty ? hits : hits.filter { !layout.isChrome($0) }
        let table = HitTable(article, of: askedFor, sentences: sentences)
        self.table = table
        let entryHits = EntryHits(article, lexicon, table)
        self.entryHits = entryHits
        cues = Cues(entryHits.all(.cues), lexicon)
        longestHits = LexiconKind.allCases.map { kind in
            Scan.kindsOfLongest.contains(kind.number) ? entryHits.longest(kind) : []
        }
    }

    /// Kinds of which extractors and rules ask for the longest again and again.
    private static let kindsOfLongest: BitSet = {
        let kinds: [LexiconKind] = [
            .people, .organisations, .police, .countries, .places, .months, .titles, .acts,
            .speech, .drugs,
        ]
        return kinds.reduce(into: BitSet()) { $0.insert($1.number) }
    }()

    /// Where each scalar of UTF-8 begins, and where the text ends.
    private static func offsets(of bytes: [UInt8], count: Int) -> [Int32] {
        // Each byte is written down, and what is no first byte is written over by the next: no
        // branch, and no more places than scalars and one.
        unsafe [Int32](unsafeUninitializedCapacity: count + 1) { offsets, written in
            for index in bytes.indices {
                unsafe offsets[written] = Int32(truncatingIfNeeded: index)
                written &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0
            }
            unsafe offsets[written] = Int32(truncatingIfNeeded: bytes.count)
            written += 1
        }
    }

    /// Everything found of a kind, in the order of the text, overlapping hits included.
    func all(_ kind: LexiconKind) -> ArraySlice<EntryHit> { entryHits.all(kind) }

    /// What was found of a kind: the longest hit where several overlap, then the one read least
    /// freely («تركيا» is the country, not تركي in the accusative).
    func longest(_ kind: LexiconKind) -> ArraySlice<EntryHit> {
        guard Scan.kindsOfLongest.contains(kind.number) else { return entryHits.longest(kind) }
        return longestHits[kind.number]
    }

    func entry(_ hit: EntryHit) -> LexiconEntry { lexicon.entries[hit.entry] }
    func traits(_ hit: EntryHit) -> EntryTraits { lexicon.traits[hit.entry] }

    /// The original between two scalar offsets.
    func quote(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[Int(offsets[start])..<Int(offsets[end])], as: UTF8.self)
    }

    func quote(_ hit: EntryHit) -> String { quote(hit.start, hit.end) }

    func mention(_ hit: EntryHit, as kind: Mention.Kind? = nil) -> Mention {
        Mention(quote: quote(hit), start: hit.start, end: hit.end, kind: kind)
    }

    /// The scalar at an offset of the original.
    func scalar(at offset: Int) -> Unicode.Scalar? {
        guard offset >= 0, offset + 1 < offsets.count else { return nil }
        let first = bytes[Int(offsets[offset])]
        guard first >= 0x80 else { return Unicode.Scalar(first) }
        // The first byte of a scalar of n bytes has n ones and a zero in front of its bits.
        var value = UInt32(first & 0x7F >> UInt8((~first).leadingZeroBitCount))
        for index in (Int(offsets[offset]) + 1)..<Int(offsets[offset + 1]) {
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        return Unicode.Scalar(value)
    }

    /// The original from the first to the last of some words.
    func quote(words: ClosedRange<Int>) -> String {
        quote(start(of: words.lowerBound), end(of: words.upperBound))
    }

    func start(of word: Int) -> Int { Int(text.tokens[word].scalarStart) }
    func end(of word: Int) -> Int { Int(text.tokens[word].scalarEnd) }

    /// Title, lead or body.
    func part(of word: Int) -> Part {
        #if DEBUG
            text.look()
        #endif
        return layout.part(of: word)
    }
}
