/// The forms in which texts have a term, and what looks like it and is refused.
package struct TermForms: Sendable {
    private let matcher: Matcher
    private let probe: TermProbe
    private let reader: TermReader
    /// Nil for a phrase, of which no look-alikes are sought.
    private let word: TermWord?

    /// A word that looks like the term.
    package struct Alike: Sendable, Hashable {
        package var quote: String
        /// The part of it whose folded letters are the term's.
        fileprivate var core: String
    }

    /// Reads words as the lexicon does; nil where the term holds no word.
    package init?(_ term: String, lexicon: [LexiconEntry]) {
        var builder = TermProbe.builder(for: lexicon)
        probe = TermProbe(term, in: builder)
        reader = TermReader(term, lexicon: lexicon)
        guard builder.add(term) != nil else { return nil }
        matcher = builder.build()
        let words = TermWord.words(of: term)
        word = words.count == 1 ? words[0] : nil
    }

    /// What a text has of the term, clitics included, and what looks like it.
    package func forms(in text: String) -> (found: [String], alike: [Alike]) {
        let folded = FoldedText(text)
        let hits = matcher.hits(in: folded)
        var places = word?.places(in: folded) ?? []
        guard !hits.isEmpty || !places.isEmpty else { return ([], []) }
        let read = Set(hits.flatMap { Int($0.first)...Int($0.last) })
        places.removeAll { read.contains($0.word) }
        let scalars = Array(text.unicodeScalars)
        func quote(_ start: Int32, _ end: Int32) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[Int(start)..<Int(end)])
            return String(view)
        }
        let found = Set(hits.map { [$0.first, $0.last] }).map { words in
            quote(
                folded.tokens[Int(words[0])].scalarStart, folded.tokens[Int(words[1])].scalarEnd)
        }
        let alike = places.map { place in
            let token = folded.tokens[place.word]
            let first = token.letters.lowerBound + place.offset
            return Alike(
                quote: quote(token.scalarStart, token.scalarEnd),
                core: quote(
                    folded.scalars[first], folded.scalars[first + place.length - 1] + 1))
        }
        return (found, alike)
    }

    /// Which clitics a form that was found has, and which liberties its letters take; nil for
    /// a name written as one and for a phrase with a gap.
    package func reading(of form: String) -> TermReading? { reader.reading(of: form) }

    /// Why a look-alike is not read as the term.
    package func refusal(of alike: Alike) -> String {
        word.map { probe.refusal(of: alike.quote, core: alike.core, $0) } ?? ""
    }
}
