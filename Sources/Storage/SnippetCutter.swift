import News

/// Cuts the stretch of a text that shows most of what was looked for.
struct SnippetCutter {
    /// Words shown.
    private static let width = 28
    /// Words looked at: an endless text does not make a search slow.
    private static let reach = 5_000

    private let query: SearchQuery

    init(_ query: SearchQuery) { self.query = query }

    /// The best stretch, or the beginning of a text in which nothing was found.
    func cut(_ text: String) -> Snippet {
        let runs = SnippetCutter.runs(of: text)
        let found = found(runs, in: text)
        let start = bestStart(found)
        let shown = runs.dropFirst(start).prefix(SnippetCutter.width)
        guard let first = shown.first, let last = shown.last else { return Snippet(text: "") }
        return snippet(
            text[first.lowerBound..<last.upperBound],
            zip(shown, found.dropFirst(start)).filter(\.1).map(\.0), in: text,
            isCutBefore: start > 0, isCutAfter: start + shown.count < runs.count)
    }

    /// Words with their punctuation: what stands between white space.
    static func runs(of text: String) -> [Range<String.Index>] {
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

    /// Of each run whether a word that is looked for stands in it.
    private func found(_ runs: [Range<String.Index>], in text: String) -> [Bool] {
        var places = query.finder(text).filter { $0.word < query.requiredWordCount }[...]
        let scalars = text.unicodeScalars
        var offset = 0
        var end = scalars.startIndex
        return runs.map { run in
            offset += scalars.distance(from: end, to: run.upperBound)
            end = run.upperBound
            let isFound = places.first.map { $0.start < offset } ?? false
            places = places.drop { $0.start < offset }
            return isFound
        }
    }

    /// Unicode's White_Space, without looking up what is a letter as most are.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0: true
        case ..<0x1680: false
        default: scalar.properties.isWhitespace
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
