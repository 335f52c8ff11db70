import News

/// Tells page chrome from article text, line by line.
///
/// Four things decide, in this order: the phrases of `config/lexicon/chrome.yaml`; the lines
/// that recur in the document's feed; the shape of a line (a bare counter, a repeat of the
/// headline); and, in the text of a whole page, where a line stands: short lines without a sentence before the first paragraph and behind the last
/// one are chrome, those between paragraphs are sub-headings and stay.
///
/// Limits: a caption that reads like a sentence is taken for text.
struct Chrome {
    private let text: FoldedText
    private let lines: [Line]
    private let isPage: Bool
    private(set) var kinds: [Boilerplate.Kind?]
    /// The line of the headline, where one was found.
    private(set) var titleLine: Int?

    /// - Parameters:
    ///   - isPage: the text is a whole page; its headline is to be found.
    ///   - phrases: hits of chrome entries with the kind that they stand for.
    ///   - recurring: hashes of ``RecurringLines``.
    init(
        text: FoldedText, lines: [Line], isPage: Bool, titleLength: Int?,
        phrases: [Phrase], recurring: Set<UInt64>
    ) {
        self.text = text
        self.lines = lines
        self.isPage = isPage
        kinds = Array(repeating: nil, count: lines.count)
        for phrase in phrases { mark(phrase) }
        if !recurring.isEmpty { mark(recurring, behindTitle: titleLength) }
        for index in lines.indices where kinds[index] == nil { kinds[index] = shape(of: index) }
        if isPage {
            titleLine = headline()
            markEdges()
        } else if let titleLength, titleLength > 0 {
            titleLine = lines.indices.first
        }
        markRepeats()
    }

    // MARK: Phrases

    /// A phrase of page chrome found in the text.
    struct Phrase {
        var hit: Hit
        var key: Lexicon.TermKey
        var kind: Boilerplate.Kind
        /// The phrase ends in a dash or colon.
        var endsInMark: Bool
    }

    private mutating func mark(_ phrase: Phrase) {
        let hit = phrase.hit
        guard let index = line(of: Int(hit.first)) else { return }
        let words = lines[index].words
        let isMarked: Bool
        switch phrase.key {
        case .lines: isMarked = Int(hit.first) == words.lowerBound && covers(hit, words)
        case .starts:
            isMarked =
                Int(hit.first) == words.lowerBound
                && (!phrase.endsInMark || hasMark(behind: Int(hit.last), words))
        case .contains: isMarked = words.count <= 15
        default: isMarked = false
        }
        if isMarked { kinds[index] = phrase.kind }
    }

    /// The line that a word is in, by bisection.
    private func line(of word: Int) -> Int? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].words.upperBound <= word { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low].words.contains(word) ? low : nil
    }

    private func hasMark(behind word: Int, _ words: Range<Int>) -> Bool {
        let next = word + 1
        return !words.contains(next) || text.tokens[next].gap > .apostrophe
    }

    /// The phrase is the whole line, or all of it but a number.
    private func covers(_ hit: Hit, _ words: Range<Int>) -> Bool {
        let rest = words.filter { $0 > Int(hit.last) }
        return rest.allSatisfy { text.tokens[$0].script == .digit }
    }

    // MARK: Recurring lines

    /// The title is the item's own, even where a section's name is the title of each item.
    private mutating func mark(_ recurring: Set<UInt64>, behindTitle titleLength: Int?) {
        for index in lines.indices where kinds[index] == nil {
            guard lines[index].scalars.lowerBound >= titleLength ?? 0,
                let hash = RecurringLines.hash(of: lines[index], in: text),
                recurring.contains(hash)
            else { continue }
            kinds[index] = .feedFooter
        }
    }

    // MARK: Shapes

    /// A line of digits alone is a counter.
    private func shape(of index: Int) -> Boilerplate.Kind? {
        let words = lines[index].words
        guard isPage, !words.isEmpty, words.count <= 4,
            words.allSatisfy({ text.tokens[$0].script == .digit })
        else { return nil }
        return .commentCount
    }

    // MARK: Places

    private func words(_ index: Int) -> Int { lines[index].words.count }

    /// Long enough to be a paragraph.
    private func isParagraph(_ index: Int) -> Bool { kinds[index] == nil && words(index) >= 20 }

    /// The first line of at least four words that is no paragraph and comes before any.
    private func headline() -> Int? {
        for index in lines.indices where kinds[index] == nil && words(index) > 0 {
            if words(index) > 30 || endsSentence(index) { return nil }
            if words(index) >= 4, !isTrail(index) { return index }
        }
        return nil
    }

    /// Words parted by slashes, as in `الرئيسية / مجتمع`.
    private func isTrail(_ index: Int) -> Bool {
        let words = lines[index].words
        return words.count <= 8
            && words.dropFirst().contains { text.tokens[$0].gap == .slash }
    }

    private func endsSentence(_ index: Int) -> Bool {
        let next = lines[index].words.upperBound
        guard words(index) >= 20, next < text.tokens.count else { return false }
        return text.tokens[next].gap >= .stop
    }

    private mutating func markEdges() {
        let paragraphs = lines.indices.filter(isParagraph)
        guard let first = paragraphs.first, let last = paragraphs.last else { return }
        for index in lines.indices
        where kinds[index] == nil && words(index) > 0 && index != titleLine {
            if index < first, words(index) <= 8 { kinds[index] = beforeText(index) }
            if index > last, words(index) <= 8 { kinds[index] = .other }
        }
    }

    private func beforeText(_ index: Int) -> Boilerplate.Kind {
        let words = lines[index].words
        if isTrail(index), index > 0 || titleLine != nil { return .breadcrumb }
        if words.dropFirst().contains(where: { text.tokens[$0].gap == .comma }) {
            return .breadcrumb
        }
        if words.contains(where: { text.tokens[$0].script == .digit }) { return .caption }
        return .byline
    }

    // MARK: Repeats

    /// A later line with the very words of the headline.
    private mutating func markRepeats() {
        guard let titleLine else { return }
        let title = letters(titleLine)
        guard !title.isEmpty else { return }
        for index in lines.indices where index > titleLine && letters(index) == title {
            kinds[index] = .duplicateTitle
        }
    }

    /// The letters of a line's words, which follow each other.
    private func letters(_ index: Int) -> ArraySlice<UInt8> {
        let words = lines[index].words
        guard let first = words.first, let last = words.last else { return [] }
        return text.letters[Int(text.tokens[first].start)..<Int(text.tokens[last].end)]
    }
}

extension Line {
    /// The lines of a text, empty ones left out.
    static func lines(of text: FoldedText) -> [Line] {
        var lines: [Line] = []
        var word = 0
        for (index, start) in text.lineStarts.enumerated() {
            let isLast = index + 1 == text.lineStarts.count
            let end = isLast ? Int32(text.scalarCount) : text.lineStarts[index + 1] - 1
            let first = word
            while word < text.tokens.count, text.tokens[word].scalarStart < end { word += 1 }
            if word > first {
                let from = Int(text.tokens[first].scalarStart)
                let to = Int(text.tokens[word - 1].scalarEnd)
                lines.append(
                    Line(words: first..<word, scalars: min(Int(start), from)..<max(to, Int(end))))
            }
        }
        return lines
    }
}
