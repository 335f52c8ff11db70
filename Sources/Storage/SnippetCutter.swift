import News

/// Cuts the stretch of a text that shows most of what was looked for.
struct SnippetCutter {
    /// Words shown.
    private static let width = 28
    /// Words looked at: an endless text does not make a search slow.
    private static let reach = 5_000

    private let forms: Set<String>
    private let beginnings: [String]
    private let words: (String) -> [String]
    /// What was told of words so far: to fold each one anew took longer than to find the items.
    /// By their bytes: Swift's own hash of Arabic text puts it into normal form first.
    private var known: [UInt64: Bool] = [:]

    init(_ query: SearchQuery) {
        let terms = query.clauses.joined()
        var forms = Set<String>()
        var beginnings: [String] = []
        for term in terms {
            forms.formUnion(term.words.joined())
            if term.isPrefix, let last = term.words.last { beginnings += last }
        }
        self.forms = forms
        self.beginnings = beginnings
        words = query.words
    }

    /// The best stretch, or the beginning of a text in which nothing was found.
    mutating func cut(_ text: String) -> Snippet {
        let places = words(of: text)
        let found = places.map { isKnown(text[$0]) }
        let start = bestStart(found)
        let shown = places.dropFirst(start).prefix(SnippetCutter.width)
        guard let first = shown.first, let last = shown.last else { return Snippet(text: "") }
        return snippet(
            text[first.lowerBound..<last.upperBound],
            zip(shown, found.dropFirst(start)).filter(\.1).map(\.0), in: text,
            isCutBefore: start > 0, isCutAfter: start + shown.count < places.count)
    }

    /// A word with its punctuation, as runs between white space.
    private func words(of text: String) -> [Range<String.Index>] {
        var places: [Range<String.Index>] = []
        var start: String.Index?
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            if SnippetCutter.isSpace(scalars[index]) {
                if let begun = start { places.append(begun..<index) }
                start = nil
                if places.count == SnippetCutter.reach { return places }
            } else if start == nil {
                start = index
            }
        }
        if let start { places.append(start..<scalars.endIndex) }
        return places
    }

    /// Unicode's White_Space, without looking up what is a letter as most are.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0: true
        case ..<0x1680: false
        default: scalar.properties.isWhitespace
        }
    }

    private mutating func isKnown(_ word: Substring) -> Bool {
        // FNV-1a.
        let bytes = word.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        if let told = known[bytes] { return told }
        let isFound = isFound(word)
        known[bytes] = isFound
        return isFound
    }

    private func isFound(_ word: Substring) -> Bool {
        words(String(word)).contains { word in
            forms.contains(word) || beginnings.contains { word.hasPrefix($0) }
        }
    }

    /// Where the window that holds most findings begins, with a few words before the first.
    private func bestStart(_ found: [Bool]) -> Int {
        var best = (start: 0, count: 0)
        var count = 0
        for end in found.indices {
            if found[end] { count += 1 }
            if end >= SnippetCutter.width, found[end - SnippetCutter.width] { count -= 1 }
            if count > best.count { best = (max(0, end - SnippetCutter.width + 1), count) }
        }
        guard let first = found[best.start...].firstIndex(of: true) else { return 0 }
        return max(0, min(first - 4, found.count - SnippetCutter.width))
    }

    private func snippet(
        _ cut: Substring, _ found: [Range<String.Index>], in text: String, isCutBefore: Bool,
        isCutAfter: Bool
    ) -> Snippet {
        var shown = isCutBefore ? "… " : ""
        let offset = shown.unicodeScalars.count
        let scalars = text.unicodeScalars
        let highlights = found.map { place in
            let start = scalars.distance(from: cut.startIndex, to: place.lowerBound) + offset
            return start..<start + scalars.distance(from: place.lowerBound, to: place.upperBound)
        }
        // One scalar for one: the offsets stay true.
        shown.unicodeScalars += cut.unicodeScalars.map { SnippetCutter.isSpace($0) ? " " : $0 }
        return Snippet(text: shown + (isCutAfter ? " …" : ""), highlights: highlights)
    }
}
