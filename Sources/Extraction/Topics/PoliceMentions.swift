import News

/// A mention of a police force, with the country whose force it is.
struct PoliceMention: Sendable, Hashable {
    var span: Span
    /// ISO 3166-1 alpha-2; nil where the text does not tell.
    var country: String?
    /// The lexicon entry.
    var entry: Int
    var standing: Reference.Standing
}

/// Every mention of police in a text, attributed to a country by its ``Grounds``.
///
/// Inside a longer name police count if that is of the police too (its social works, its
/// magazine); « police administrative » and the water's police are none.
struct PoliceMentions {
    private(set) var mentions: [PoliceMention] = []
    /// Where the text takes place.
    let grounds: Grounds

    init(_ scan: Scan, _ facts: JudgedFacts) {
        grounds = Grounds(scan, facts)
        guard !scan.longest(.organisations).isEmpty || !scan.longest(.police).isEmpty else {
            return
        }
        /// The length of the body's name that each word is part of.
        var taken = [Int](repeating: 0, count: scan.text.tokens.count)
        for hit in scan.longest(.organisations) {
            let isOfPolice = PoliceMentions.isOfPolice(hit.entry, scan.lexicon)
            for word in hit.words { taken[word] = isOfPolice ? .max : hit.words.count }
            guard isOfPolice else { continue }
            mentions.append(
                PoliceMention(
                    span: Span(hit.hit), country: grounds.country(ofName: hit),
                    entry: hit.entry, standing: .named))
        }
        for hit in scan.longest(.police)
        where hit.words.allSatisfy({ taken[$0] <= hit.words.count }) {
            mentions.append(mention(of: hit, isWeak: scan.traits(hit).isWeak))
        }
        mentions.sort { $0.span.first < $1.span.first }
    }

    /// «الشرطة المغربية», « la police espagnole » are as good as names.
    private func mention(of hit: EntryHit, isWeak: Bool) -> PoliceMention {
        let adjective = grounds.adjective(of: hit)
        return PoliceMention(
            span: Span(hit.hit), country: adjective ?? grounds.country(ofGeneral: hit),
            entry: hit.entry, standing: isWeak ? .weak : adjective != nil ? .named : .strong)
    }

    /// Whether a body is one of the police, or a part of one.
    static func isOfPolice(_ number: Int, _ lexicon: Lexicon) -> Bool {
        var number = number
        // Bounded, for the lexicon may hold a circle.
        for _ in 0..<8 {
            let kind = lexicon.traits[number].ofKind
            if kind == "police" || kind == "intelligence" { return true }
            guard let whole = lexicon.traits[number].within,
                let parent = lexicon.number(.organisations, whole)
            else { return false }
            number = parent
        }
        return false
    }
}
