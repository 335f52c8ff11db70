/// Collects terms and compiles them into one matcher.
package struct MatcherBuilder {
    private var spelling: ElementForms
    /// By the key of a word: its letters, what it allows, and its place in the phrase.
    private var elements = NumberTable()
    private var elementCount = 0
    private var entries: [(form: WordForm, element: Int32)] = []
    private var edges = NumberTable()
    /// By node, the pattern of the term that is written so; -1 for none.
    private var patternOfNode: [Int32] = [-1]
    /// All patterns with the nodes that they end at.
    private var ends: [(node: Int32, pattern: Int32)] = []
    /// The words of the term that is being added.
    private var words: [ElementForms.Word] = []

    /// How many different terms were taken.
    package private(set) var count = 0

    /// - Parameters:
    ///   - protected: whole words never read as clitic and core.
    ///   - variants: press spellings by the standard spelling.
    package init(protected: [String] = [], variants: [(standard: String, spellings: [String])] = [])
    {
        spelling = ElementForms(protected: protected, variants: variants)
    }

    /// The number of a term's pattern; nil where nothing of it is a word.
    package mutating func add(_ term: String) -> Int32? {
        words.removeAll(keepingCapacity: true)
        for word in TermSpelling(term).words { spelling.add(word, to: &words) }
        guard !words.isEmpty, let node = insert(words) else { return nil }
        let known = patternOfNode[Int(node)]
        guard known < 0 else { return known }
        let pattern = Int32(count)
        count += 1
        patternOfNode[Int(node)] = pattern
        ends.append((node, pattern))
        if let joined = spelling.joined(words), let node = insert(joined) {
            ends.append((node, pattern))
        }
        return pattern
    }

    // MARK: The tree

    /// The node at the end of a path; nil where a word of it has no form.
    private mutating func insert(_ path: [ElementForms.Word]) -> Int32? {
        var node: Int32 = 0
        for index in path.indices {
            let slot = ElementForms.Slot(
                word: path[index], isFirst: index == 0, isLast: index == path.count - 1)
            guard let element = element(for: slot) else { return nil }
            let skip = index == 0 ? 0 : path[index].skip
            node = child(of: PhraseTree.key(node, skip, element))
        }
        return node
    }

    private mutating func child(of edge: UInt64) -> Int32 {
        let known = edges[edge]
        guard known < 0 else { return known }
        let child = Int32(patternOfNode.count)
        edges[edge] = child
        patternOfNode.append(-1)
        return child
    }

    /// Under an element that no word can be, as it has no forms.
    private static let noElement = Int32.max

    private mutating func element(for slot: ElementForms.Slot) -> Int32? {
        let key = spelling.key(of: slot)
        let known = elements[key]
        guard known < 0 else { return known == MatcherBuilder.noElement ? nil : known }
        let forms = spelling.forms(of: slot)
        guard !forms.isEmpty else {
            elements[key] = MatcherBuilder.noElement
            return nil
        }
        let element = Int32(elementCount)
        elementCount += 1
        elements[key] = element
        for form in forms { entries.append((form, element)) }
        return element
    }

    // MARK: Building

    package func build() -> Matcher {
        var nodes = [PhraseTree.Node](repeating: PhraseTree.Node(), count: patternOfNode.count)
        let patterns = Buckets(ends.map { (number: $0.node, element: $0.pattern) })
        for node in nodes.indices {
            let range = patterns.range(Int32(node))
            nodes[node].firstPattern = Int32(range.lowerBound)
            nodes[node].patternCount = Int32(range.count)
        }
        var roots = [Int32](repeating: -1, count: elementCount)
        var inner: [(key: UInt64, value: Int32)] = []
        inner.reserveCapacity(edges.count)
        for (key, child) in edges.pairs {
            let node = Int(key >> 32)
            if node == 0 {
                roots[Int(key & 0xFFF_FFFF)] = child
            } else {
                nodes[node].skips |= 1 << UInt16(key >> 28 & 0xF)
                inner.append((key, child))
            }
        }
        return Matcher(
            vocabulary: Vocabulary(
                entries, of: spelling.letters, protected: spelling.protected),
            tree: PhraseTree(
                nodes: nodes, patterns: patterns.all, roots: roots, edges: HashTable(inner)))
    }
}
