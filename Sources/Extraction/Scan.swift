import News

/// An entry of the lexicon found in a text.
struct EntryHit: Sendable, Hashable {
    /// Its number in ``Lexicon/entries``.
    var entry: Int
    var key: Lexicon.TermKey
    var hit: Hit

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
    /// All hits outside page chrome, by pattern.
    let table: HitTable
    /// Hits of lexicon entries outside page chrome that keep their company, by kind, in the
    /// order of the text; overlapping ones included.
    private let entryHits: [[EntryHit]]
    /// Of these the longest, by kind.
    private let longestHits: [[EntryHit]]
    /// The original as UTF-8, for quotes, and where each of its scalars begins there.
    private let bytes: [UInt8]
    private let offsets: [Int32]

    init(
        document: Document, lexicon: Lexicon, text: FoldedText, sentences: Sentences,
        layout: Layout, language: Languages.Finding, hits: [Hit], askedFor: BitSet
    ) {
        self.document = document
        self.lexicon = lexicon
        self.text = text
        self.sentences = sentences
        self.layout = layout
        self.language = language.language
        isDarija = language.isDarija
        bytes = Array(document.text.utf8)
        offsets = Scan.offsets(of: bytes, count: text.scalarCount)
        let article = layout.chrome.isEmpty ? hits : hits.filter { !layout.isChrome($0) }
        let table = HitTable(
            article.filter { askedFor.contains(Int($0.pattern)) }, sentences: sentences)
        self.table = table
        entryHits = Scan.entryHits(article, lexicon, table)
        var isTaken: [Bool] = []
        longestHits = entryHits.enumerated().map { kind, hits in
            guard !hits.isEmpty, !Scan.readingKinds.contains(kind) else { return [] }
            guard Scan.overlap(hits) else { return hits }
            if isTaken.isEmpty { isTaken = [Bool](repeating: false, count: text.tokens.count) }
            return Scan.longest(of: hits, &isTaken)
        }
    }

    /// By kind, the hits of entries that keep their company.
    private static func entryHits(
        _ hits: [Hit], _ lexicon: Lexicon, _ table: HitTable
    ) -> [[EntryHit]] {
        var byKind = [[EntryHit]](repeating: [], count: LexiconKind.allCases.count)
        let counts = counts(of: hits, lexicon)
        for kind in byKind.indices where counts[kind] > 0 {
            byKind[kind].reserveCapacity(counts[kind])
        }
        for hit in hits {
            for number in lexicon.owners(of: hit.pattern) {
                let owner = lexicon.owner(number)
                if owner.company >= 0,
                    !table.isInCompany(hit, lexicon.companies[Int(owner.company)])
                {
                    continue
                }
                byKind[Int(owner.kind)].append(
                    EntryHit(entry: Int(owner.entry), key: owner.key, hit: hit))
            }
        }
        return byKind
    }

    /// By kind, how many entries' hits there are at most.
    private static func counts(of hits: [Hit], _ lexicon: Lexicon) -> [Int] {
        var counts = [Int](repeating: 0, count: LexiconKind.allCases.count)
        for hit in hits {
            for number in lexicon.owners(of: hit.pattern) {
                counts[Int(lexicon.owner(number).kind)] += 1
            }
        }
        return counts
    }

    /// Whether some of the hits share a word; they are in the order of their last words.
    private static func overlap(_ hits: [EntryHit]) -> Bool {
        for index in hits.indices.dropFirst() where hits[index].first <= hits[index - 1].last {
            return true
        }
        return false
    }

    /// Words that only reading goes by; of these nobody wants the longest.
    private static let readingKinds = Set<Int>(
        [.stopwords, .darija, .abbreviations, .protected, .variants, .chrome].map {
            (kind: LexiconKind) in kind.number
        })

    /// Where each scalar of UTF-8 begins, and where the text ends.
    private static func offsets(of bytes: [UInt8], count: Int) -> [Int32] {
        var offsets: [Int32] = []
        offsets.reserveCapacity(count + 1)
        for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
            offsets.append(Int32(truncatingIfNeeded: index))
        }
        offsets.append(Int32(truncatingIfNeeded: bytes.count))
        return offsets
    }

    /// Everything found of a kind, in the order of the text, overlapping hits included.
    func all(_ kind: LexiconKind) -> [EntryHit] { entryHits[kind.number] }

    /// What was found of a kind: the longest hit where several overlap, then the one read least
    /// freely («تركيا» is the country, not تركي in the accusative).
    func longest(_ kind: LexiconKind) -> [EntryHit] { longestHits[kind.number] }

    /// - Parameter isTaken: false for every word, before and after.
    private static func longest(of hits: [EntryHit], _ isTaken: inout [Bool]) -> [EntryHit] {
        let ranked = hits.sorted { one, other in
            (other.last - other.first, one.hit.liberty, one.first)
                < (one.last - one.first, other.hit.liberty, other.first)
        }
        var longest: [EntryHit] = []
        for hit in ranked where !hit.words.contains(where: { isTaken[$0] }) {
            longest.append(hit)
            for word in hit.words { isTaken[word] = true }
        }
        for hit in longest { for word in hit.words { isTaken[word] = false } }
        return longest.sorted { $0.first < $1.first }
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
    func part(of word: Int) -> Part { layout.part(of: word) }
}
