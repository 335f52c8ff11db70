import News

/// Acronyms that the text itself explains: «X (ABC)», « X (ABC) », and their later mentions.
///
/// Behind a name of the lexicon the acronym is that body's. Elsewhere it must be made of the
/// initials of the words in front of it, the first of which is a word for a body (Office, Agence,
/// Council, مكتب…): a tax or a card has an acronym too. Arabic names have no initials in Latin
/// letters; there only names of the lexicon are taken.
struct AcronymPairs: Sendable {
    /// A further mention of a body of the lexicon.
    struct Known: Sendable {
        var entry: Int
        var mention: Mention
    }

    private(set) var ofLexicon: [Known] = []
    private(set) var ofText: [Organisation] = []

    private let scan: Scan
    private let around: Surroundings
    /// Names that the text explains, by acronym.
    private var entries: [String: Int] = [:]
    private var names: [String: ClosedRange<Int>] = [:]

    init(_ scan: Scan, organisations: [EntryHit], _ around: Surroundings) {
        self.scan = scan
        self.around = around
        let acronyms = scan.text.tokens.indices.filter { AcronymPairs.isAcronym($0, scan) }
        guard !acronyms.isEmpty else { return }
        let taken = TakenWords(organisations.map(\.words))
        let byLast = Dictionary(
            organisations.map { ($0.last, $0) },
            uniquingKeysWith: { $0.words.count >= $1.words.count ? $0 : $1 })
        for word in acronyms where isExplained(word) { learn(word, byLast[word - 1], taken) }
        gather(acronyms, taken)
    }

    private static func isAcronym(_ word: Int, _ scan: Scan) -> Bool {
        let token = scan.text.tokens[word]
        guard token.script == .latin, (2...8).contains(token.count),
            !scan.layout.isChrome(word: word)
        else { return false }
        return scan.text.exact[token.letters].allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// Whether it stands alone in brackets.
    private func isExplained(_ word: Int) -> Bool {
        let tokens = scan.text.tokens
        guard word > 0, tokens[word].gap == .bracket,
            let before = scan.scalar(at: scan.start(of: word) - 1), before == "(",
            let behind = scan.scalar(at: scan.end(of: word)), behind == ")"
        else { return false }
        return true
    }

    private mutating func learn(_ word: Int, _ name: EntryHit?, _ taken: TakenWords) {
        let acronym = scan.quote(words: word...word)
        guard entries[acronym] == nil, names[acronym] == nil else { return }
        if let name {
            entries[acronym] = name.entry
        } else if !taken.contains(word), let words = initials(of: acronym, endingBefore: word) {
            names[acronym] = words
        }
    }

    /// The words in front whose initials the acronym is; small words may be passed over.
    private func initials(of acronym: String, endingBefore word: Int) -> ClosedRange<Int>? {
        guard acronym.count >= 3 else { return nil }
        var letters = acronym.lowercased().unicodeScalars.map {
            UInt8(truncatingIfNeeded: $0.value)
        }
        let sentence = scan.sentences.range(around: word)
        var index = word - 1
        var passed = 0
        while index >= sentence.lowerBound, let letter = letters.last, passed < 4 {
            let token = scan.text.tokens[index]
            guard token.script == .latin else { return nil }
            if scan.text.letters[Int(token.start)] == letter, token.count > 1 || letters.count > 1 {
                letters.removeLast()
                passed = 0
                if letters.isEmpty { break }
            } else {
                passed += 1
            }
            guard token.gap.joinsPhrase else { return nil }
            index -= 1
        }
        guard letters.isEmpty, scan.isCapitalised(index),
            around.cues.words(.body, at: index) != nil
        else { return nil }
        return index...(word - 1)
    }

    private mutating func gather(_ acronyms: [Int], _ taken: TakenWords) {
        guard !entries.isEmpty || !names.isEmpty else { return }
        var mentions: [String: [Mention]] = [:]
        for word in acronyms {
            let acronym = scan.quote(words: word...word)
            let mention = Mention(
                quote: acronym, start: scan.start(of: word), end: scan.end(of: word))
            if let entry = entries[acronym], !taken.contains(word) {
                ofLexicon.append(Known(entry: entry, mention: mention))
            } else if let name = names[acronym], word > name.upperBound {
                mentions[acronym, default: []].append(mention)
            }
        }
        ofText = names.sorted { $0.value.lowerBound < $1.value.lowerBound }.map { acronym, words in
            let whole = Mention(
                quote: scan.quote(words: words), start: scan.start(of: words.lowerBound),
                end: scan.end(of: words.upperBound))
            return Organisation(
                id: acronym.lowercased(), name: whole.quote, acronym: acronym,
                mentions: [whole] + (mentions[acronym] ?? []), confidence: 0.7,
                from: "‘\(whole.quote) (\(acronym))’")
        }
    }
}
