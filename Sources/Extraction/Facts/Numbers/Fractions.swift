/// Halves, quarters and thirds that a number or a measure is told with: «نصف مليون», «طن وربع»,
/// `et demi`, `half a million`.
///
/// A fraction of people or cases («ربع السكان», `half of them`) is no amount, and not read.
struct Fractions {
    let scan: Scan

    /// A fraction behind a number or a noun, which adds to it.
    struct Rest {
        var share: Double
        /// The word that says the share.
        var word: Int
    }

    private static let shares: [(words: WordSet, value: Double)] = [
        (WordSet(["نصف", "ونصف", "بنصف", "وبنصف", "demi", "demie", "half"]), 0.5),
        (WordSet(["ربع", "وربع", "بربع", "وبربع", "quart", "quarter"]), 0.25),
        (WordSet(["ثلث", "وثلث", "بثلث", "وبثلث"]), 1.0 / 3),
    ]
    private static let articles = WordSet(["a", "an", "un", "une"])
    /// These need `a` behind `and`: `three and half of them`.
    private static let english = WordSet(["half", "quarter"])

    /// What part the word says; nil for other words.
    func share(at word: Int) -> Double? {
        Fractions.shares.first { scan.isWord(word, among: $0.words) }?.value
    }

    /// «ونصف», `et demi`, `and a half` behind a word.
    func rest(behind last: Int) -> Rest? {
        var word = last + 1
        guard scan.joins(word) else { return nil }
        if scan.isLatin(word) {
            guard scan.isDateWord(word, .and), scan.joins(word + 1) else { return nil }
            word += 1
            if scan.isWord(word, among: Fractions.articles), scan.joins(word + 1) {
                word += 1
            } else if scan.isWord(word, among: Fractions.english) {
                return nil
            }
        } else if !scan.hasWaw(word) {
            return nil
        }
        return share(at: word).map { Rest(share: $0, word: word) }
    }

    /// The word of the fraction in front of a word: the نصف of «نصف مليون», `half` of `half a
    /// tonne`, `quart` of `quart de million`.
    func word(before word: Int) -> Int? {
        var place = word
        for _ in 0..<2
        where scan.joins(place) && scan.isLatin(place - 1)
            && (scan.isDateWord(place - 1, .of)
                || scan.isWord(place - 1, among: Fractions.articles))
        {
            place -= 1
        }
        guard scan.joins(place), share(at: place - 1) != nil else { return nil }
        return place - 1
    }

    /// Where a fraction begins, the و and ب in front of نصف left out.
    func start(of word: Int) -> Int {
        let token = scan.text.tokens[word]
        guard token.script == .arabic else { return scan.start(of: word) }
        // نصف, ربع and ثلث have three letters.
        return Int(scan.text.scalars[Int(token.end) - 3])
    }

    /// With the `a` or `un` in front.
    func lead(of word: Int) -> Int {
        scan.joins(word) && scan.isWord(word - 1, among: Fractions.articles) ? word - 1 : word
    }
}
