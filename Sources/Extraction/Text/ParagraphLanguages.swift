import News

extension Examiner {
    /// The language of each paragraph of a scanned document, page chrome left out, in the order
    /// of the text. A line is a paragraph.
    ///
    /// Latin letters without any small word, such as a name, are of the document's language.
    func paragraphs(of scan: Scan) -> [Paragraph] {
        var french = HitCounter(scan.all(.stopwords).filter { scan.entry($0).id == "fr" })
        var english = HitCounter(scan.all(.stopwords).filter { scan.entry($0).id == "en" })
        var darija = HitCounter(scan.all(.darija))
        return Line.lines(of: scan.text).compactMap { line in
            guard let first = line.words.first, !scan.layout.isChrome(word: first) else {
                return nil
            }
            let signs = Languages.Signs(
                french: french.count(in: line.words), english: english.count(in: line.words),
                darija: darija.count(in: line.words))
            let finding = Languages.find(
                in: scan.text, words: line.words, signs: signs, declared: scan.language)
            return Paragraph(
                start: line.scalars.lowerBound, end: line.scalars.upperBound,
                language: finding.language, isDarija: finding.isDarija)
        }
    }
}

/// Counts hits by stretches of words that follow each other.
private struct HitCounter {
    private var firsts: ArraySlice<Int>

    init(_ hits: some Sequence<EntryHit>) { firsts = hits.map(\.first).sorted()[...] }

    /// - Parameter words: behind those of the call before.
    mutating func count(in words: Range<Int>) -> Int {
        firsts = firsts.drop { $0 < words.lowerBound }
        let within = firsts.prefix { $0 < words.upperBound }.count
        firsts = firsts.dropFirst(within)
        return within
    }
}
