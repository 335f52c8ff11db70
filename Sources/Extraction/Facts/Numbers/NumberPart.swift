/// A word or a group of digits that is a number or belongs to one.
struct NumberPart: Sendable {
    enum Kind: Sendable {
        case digits, cardinal, ordinal, multiplier, vague
    }

    var kind: Kind
    /// Nil where vague.
    var value: Double?
    var first: Int
    var last: Int
    var start: Int
    var lead: Int
    var isArabic: Bool
    var isJoined = false
    var hasPreposition = false
    /// One token of digits without separator.
    var isPlain = false
    /// French un, une.
    var isArticle = false

    /// A power of ten that multiplies what stands before it: 100, 1000, 1 000 000, …
    var isPower: Bool {
        guard let value, kind != .digits else { return false }
        return value == 100 || value == 1e3 || value == 1e6 || value == 1e9 || value == 1e12
    }
}

/// The parts of numbers in a text, by the word that they begin at.
struct NumberParts: Sendable {
    /// Those of one word behind each other.
    private var parts: [NumberPart] = []
    /// Words at which a part begins, in order.
    private(set) var starts: [Int] = []
    /// Where the parts of each of ``starts`` begin.
    private var places: [Int] = []

    init(in scan: Scan) {
        var given = scan.all(.numbers).compactMap { NumberPart($0, in: scan) }
        for word in scan.text.tokens.indices where scan.text.tokens[word].script == .digit {
            guard !scan.layout.isChrome(word: word) else { continue }
            if let part = NumberPart(digitsAt: word, in: scan) { given.append(part) }
        }
        let order = given.indices.sorted { (given[$0].first, $0) < (given[$1].first, $1) }
        for index in order { add(given[index]) }
    }

    /// The longest parts at a word; several where a word is both آلاف, some, and آلاف, thousand.
    func at(_ word: Int) -> ArraySlice<NumberPart> {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < word { low = middle + 1 } else { high = middle }
        }
        guard low < starts.count, starts[low] == word else { return [] }
        return parts[places[low]..<(low + 1 < places.count ? places[low + 1] : parts.count)]
    }

    /// - Parameter part: one that begins where the last one does or behind it.
    private mutating func add(_ part: NumberPart) {
        if let place = places.last, starts.last == part.first {
            let known = parts[place]
            if known.last > part.last { return }
            if known.last == part.last, known.start < part.start { return }
            if known.last < part.last || known.start > part.start {
                parts.removeSubrange(place...)
            }
        } else {
            starts.append(part.first)
            places.append(parts.count)
        }
        parts.append(part)
    }
}

extension NumberPart {
    /// A number word of the lexicon; nil where its form is none that counts.
    init?(_ hit: EntryHit, in scan: Scan) {
        guard let number = scan.traits(hit).number else { return nil }
        let prefix = scan.proclitics(of: hit)
        let token = scan.text.tokens[hit.first]
        self.init(
            kind: number.kind, value: number.value, first: hit.first,
            last: hit.last, start: hit.start, lead: hit.first,
            isArabic: token.script == .arabic)
        isJoined = prefix.first == Alphabet.waw
        hasPreposition = prefix.count > (isJoined ? 1 : 0)
        let letters = scan.text.letters[token.letters]
        isArticle = NumberPart.articles.contains { $0.utf8.elementsEqual(letters) }
    }

    private static let articles = ["un", "une", "a", "an"]
    /// What may stand right in front of its digits: `Dh50,000`.
    private static let currencies = WordSet(["dh", "dhs", "mad", "eur", "usd"])

    /// A number in digits with its separators and ordinal ending; nil where the digits belong to
    /// a name (`F16`), an address or a date.
    init?(digitsAt word: Int, in scan: Scan) {
        let tokens = scan.text.tokens
        let isPriced = scan.isWord(word - 1, among: NumberPart.currencies)
        guard isPriced || !NumberPart.isTail(word, of: tokens),
            !NumberPart.isMinute(word, scan)
        else { return nil }
        guard let digits = WrittenDigits(at: word, in: scan) else { return nil }
        self.init(
            kind: .digits, value: digits.value, first: word, last: digits.last,
            start: scan.start(of: word), lead: word, isArabic: false,
            isPlain: digits.isPlain)
        if digits.isOrdinal { kind = .ordinal }
        takePrefix(scan)
    }

    /// Digits behind a Latin letter, or behind digits and a separator that joins them.
    private static func isTail(_ word: Int, of tokens: [Token]) -> Bool {
        guard word > 0 else { return false }
        let token = tokens[word]
        let before = tokens[word - 1]
        switch token.gap {
        case .none: return before.script == .latin
        case .hyphen: return before.script == .latin && before.count <= 3
        case .point: return true
        default: return false
        }
    }

    /// The minutes of `18:30`.
    private static func isMinute(_ word: Int, _ scan: Scan) -> Bool {
        word > 0 && scan.text.tokens[word - 1].script == .digit
            && scan.start(of: word) == scan.end(of: word - 1) + 1
            && scan.scalar(at: scan.end(of: word - 1)) == ":"
    }

    /// و200, ب15, «و 319», «الـ 15»: the letters before the digits are a word of their own.
    private mutating func takePrefix(_ scan: Scan) {
        guard first > 0 else { return }
        let before = scan.text.tokens[first - 1]
        guard before.script == .arabic, before.count <= 4 else { return }
        let letters = scan.text.letters[before.letters]
        let gap = scan.text.tokens[first].gap
        let isApart =
            letters.elementsEqual([Alphabet.waw])
            || letters.elementsEqual([Alphabet.alef, Alphabet.lam])
        guard gap == .none || gap == .space && isApart else { return }
        guard letters.allSatisfy(NumberPart.isClitic) else { return }
        lead = first - 1
        isJoined = letters.first == Alphabet.waw
        let rest = isJoined ? letters.dropFirst() : letters
        hasPreposition = !rest.isEmpty && !rest.elementsEqual([Alphabet.alef, Alphabet.lam])
    }

    private static func isClitic(_ letter: UInt8) -> Bool {
        Proclitics.isConjunction(letter) || Proclitics.isPreposition(letter)
            || letter == Alphabet.alef
    }
}
