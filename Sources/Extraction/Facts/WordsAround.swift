/// Questions that extractors ask of the words around a finding. Word numbers may lie outside of
/// the text; the answer is then no.
extension Scan {
    /// Whether a word goes on from the one before it: no comma, bracket or sentence end between.
    func joins(_ word: Int) -> Bool {
        text.tokens.indices.contains(word) && word > 0 && text.tokens[word].gap.joinsPhrase
    }

    /// What a word can be in a date; nil for words of page chrome too.
    func dateWord(_ word: Int) -> DateWord? {
        guard text.tokens.indices.contains(word), !layout.isChrome(word: word) else { return nil }
        return DateWord.meaning(of: text.tokens[word], in: text)
    }

    func isDateWord(_ word: Int, _ meaning: DateWord) -> Bool {
        dateWord(word).map { !$0.isDisjoint(with: meaning) } ?? false
    }

    /// Where a word of a date begins, without the و ف ب ل written onto it: سنة in «ولسنة».
    func dateWordStart(_ word: Int) -> Int {
        let token = text.tokens[word]
        var letters = text.letters[token.letters]
        for clitics in [[Alphabet.waw, Alphabet.fa], [Alphabet.ba, Alphabet.lam]] {
            guard token.script == .arabic, let first = letters.first, clitics.contains(first),
                DateWord.meaning(of: letters.dropFirst()) != nil
            else { continue }
            letters = letters.dropFirst()
        }
        return Int(text.scalars[letters.startIndex])
    }

    /// The folded letters in front of a hit that are written onto its first word.
    func proclitics(of hit: EntryHit) -> [UInt8] {
        let token = text.tokens[hit.first]
        return token.letters.prefix { Int(text.scalars[$0]) < hit.start }.map { text.letters[$0] }
    }

    /// A word of digits as ASCII; empty for other words.
    func digits(_ word: Int) -> String {
        guard text.tokens.indices.contains(word), text.tokens[word].script == .digit else {
            return ""
        }
        return String(decoding: text.letters[text.tokens[word].letters], as: UTF8.self)
    }

    func isLatin(_ word: Int) -> Bool {
        text.tokens.indices.contains(word) && text.tokens[word].script == .latin
    }

    func isArabic(_ word: Int) -> Bool {
        text.tokens.indices.contains(word) && text.tokens[word].script == .arabic
    }

    func isSameSentence(_ one: Int, _ other: Int) -> Bool {
        sentences.number(of: one) == sentences.number(of: other)
    }
}

/// Hits of lexicon entries by the word that they begin and end at, the longest at each.
struct HitIndex: Sendable {
    /// One for each first word, in order.
    private var byFirst: [EntryHit] = []
    /// One for each last word, in order.
    private var byLast: [EntryHit] = []

    init(_ hits: some Collection<EntryHit>) {
        guard !hits.isEmpty else { return }
        guard hits.count > 1 else {
            byFirst = Array(hits)
            byLast = byFirst
            return
        }
        for hit in hits.sorted(by: { ($0.first, $1.last) < ($1.first, $0.last) })
        where byFirst.last?.first != hit.first { byFirst.append(hit) }
        for hit in hits.sorted(by: { ($0.last, $0.first) < ($1.last, $1.first) })
        where byLast.last?.last != hit.last { byLast.append(hit) }
    }

    func starting(at word: Int) -> EntryHit? { HitIndex.hit(in: byFirst, at: word, \.first) }
    func ending(at word: Int) -> EntryHit? { HitIndex.hit(in: byLast, at: word, \.last) }

    /// By bisection.
    private static func hit(
        in hits: [EntryHit], at word: Int, _ place: (EntryHit) -> Int
    ) -> EntryHit? {
        var low = 0
        var high = hits.count
        while low < high {
            let middle = (low + high) / 2
            if place(hits[middle]) < word { low = middle + 1 } else { high = middle }
        }
        return low < hits.count && place(hits[low]) == word ? hits[low] : nil
    }
}

extension Scan {
    /// The word that holds a scalar offset, or the next one behind it; by bisection.
    func word(at scalar: Int) -> Int {
        var low = 0
        var high = text.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(text.tokens[middle].scalarEnd) > scalar {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }

    /// The words between two scalar offsets; empty where there are none.
    func wordRange(_ start: Int, _ end: Int) -> Range<Int> {
        let first = word(at: start)
        guard end > start else { return first..<first }
        let last = min(word(at: end - 1), text.tokens.count - 1)
        return first..<max(first, last + 1)
    }

    /// Whether a hit begins with the article.
    func hasArticle(_ hit: EntryHit) -> Bool {
        let token = text.tokens[hit.first]
        let letters = text.letters[token.letters].dropFirst(proclitics(of: hit).count)
        return letters.starts(with: [Alphabet.alef, Alphabet.lam])
            || letters.starts(with: [Alphabet.lam, Alphabet.lam])
    }
}
