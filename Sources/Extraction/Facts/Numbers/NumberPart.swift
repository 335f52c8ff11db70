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
    private var parts: [Int: [NumberPart]] = [:]
    /// Words at which a part begins, in order.
    private(set) var starts: [Int] = []

    init(in scan: Scan) {
        for hit in scan.all(.numbers) { add(NumberPart(hit, in: scan)) }
        for word in scan.text.tokens.indices where scan.text.tokens[word].script == .digit {
            guard !scan.layout.isChrome(word: word) else { continue }
            add(NumberPart(digitsAt: word, in: scan))
        }
        starts = parts.keys.sorted()
    }

    /// The longest parts at a word; several where a word is both آلاف, some, and آلاف, thousand.
    func at(_ word: Int) -> [NumberPart] { parts[word] ?? [] }

    private mutating func add(_ part: NumberPart?) {
        guard let part else { return }
        let known = parts[part.first]?.first
        if let known, known.last > part.last { return }
        if let known, known.last == part.last, known.start < part.start { return }
        if let known, known.last < part.last || known.start > part.start {
            parts[part.first] = []
        }
        parts[part.first, default: []].append(part)
    }
}

extension NumberPart {
    /// A number word of the lexicon; nil where its form is none that counts.
    init?(_ hit: EntryHit, in scan: Scan) {
        let entry = scan.entry(hit)
        let kinds: [String: Kind] = [
            "cardinal": .cardinal, "ordinal": .ordinal, "multiplier": .multiplier,
            "vague": .vague,
        ]
        guard let kind = kinds[entry.attributes["form"] ?? "cardinal"] else { return nil }
        let prefix = scan.proclitics(of: hit)
        let token = scan.text.tokens[hit.first]
        self.init(
            kind: kind, value: kind == .vague ? nil : Double(entry.id), first: hit.first,
            last: hit.last, start: hit.start, lead: hit.first,
            isArabic: token.script == .arabic)
        guard kind == .vague || value != nil else { return nil }
        isJoined = prefix.first == Alphabet.waw
        hasPreposition = prefix.count > (isJoined ? 1 : 0)
        let letters = String(decoding: scan.text.letters[token.letters], as: UTF8.self)
        isArticle = ["un", "une", "a", "an"].contains(letters)
    }

    /// A number in digits with its separators and ordinal ending; nil where the digits belong to
    /// a name (`F16`), an address or a date.
    init?(digitsAt word: Int, in scan: Scan) {
        let tokens = scan.text.tokens
        guard !NumberPart.isTail(word, of: tokens), !NumberPart.isMinute(word, scan) else {
            return nil
        }
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
