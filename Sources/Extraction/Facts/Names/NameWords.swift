import News

/// What the words of a text are to a person's name: given names, particles, and words that no
/// name holds.
final class NameWords: Sendable {
    let scan: Scan
    private let given: BitSet
    private let particles: BitSet
    private let blocked: BitSet

    init(_ scan: Scan) {
        self.scan = scan
        var given = BitSet(below: scan.text.tokens.count)
        var particles = given
        var blocked = given
        for hit in scan.all(.givenNames) { given.insert(hit.first) }
        for hit in scan.all(.nameParticles) { particles.formUnion(hit.words) }
        for kind in NameWords.blocking {
            for hit in scan.all(kind) { blocked.formUnion(hit.words) }
        }
        for hit in scan.all(.cues) where scan.traits(hit).cue == .nameEnds {
            blocked.formUnion(hit.words)
        }
        for hit in scan.all(.countries) where hit.key != .demonyms {
            blocked.formUnion(hit.words)
        }
        self.given = given
        self.particles = particles
        self.blocked = blocked
    }

    private static let blocking: [LexiconKind] = [
        .stopwords, .titles, .speech, .acts, .months, .weekdays, .relative, .units, .counted,
        .drugs, .organisations, .police, .events, .numbers, .comparators,
    ]

    private static let servantOfThe = ElementForms.folded("عبدال")

    /// Whether a name may begin with the word: a given name, or عبداللطيف written as one.
    func isGiven(_ word: Int) -> Bool {
        if given.contains(word) { return isNameScript(word) }
        return scan.text.tokens[word].script == .arabic && scan.text.tokens[word].count > 7
            && scan.begins(word, with: NameWords.servantOfThe)
    }

    /// Whether the word is or begins a given name: أحمد, عبد.
    func beginsGiven(_ word: Int) -> Bool { isGiven(word) || particles.contains(word) }

    func isParticle(_ word: Int) -> Bool { particles.contains(word) }

    /// Whether the word may be a surname or a name that the lexicon does not know.
    func canBeName(_ word: Int) -> Bool {
        guard !scan.layout.isChrome(word: word), !blocked.contains(word) || given.contains(word)
        else { return false }
        let token = scan.text.tokens[word]
        guard token.script == .arabic else { return isNameScript(word) && token.count > 1 }
        guard token.count >= 3, !token.hasTanwin, !token.hasDetachedWaw else { return false }
        // An article behind a proclitic: «بالرباط»، «للأمن»، «والسيد» begin something else.
        if scan.hasArticle(word) {
            return scan.begins(word, with: [Alphabet.alef, Alphabet.lam])
        }
        return given.contains(word)
            || !scan.begins(word, with: [Alphabet.ya])
                && !scan.begins(word, with: [Alphabet.lam, Alphabet.lam])
    }

    /// Latin names are written with a capital.
    private func isNameScript(_ word: Int) -> Bool {
        scan.text.tokens[word].script == .arabic || scan.isCapitalised(word)
    }
}
