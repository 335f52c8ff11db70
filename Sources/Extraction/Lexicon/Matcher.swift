/// A term found in a text.
package struct Hit: Sendable, Hashable {
    /// The number of the term, as ``MatcherBuilder/add(_:)`` gave it.
    package var pattern: Int32
    /// First and last word.
    package var first: Int32
    package var last: Int32
    /// In scalars of the original: without و ف ب ك ل in front, with the article.
    package var start: Int32
    package var end: Int32
    package var liberty: Liberty
}

/// Finds all terms of the lexicon and of all topics in one reading of a text.
///
/// Words are read by ``WordReader``; phrases are paths of a tree whose edges are elements (a
/// word with all its spellings). Hits may overlap: choosing is left to who asks.
package struct Matcher: Sendable {
    let vocabulary: Vocabulary
    let tree: PhraseTree
    private let caches = IdleCaches()

    init(vocabulary: Vocabulary, tree: PhraseTree) {
        self.vocabulary = vocabulary
        self.tree = tree
    }

    /// The memory that its tables take.
    package var byteCount: Int { vocabulary.byteCount + tree.byteCount }

    /// All hits, in the order of their last word.
    package func hits(in text: FoldedText) -> [Hit] { read(text).hits }

    /// How much work a text is: words read and phrases followed.
    func steps(in text: FoldedText) -> Int { read(text).steps }

    private func read(_ text: FoldedText) -> PhraseScan {
        let cache = caches.take() ?? IdleCaches.Kept(ReadingCache(WordReader(vocabulary), tree))
        defer { caches.giveBack(cache) }
        return cache.scan(text)
    }
}

extension ReadingCache {
    /// Reads a text from its first word to its last.
    mutating func scan(_ text: FoldedText) -> PhraseScan {
        var scan = PhraseScan(text)
        let tokens = text.tokens
        let letters = text.bothLetters
        var first = 0
        while first < tokens.count {
            let end = min(first + Places.count, tokens.count)
            let places = places(of: tokens[first..<end], in: letters)
            let generation = generation
            for index in first..<end {
                let place = self.generation == generation ? places[index - first] : -1
                let entry = entry(at: place, tokens[index], in: letters)
                guard entry.beginsPhrase || scan.isPhraseOpen else { continue }
                scan.goOn(to: index, tokens[index], entry, self)
            }
            first = end
        }
        scan.steps += tokens.count
        return scan
    }
}

/// The tree of phrases: nodes joined by elements; a phrase ends at a node.
struct PhraseTree: Sendable {
    struct Node: Sendable {
        /// Patterns that end here: a range of ``PhraseTree/patterns``.
        var firstPattern: Int32 = 0
        var patternCount: Int32 = 0
        /// A bit for each gap, in words, that edges from here allow; zero for a leaf.
        var skips: UInt16 = 0
    }

    var nodes: [Node]
    var patterns: [Int32]
    /// From the root, by element; -1 where none begins so.
    var roots: [Int32]
    var edges: HashTable

    var byteCount: Int {
        nodes.count * MemoryLayout<Node>.stride + (patterns.count + roots.count) * 4
            + edges.byteCount
    }

    static func key(_ node: Int32, _ skip: UInt8, _ element: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(skip) << 28
            | UInt64(UInt32(bitPattern: element))
    }

    func child(of node: Int32, skip: UInt8, element: Int32) -> Int32 {
        edges[PhraseTree.key(node, skip, element)]
    }

    /// What phrases that begin with a word go on from.
    struct Beginning: Sendable {
        var place: Int32
        var node: Node
        /// As in ``WordReading/quoteLetter``.
        var quoteLetter: UInt8
        var liberty: Liberty
    }

    func beginning(with reading: WordReading) -> Beginning {
        let place = roots[Int(reading.element)]
        return Beginning(
            place: place, node: nodes[Int(place)],
            quoteLetter: UInt8(truncatingIfNeeded: reading.quoteLetter), liberty: reading.liberty)
    }
}

/// The phrases under way while a text is read word by word.
struct PhraseScan {
    private struct Path {
        /// Where in the tree it is, and the node there.
        var place: Int32
        var first: Int32
        var start: Int32
        var skips: UInt16
        var liberty: Liberty
        /// Words passed over since the last element.
        var passed: UInt8
    }

    private let text: FoldedText
    private(set) var hits: [Hit] = []
    fileprivate(set) var steps = 0
    private var paths = RefilledList<Path>()
    private var next = RefilledList<Path>()

    init(_ text: FoldedText) {
        self.text = text
        hits.reserveCapacity(text.tokens.count * 3 / 2)
    }

    var isPhraseOpen: Bool { !paths.isEmpty }

    /// Goes on to a word; there is no need to where none begins a phrase and none is open.
    ///
    /// - Parameter entry: what the word is, in `cache`.
    @inline(__always)
    mutating func goOn(
        to index: Int, _ token: Token, _ entry: ReadingCache.Entry, _ cache: ReadingCache
    ) {
        if !paths.isEmpty {
            steps += paths.count
            if !token.gap.endsSentence { followPaths(to: index, token, entry.inner, of: cache) }
        }
        for place in entry.beginnings {
            let beginning = cache.beginnings[place]
            let start =
                beginning.quoteLetter == 0
                ? token.scalarStart : text.scalars[Int(token.start) + Int(beginning.quoteLetter)]
            arrive(
                Path(
                    place: beginning.place, first: Int32(truncatingIfNeeded: index), start: start,
                    skips: beginning.node.skips, liberty: beginning.liberty, passed: 0),
                at: beginning.node, index, token, of: cache.tree)
        }
        swap(&paths, &next)
        next.removeAll()
    }

    private mutating func followPaths(
        to index: Int, _ token: Token, _ inner: Range<Int>, of cache: ReadingCache
    ) {
        for place in paths.indices {
            let path = paths[place]
            var hasGoneOn = false
            var skips = path.skips & (.max << UInt16(path.passed))
            if !token.gap.joinsPhrase { skips &= ~1 }
            while skips != 0 {
                let skip = UInt8(truncatingIfNeeded: skips.trailingZeroBitCount)
                skips &= skips - 1
                for place in inner {
                    let reading = cache.inner[place]
                    let child = cache.tree.child(
                        of: path.place, skip: skip, element: reading.element)
                    guard child >= 0 else { continue }
                    // Another phrase that goes on with the next word ends no gap.
                    hasGoneOn = hasGoneOn || skip > 0
                    let node = cache.tree.nodes[Int(child)]
                    var longer = path
                    longer.place = child
                    longer.skips = node.skips
                    longer.liberty = max(path.liberty, reading.liberty)
                    longer.passed = 0
                    arrive(longer, at: node, index, token, of: cache.tree)
                }
            }
            // A longer gap than the one so far is allowed.
            if !hasGoneOn, path.skips >> (UInt16(path.passed) + 1) != 0 {
                var waiting = path
                waiting.passed += 1
                next.append(waiting)
            }
        }
    }

    @inline(__always)
    private mutating func arrive(
        _ path: Path, at node: PhraseTree.Node, _ index: Int, _ token: Token,
        of tree: PhraseTree
    ) {
        if node.patternCount > 0 { add(node, path, at: index, token, of: tree) }
        if node.skips != 0 { next.append(path) }
    }

    /// Takes the patterns that end at a node, each once.
    private mutating func add(
        _ node: PhraseTree.Node, _ path: Path, at index: Int, _ token: Token,
        of tree: PhraseTree
    ) {
        let first = Int(node.firstPattern)
        for place in first..<(first + Int(node.patternCount)) {
            let hit = Hit(
                pattern: tree.patterns[place], first: path.first,
                last: Int32(truncatingIfNeeded: index), start: path.start, end: token.scalarEnd,
                liberty: path.liberty)
            if !isKnown(hit) { hits.append(hit) }
        }
    }

    private func isKnown(_ hit: Hit) -> Bool {
        var place = hits.count
        while place > 0, hits[place - 1].last == hit.last {
            place -= 1
            if hits[place].pattern == hit.pattern, hits[place].first == hit.first { return true }
        }
        return false
    }
}
