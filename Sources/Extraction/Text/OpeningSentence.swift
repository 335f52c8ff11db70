package import News

/// What heads an item that has no title: the first sentence of its text, as written.
///
/// A byline (`Paper / Rabat`), a date line and other stretches of a few words are passed over
/// where a longer sentence follows, and page chrome always.
package enum OpeningSentence {
    /// Fewer words make no sentence.
    private static let least = 6
    /// More are cut off.
    private static let most = 14
    /// What is looked at of a text, in scalars.
    private static let reach = 4_000

    /// Empty for a text that holds no word.
    ///
    /// - Parameter boilerplate: page chrome, by ranges of the text.
    package static func of(_ text: String, boilerplate: [Boilerplate] = []) -> String {
        let opening = String(text.unicodeScalars.prefix(reach))
        let folded = FoldedText(opening)
        let sentences = Sentences(of: folded).ranges.filter { words in
            !boilerplate.contains { chrome in
                chrome.start <= Int(folded.tokens[words.lowerBound].scalarStart)
                    && Int(folded.tokens[words.lowerBound].scalarStart) < chrome.end
            }
        }
        guard let words = sentences.first(where: { $0.count >= least }) ?? sentences.first else {
            return ""
        }
        let shown = words.prefix(most)
        guard let first = shown.first, let last = shown.last else { return "" }
        let quote = slice(
            of: opening, Int(folded.tokens[first].scalarStart), Int(folded.tokens[last].scalarEnd))
        return shown.count < words.count ? quote + " …" : quote
    }

    private static func slice(of text: String, _ start: Int, _ end: Int) -> String {
        let scalars = text.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: start)
        return String(scalars[from..<scalars.index(from, offsetBy: end - start)])
    }
}
