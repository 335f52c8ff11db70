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
        var scan = PhraseScan(tree: tree, text: text)
        var cache = caches.take() ?? ReadingCache(WordReader(vocabulary))
        let tokens = text.tokens
        for index in tokens.indices {
            let entry = cache.entry(of: tokens[index], in: text)
            scan.steps += 1
            guard entry.firstCount > 0 || scan.isPhraseOpen else { continue }
            scan.goOn(to: index, tokens[index], entry, cache.readings)
        }
        caches.giveBack(cache)
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

        /// Whether edges allow a gap longer than some.
        func allowsMore(than skip: UInt8) -> Bool { skips >> (UInt16(skip) + 1) != 0 }
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
}

/// The phrases under way while a text is read word by word.
struct PhraseScan {
    private struct Path {
        var node: Int32
        var first: Int32
        var start: Int32
        var liberty: Liberty
        /// Words passed over since the last element.
        var passed: UInt8
    }

    let tree: PhraseTree
    let text: FoldedText
    private(set) var hits: [Hit] = []
    fileprivate(set) var steps = 0
    private var paths = RefilledList<Path>()
    private var next = RefilledList<Path>()

    init(tree: PhraseTree, text: FoldedText) {
        self.tree = tree
        self.text = text
        hits.reserveCapacity(text.tokens.count)
    }

    var isPhraseOpen: Bool { !paths.isEmpty }

    /// Goes on to a word; there is no need to where none begins a phrase and none is open.
    ///
    /// - Parameter entry: what the word is, in `readings`.
    mutating func goOn(
        to index: Int, _ token: Token, _ entry: ReadingCache.Entry, _ readings: [WordReading]
    ) {
        steps += paths.count
        if !paths.isEmpty, !token.gap.endsSentence {
            followPaths(to: index, token, readings, entry.inner)
        }
        for place in entry.firsts {
            let reading = readings[place]
            let letter = Int(token.start) + Int(reading.quoteLetter)
            arrive(
                Path(
                    node: tree.roots[Int(reading.element)], first: Int32(index),
                    start: text.scalars[letter], liberty: reading.liberty, passed: 0),
                at: index, token)
        }
        swap(&paths, &next)
        next.removeAll()
    }

    private mutating func followPaths(
        to index: Int, _ token: Token, _ readings: [WordReading], _ inner: Range<Int>
    ) {
        for place in paths.indices {
            let path = paths[place]
            let node = tree.nodes[Int(path.node)]
            var hasGoneOn = false
            var skips = node.skips & (.max << UInt16(path.passed))
            if !token.gap.joinsPhrase { skips &= ~1 }
            while skips != 0 {
                let skip = UInt8(skips.trailingZeroBitCount)
                skips &= skips - 1
                for place in inner {
                    let reading = readings[place]
                    let child = tree.child(of: path.node, skip: skip, element: reading.element)
                    guard child >= 0 else { continue }
                    // Another phrase that goes on with the next word ends no gap.
                    hasGoneOn = hasGoneOn || skip > 0
                    var longer = path
                    longer.node = child
                    longer.liberty = max(path.liberty, reading.liberty)
                    longer.passed = 0
                    arrive(longer, at: index, token)
                }
            }
            if !hasGoneOn, node.allowsMore(than: path.passed) {
                var waiting = path
                waiting.passed += 1
                next.append(waiting)
            }
        }
    }

    private mutating func arrive(_ path: Path, at index: Int, _ token: Token) {
        let node = tree.nodes[Int(path.node)]
        if node.patternCount > 0 {
            let first = Int(node.firstPattern)
            for place in first..<(first + Int(node.patternCount)) {
                add(tree.patterns[place], path, at: index, token)
            }
        }
        if node.skips != 0 { next.append(path) }
    }

    private mutating func add(_ pattern: Int32, _ path: Path, at index: Int, _ token: Token) {
        let hit = Hit(
            pattern: pattern, first: path.first, last: Int32(index), start: path.start,
            end: token.scalarEnd, liberty: path.liberty)
        var place = hits.count
        while place > 0, hits[place - 1].last == hit.last {
            place -= 1
            if hits[place].pattern == pattern, hits[place].first == hit.first { return }
        }
        hits.append(hit)
    }
}
