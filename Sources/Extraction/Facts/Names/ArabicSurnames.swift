/// Arabic surnames that stand alone once the text has named their bearer: «وأوضح المسماري أن»,
/// «على لسان أردوغان».
///
/// Arabic has no capitals, and many surnames are words as well; so one with the article, or one
/// of four letters, joins only behind a verb of saying, a small word or nothing at all, and one
/// that is a demonym (المغربي) only behind a verb of saying.
struct ArabicSurnames: Sendable {
    private let scan: Scan
    private let words: NameWords
    /// Of surnames, with the article and without it.
    private var hashes: Set<UInt64> = []
    private var speech = BitSet()
    private var small = BitSet()
    private var demonyms = BitSet()

    /// - Parameter surnames: where the surnames of people named in full stand.
    init(_ scan: Scan, _ words: NameWords, _ surnames: [Int]) {
        self.scan = scan
        self.words = words
        for word in surnames where scan.isArabic(word) {
            let letters = Array(scan.text.letters[scan.text.tokens[word].letters])
            let article = [Alphabet.alef, Alphabet.lam]
            hashes.insert(WordHash.hash(letters[...]))
            if letters.starts(with: article), letters.count > 4 {
                hashes.insert(WordHash.hash(letters.dropFirst(2)))
            } else {
                hashes.insert(WordHash.hash((article + letters)[...]))
            }
        }
        guard !hashes.isEmpty else { return }
        for hit in scan.all(.speech) { speech.insert(hit.last) }
        for hit in scan.all(.stopwords) { small.insert(hit.last) }
        for hit in scan.all(.countries) where hit.key == .demonyms {
            demonyms.formUnion(hit.words)
        }
    }

    /// Whether the word can be such a surname where it stands.
    func isOne(_ word: Int) -> Bool {
        let token = scan.text.tokens[word]
        guard !hashes.isEmpty, token.script == .arabic, hashes.contains(token.hash),
            words.canBeName(word)
        else { return false }
        let before = word - 1
        let isJoined = scan.joins(word) && before >= 0
        if isJoined, words.beginsGiven(before) { return false }
        let isSaying = isJoined && speech.contains(before)
        if isSaying { return true }
        guard !demonyms.contains(word) else { return false }
        if !scan.hasArticle(word), token.count > 4, !words.isGiven(word) { return true }
        return !isJoined || small.contains(before)
    }
}
