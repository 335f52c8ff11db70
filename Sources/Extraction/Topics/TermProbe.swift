/// Tries a term on words of a text, to say why one of them is not read as it.
struct TermProbe {
    private let matcher: Matcher

    /// - Parameter builder: knows the protected words and the variants; see ``builder(for:)``.
    init(_ term: String, in builder: MatcherBuilder) {
        matcher = TermProbe.matcher(for: term, builder)
    }

    /// A builder that reads words as the whole lexicon does, and holds no term.
    static func builder(for lexicon: [LexiconEntry]) -> MatcherBuilder {
        Lexicon.builder(for: lexicon.filter(decidesForms))
    }

    /// The first words of all places where the term is found.
    func hits(in text: FoldedText) -> [Int] { matcher.hits(in: text).map { Int($0.first) } }

    /// Why a word is not read as the term.
    ///
    /// - Parameter core: the part of the word whose folded letters are the term's.
    func refusal(of word: String, core: String, _ term: TermWord) -> String {
        let bare = TermProbe.matcher(for: bareText(of: term), MatcherBuilder())
        guard TermProbe.finds(bare, core) else { return TermProbe.difference(core, term.text) }
        if TermProbe.finds(matcher, word) { return "is found, but does not count here" }
        if term.isExact { return "is more than the letters that ‘=’ wants" }
        if finds(term.text, in: word) {
            return "is a protected word, never read with a clitic in front or behind"
        }
        if finds("+" + term.text, in: word) {
            return "has an ending; ‘+\(term.text)’ would find it"
        }
        if term.hasArticle, finds(String(term.text.dropFirst(2)), in: word) {
            return "lacks the article that the term is written with"
        }
        if core.unicodeScalars.count >= 4, finds(term.text + "*", in: word) {
            return "goes on behind the term; ‘\(term.text)*’ would find it"
        }
        return "has something in front or behind that is no clitic of it"
    }

    /// The term as its core alone is looked for.
    private func bareText(of term: TermWord) -> String {
        let text = term.hasArticle ? String(term.text.dropFirst(2)) : term.text
        return (term.isExact ? "=" : "") + text
    }

    private func finds(_ term: String, in word: String) -> Bool {
        TermProbe.finds(TermProbe.matcher(for: term, MatcherBuilder()), word)
    }

    private static func finds(_ matcher: Matcher, _ word: String) -> Bool {
        !matcher.hits(in: FoldedText(word)).isEmpty
    }

    private static func matcher(for term: String, _ builder: MatcherBuilder) -> Matcher {
        var builder = builder
        _ = builder.add(term)
        return builder.build()
    }

    /// Of the lexicon only what protects words and lists their spellings is needed.
    private static func decidesForms(_ entry: LexiconEntry) -> Bool {
        switch entry.knownKind {
        case .protected, .variants, .places, .countries: true
        default: false
        }
    }

    /// The first letter that differs, vowel signs aside.
    private static func difference(_ core: String, _ term: String) -> String {
        let found = letters(of: core)
        let all = letters(of: term)
        let wanted = all.count == found.count + 2 ? Array(all.dropFirst(2)) : all
        for (one, other) in zip(found, wanted) where one != other {
            return "has «\(one)» where the term has «\(other)»"
        }
        return "is written with other letters"
    }

    private static func letters(of word: String) -> [Unicode.Scalar] {
        word.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark && $0 != "\u{640}"
        }
    }
}
