import News

/// A line of a text.
struct Line: Sendable {
    /// Its words; empty for a line without any.
    var words: Range<Int>
    /// Its scalars, the line break left out.
    var scalars: Range<Int>
}

/// Which parts of a text are title, lead, body and page chrome.
struct Layout: Sendable {
    private(set) var chrome: [Boilerplate] = []
    /// The scalars of the headline; nil where the text has none.
    private(set) var title: Range<Int>?
    private var isChromeWord: [Bool]
    private var parts: [Part]

    /// - Parameter isArticle: false where the text is a whole page, whose headline and chrome
    ///   are to be found; true where title and body came apart, as in a feed.
    init(
        of text: FoldedText, lines: [Line], sentences: Sentences, titleLength: Int?,
        kinds: [Boilerplate.Kind?], titleLine: Int?
    ) {
        isChromeWord = [Bool](repeating: false, count: text.tokens.count)
        parts = [Part](repeating: .body, count: text.tokens.count)
        for (line, kind) in zip(lines, kinds) {
            guard let kind else { continue }
            for word in line.words { isChromeWord[word] = true }
            chrome.append(
                Boilerplate(
                    start: line.scalars.lowerBound, end: line.scalars.upperBound, kind: kind))
        }
        if let titleLength {
            title = titleLength > 0 ? 0..<titleLength : nil
        } else if let titleLine {
            title = lines[titleLine].scalars
        }
        markParts(text, sentences)
    }

    /// The lead is the first two sentences behind the title, sub-headings aside.
    private mutating func markParts(_ text: FoldedText, _ sentences: Sentences) {
        var leadSentences: [Int] = []
        for (index, token) in text.tokens.enumerated() where !isChromeWord[index] {
            if let title, title.contains(Int(token.scalarStart)) {
                parts[index] = .title
                continue
            }
            let sentence = sentences.number(of: index)
            if !leadSentences.contains(sentence) {
                if leadSentences.count == 2 { return }
                leadSentences.append(sentence)
            }
            parts[index] = .lead
        }
    }

    func part(of word: Int) -> Part { parts[word] }
    func isChrome(_ hit: Hit) -> Bool { isChromeWord[Int(hit.first)] }
    func isChrome(word: Int) -> Bool { isChromeWord[word] }
}
