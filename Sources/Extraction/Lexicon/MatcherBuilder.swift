/// Collects terms and compiles them into one matcher.
package struct MatcherBuilder {
    private var spelling = ElementForms()
    private var elements: [String: Int32] = [:]
    private var entries: [(form: WordForm, element: Int32)] = []
    private var emptyElements: Set<Int32> = []
    private var patterns: [String: Int32] = [:]
    private var children: [[UInt64: Int32]] = [[:]]
    private var ends: [[Int32]] = [[]]

    /// How many different terms were taken.
    package var count: Int { patterns.count }

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

    /// A whole word that is not to be taken apart.
    package mutating func protect(_ word: String) {
        spelling.protected.insert(ElementForms.folded(word))
    }

    /// The number of a term's pattern; nil where nothing of it is a word.
    package mutating func add(_ term: String) -> Int32? {
        let key = TermSpelling(term)
        let paths = MatcherBuilder.paths(of: key)
        let name = paths.map { path in path.map(MatcherBuilder.name).joined(separator: " ") }
            .joined(separator: "|")
        guard !name.isEmpty else { return nil }
        if let known = patterns[name] { return known }
        let nodes = paths.compactMap { insert($0) }
        guard !nodes.isEmpty else { return nil }
        let pattern = Int32(patterns.count)
        patterns[name] = pattern
        for node in nodes { ends[Int(node)].append(pattern) }
        return pattern
    }

    private static func name(_ slot: TermSpelling.Word) -> String {
        (slot.isExact ? "=" : "") + (slot.isInflected ? "+" : "") + slot.text
            + (slot.isStem ? "*" : "") + "~\(slot.skip)"
    }

    // MARK: Paths

    /// Words that many papers write onto the next one: عبداللطيف, بنموسى, بوعنان.
    private static let joining: Set<[UInt8]> = Set(
        [
            "عبد", "أبو", "أبي", "ابن", "بن", "بنت", "أم", "آل", "آيت", "بو", "سيدي", "مولاي", "ذو",
            "نور",
            "سيف", "محيي",
        ].map(ElementForms.folded))

    /// The term's words, taken apart at hyphens and apostrophes; and once more with the parts of
    /// a name written as one.
    private static func paths(of term: TermSpelling) -> [[TermSpelling.Word]] {
        let words = term.words.flatMap(parts)
        guard !words.isEmpty else { return [] }
        guard words.count > 1, !words[0].isExact,
            let place = words.dropLast().firstIndex(where: isJoining)
        else { return [words] }
        var joined = words
        joined[place].text += joined[place + 1].text
        joined[place].isInflected = false
        joined.remove(at: place + 1)
        return [words, joined]
    }

    private static func isJoining(_ word: TermSpelling.Word) -> Bool {
        joining.contains(ElementForms.folded(word.text))
    }

    /// `sous-préfet` is two words, `l'ordre` too; what is said of the whole is said of the last.
    private static func parts(of word: TermSpelling.Word) -> [TermSpelling.Word] {
        let text = FoldedText(word.text)
        let scalars = Array(word.text.unicodeScalars)
        var parts = text.tokens.enumerated().map { index, token in
            var part = word
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[Int(token.scalarStart)..<Int(token.scalarEnd)])
            part.text = String(view)
            part.skip = index == 0 ? word.skip : 0
            part.isStem = false
            part.isInflected = false
            return part
        }
        if let last = parts.indices.last {
            parts[last].isStem = word.isStem
            parts[last].isInflected = word.isInflected
        }
        return parts
    }

    // MARK: The tree

    /// The node at the end of a path; nil where a word of it has no form.
    private mutating func insert(_ path: [TermSpelling.Word]) -> Int32? {
        var node: Int32 = 0
        for (index, word) in path.enumerated() {
            let slot = ElementForms.Slot(
                word: word, isFirst: index == 0, isLast: index == path.count - 1)
            guard let element = element(for: slot) else { return nil }
            let skip = UInt8(index == 0 ? 0 : word.skip)
            let key = PhraseTree.key(0, skip, element)
            if let child = children[Int(node)][key] {
                node = child
            } else {
                let child = Int32(children.count)
                children[Int(node)][key] = child
                children.append([:])
                ends.append([])
                node = child
            }
        }
        return node
    }

    private mutating func element(for slot: ElementForms.Slot) -> Int32? {
        let name = "\(slot.isFirst)\(slot.isLast)" + MatcherBuilder.name(slot.word)
        if let known = elements[name] { return emptyElements.contains(known) ? nil : known }
        let element = Int32(elements.count)
        elements[name] = element
        let forms = spelling.forms(of: slot)
        if forms.isEmpty { emptyElements.insert(element) }
        for form in forms { entries.append((form, element)) }
        return forms.isEmpty ? nil : element
    }

    // MARK: Building

    package func build() -> Matcher {
        var nodes: [PhraseTree.Node] = []
        var listed: [Int32] = []
        var edges: [UInt64: Int32] = [:]
        var roots = [Int32](repeating: -1, count: elements.count)
        for index in children.indices {
            var node = PhraseTree.Node(
                firstPattern: Int32(listed.count), patternCount: Int32(ends[index].count))
            listed += ends[index]
            for (key, child) in children[index] {
                if index == 0 {
                    roots[Int(key & 0xFFF_FFFF)] = child
                } else {
                    edges[UInt64(index) << 32 | key] = child
                    node.skips.append(UInt8(truncatingIfNeeded: key >> 28 & 0xF))
                }
            }
            node.skips = Set(node.skips).sorted()
            node.longestSkip = node.skips.last ?? 0
            nodes.append(node)
        }
        return Matcher(
            vocabulary: Vocabulary(entries, protected: spelling.protected),
            tree: PhraseTree(
                nodes: nodes, patterns: listed, roots: roots, edges: HashTable(edges)))
    }
}
