/// Collects terms and compiles them into one matcher.
package struct MatcherBuilder {
    private var spelling = ElementForms()
    /// By the key of a word: its letters, what it allows, and its place in the phrase.
    private var elements: [UInt64: Int32] = [:]
    private var entries: [(form: WordForm, element: Int32)] = []
    private var edges: [UInt64: Int32] = [:]
    /// By node, the pattern of the term that is written so; -1 for none.
    private var patternOfNode: [Int32] = [-1]
    /// By node, all patterns that end there.
    private var ends: [[Int32]] = [[]]

    /// How many different terms were taken.
    package private(set) var count = 0

    /// - Parameters:
    ///   - protected: whole words never read as clitic and core.
    ///   - variants: press spellings by the standard spelling.
    package init(protected: [String] = [], variants: [(standard: String, spellings: [String])] = [])
    {
        spelling.protected = Set(protected.map(ElementForms.folded))
        for row in variants {
            spelling.variants[ElementForms.folded(row.standard), default: []] += row.spellings
        }
    }

    /// The number of a term's pattern; nil where nothing of it is a word.
    package mutating func add(_ term: String) -> Int32? {
        var words: [ElementForms.Word] = []
        for word in TermSpelling(term).words { words += spelling.words(of: word) }
        guard !words.isEmpty, let node = insert(words) else { return nil }
        let known = patternOfNode[Int(node)]
        guard known < 0 else { return known }
        let pattern = Int32(count)
        count += 1
        patternOfNode[Int(node)] = pattern
        ends[Int(node)].append(pattern)
        if let joined = joined(words), let node = insert(joined) {
            ends[Int(node)].append(pattern)
        }
        return pattern
    }

    // MARK: Names written as one

    /// Words that many papers write onto the next one: عبداللطيف, بنموسى, بوعنان.
    private static let joining: Set<[UInt8]> = Set(
        [
            "عبد", "أبو", "أبي", "ابن", "بن", "بنت", "أم", "آل", "آيت", "بو", "سيدي", "مولاي", "ذو",
            "نور",
            "سيف", "محيي",
        ].map(ElementForms.folded))

    /// The words with the parts of a name written as one; nil where there is no such name.
    private mutating func joined(_ words: [ElementForms.Word]) -> [ElementForms.Word]? {
        guard words.count > 1, !words[0].spelling.isExact,
            let place = words.dropLast().firstIndex(where: {
                MatcherBuilder.joining.contains($0.folded.letters)
            })
        else { return nil }
        var name = words[place].spelling
        name.text += words[place + 1].spelling.text
        name.isInflected = false
        var joined = words
        joined[place] = spelling.word(name)
        joined.remove(at: place + 1)
        return joined
    }

    // MARK: The tree

    /// The node at the end of a path; nil where a word of it has no form.
    private mutating func insert(_ path: [ElementForms.Word]) -> Int32? {
        var node: Int32 = 0
        for index in path.indices {
            let isLast = index == path.count - 1
            guard let element = element(for: path[index], isFirst: index == 0, isLast: isLast)
            else { return nil }
            let skip = UInt8(index == 0 ? 0 : path[index].spelling.skip)
            node = child(of: node, PhraseTree.key(node, skip, element))
        }
        return node
    }

    private mutating func child(of node: Int32, _ edge: UInt64) -> Int32 {
        if let known = edges[edge] { return known }
        let child = Int32(ends.count)
        edges[edge] = child
        ends.append([])
        patternOfNode.append(-1)
        return child
    }

    private mutating func element(
        for word: ElementForms.Word, isFirst: Bool, isLast: Bool
    ) -> Int32? {
        let key = ElementForms.key(of: word, isFirst: isFirst, isLast: isLast)
        if let known = elements[key] { return known < 0 ? nil : known }
        let slot = ElementForms.Slot(word: word, isFirst: isFirst, isLast: isLast)
        let forms = spelling.forms(of: slot)
        let element = forms.isEmpty ? -1 : Int32(elements.count)
        elements[key] = element
        for form in forms { entries.append((form, element)) }
        return forms.isEmpty ? nil : element
    }

    // MARK: Building

    package func build() -> Matcher {
        var listed: [Int32] = []
        var nodes = ends.map { patterns in
            listed += patterns
            return PhraseTree.Node(
                firstPattern: Int32(listed.count - patterns.count),
                patternCount: Int32(patterns.count))
        }
        var roots = [Int32](repeating: -1, count: elements.count)
        for (key, child) in edges {
            let node = Int(key >> 32)
            if node == 0 {
                roots[Int(key & 0xFFF_FFFF)] = child
            } else {
                nodes[node].skips |= 1 << UInt16(key >> 28 & 0xF)
            }
        }
        return Matcher(
            vocabulary: Vocabulary(entries, protected: spelling.protected),
            tree: PhraseTree(
                nodes: nodes, patterns: listed, roots: roots,
                edges: HashTable(edges.filter { $0.key >> 32 > 0 })))
    }
}
