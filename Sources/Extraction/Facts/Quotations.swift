import News

/// Words quoted in the text, with who said them where a sentence states it, and slogans.
///
/// Quotation marks also hold names and words used at a distance; so a quotation has at least
/// four words and a verb of saying in its sentence or right behind it, and a slogan stands
/// behind «تحت شعار», « sous le slogan ». Indirect speech is no quotation, nor is the title behind
/// `film` or «بعنوان». A speaker whom only his office names is that office, as written.
struct Quotations: Sendable {
    func findings(
        in scan: Scan, _ cues: Cues, people: [Person], organisations: [Organisation]
    ) -> [Quotation] {
        let stretches = QuotedStretch.stretches(of: scan)
        let slogans = cues.has(.slogan)
        guard !stretches.isEmpty || slogans else { return [] }
        let speakers = Speakers(scan, people: people, organisations: organisations)
        var found = stretches.compactMap { stretch -> Quotation? in
            if cues.words(.slogan, before: stretch.words.lowerBound) != nil {
                return stretch.words.count >= 2 ? Quotations.slogan(stretch.words, scan) : nil
            }
            guard stretch.words.count >= 4,
                cues.words(.workTitle, before: stretch.words.lowerBound) == nil,
                let saying = speakers.saying(around: stretch.words)
            else { return nil }
            return Quotation(
                quote: scan.quote(stretch.start, stretch.end), start: stretch.start,
                end: stretch.end, speaker: speakers.speaker(of: saying, stretch.words),
                confidence: 0.9)
        }
        if slogans { found += Quotations.bareSlogans(scan, cues, besides: stretches) }
        return found.sorted { $0.start < $1.start }
    }

    private static func slogan(_ words: ClosedRange<Int>, _ scan: Scan) -> Quotation {
        let start = scan.start(of: words.lowerBound)
        let end = scan.end(of: words.upperBound)
        return Quotation(quote: scan.quote(start, end), start: start, end: end, confidence: 0.9)
    }

    /// Slogans behind a colon, without quotation marks: to the next comma or sentence end.
    private static func bareSlogans(
        _ scan: Scan, _ cues: Cues, besides stretches: [QuotedStretch]
    ) -> [Quotation] {
        let quoted = Set(stretches.map(\.words.lowerBound))
        return scan.all(.cues).compactMap { hit in
            let word = hit.last + 1
            guard scan.traits(hit).cue == .slogan, !quoted.contains(word),
                cues.words(.slogan, before: word)?.lowerBound == hit.first,
                scan.text.tokens.indices.contains(word), scan.separators(before: word).contains(":")
            else { return nil }
            var last = word
            while scan.joins(last + 1), last - word < 15 { last += 1 }
            guard last - word >= 2, last - word < 15 else { return nil }
            return slogan(word...last, scan)
        }
    }
}

/// A stretch between quotation marks, in one paragraph.
struct QuotedStretch: Sendable {
    var words: ClosedRange<Int>
    var start: Int
    var end: Int

    /// The outermost pairs; marks without a partner in their paragraph are passed over.
    static func stretches(of scan: Scan) -> [QuotedStretch] {
        guard scan.text.hasQuoteMarks else { return [] }
        var found: [QuotedStretch] = []
        var open: (isGuillemet: Bool, word: Int, paragraph: Int)?
        for word in 0...scan.text.tokens.count where scan.isQuoteGap(word) {
            for mark in QuoteMark.marks(before: word, scan) {
                if let opening = open {
                    let isNear =
                        word > opening.word
                        && scan.sentences.paragraph(of: word - 1) == opening.paragraph
                    if mark.canClose, mark.isGuillemet == opening.isGuillemet {
                        if isNear, let stretch = stretch(opening.word, word - 1, scan) {
                            found.append(stretch)
                        }
                        open = nil
                        continue
                    }
                    if isNear || word == opening.word { continue }
                    open = nil
                }
                if mark.canOpen, word < scan.text.tokens.count {
                    open = (mark.isGuillemet, word, scan.sentences.paragraph(of: word))
                }
            }
        }
        return found
    }

    private static func stretch(_ first: Int, _ last: Int, _ scan: Scan) -> QuotedStretch? {
        guard first <= last, !scan.layout.isChrome(word: first) else { return nil }
        return QuotedStretch(
            words: first...last, start: scan.start(of: first), end: scan.end(of: last))
    }
}

/// A quotation mark, and by what stands beside it whether it can open or close. Papers write
/// “, ” and " for one another, so that their shape says nothing; « and » do.
private struct QuoteMark {
    var isGuillemet: Bool
    var canOpen: Bool
    var canClose: Bool

    private static let doubles: Set<Unicode.Scalar> = ["“", "”", "„", "\""]

    static func marks(before word: Int, _ scan: Scan) -> [QuoteMark] {
        let start = word > 0 ? scan.end(of: word - 1) : 0
        return scan.separators(before: word).enumerated().compactMap { index, mark in
            switch mark {
            case "«": return QuoteMark(isGuillemet: true, canOpen: true, canClose: false)
            case "»": return QuoteMark(isGuillemet: true, canOpen: false, canClose: true)
            case let mark where doubles.contains(mark):
                let before = scan.scalar(at: start + index - 1)
                let behind = scan.scalar(at: start + index + 1)
                let isBeforeWord = behind.map { !$0.properties.isWhitespace } ?? false
                return QuoteMark(
                    isGuillemet: false, canOpen: !isLetter(before) && isBeforeWord,
                    canClose: before.map { !$0.properties.isWhitespace } ?? false)
            default: return nil
            }
        }
    }

    /// A letter of the word in front; و ف ب ك ل before a mark are clitics of what is quoted.
    private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar, !"وبلفك".unicodeScalars.contains(scalar) else { return false }
        return scalar.properties.isAlphabetic
    }
}

extension Scan {
    /// The separators in front of a word; behind the last one for the number of words.
    func separators(before word: Int) -> [Unicode.Scalar] {
        let start = word > 0 ? end(of: word - 1) : 0
        let end = word < text.tokens.count ? self.start(of: word) : text.scalarCount
        return (start..<max(start, end)).compactMap { scalar(at: $0) }
    }

    /// Whether quotation marks can stand in front of a word.
    fileprivate func isQuoteGap(_ word: Int) -> Bool {
        word == text.tokens.count || word == 0 || text.tokens[word].gap >= .quote
    }
}

/// Who says what is quoted.
private struct Speakers {
    private let scan: Scan
    /// Verbs of saying by first word.
    private let verbs: [Int: EntryHit]
    /// Names of people and bodies by the word that they begin at and end at.
    private var nameAt: [Int: String] = [:]
    private var nameEndingAt: [Int: String] = [:]

    init(_ scan: Scan, people: [Person], organisations: [Organisation]) {
        self.scan = scan
        verbs = Dictionary(
            scan.longest(.speech).map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
        for body in organisations { take(body.mentions, body.name) }
        if !organisations.isEmpty { takeOffices(organisations, people) }
        for person in people {
            take(person.mentions, person.name)
            takeRole(of: person)
        }
    }

    private mutating func take(_ mentions: [Mention], _ name: String) {
        for mention in mentions {
            let words = scan.wordRange(mention.start, mention.end)
            guard !words.isEmpty else { continue }
            nameAt[words.lowerBound] = name
            nameEndingAt[words.upperBound - 1] = name
        }
    }

    /// Where the office stands in front of the name, the bearer speaks and not the body in it.
    private mutating func takeRole(of person: Person) {
        guard let role = person.role, let mention = person.mentions.first else { return }
        let length = role.unicodeScalars.count
        for gap in 1...2 {
            let start = mention.start - gap - length
            guard start >= 0, scan.quote(start, start + length) == role else { continue }
            nameAt[scan.word(at: start)] = person.name
        }
    }

    /// « le préfet de police de Paris », «مدير الأمن العام»: a body's name that a title runs into or
    /// stands in front of is its bearer's office.
    private mutating func takeOffices(_ organisations: [Organisation], _ people: [Person]) {
        let named = TakenWords(
            people.flatMap(\.mentions).compactMap { mention in
                let words = scan.wordRange(mention.start, mention.end)
                return words.isEmpty ? nil : words.lowerBound...(words.upperBound - 1)
            })
        let titles = HitIndex(scan.longest(.titles))
        for mention in organisations.flatMap(\.mentions) {
            let words = scan.wordRange(mention.start, mention.end)
            guard let first = words.first, let last = words.last else { continue }
            var front = first
            while first - front < 2, scan.joins(front),
                scan.isWord(front - 1, among: Speakers.links)
            {
                front -= 1
            }
            let inside = titles.starting(at: first) ?? titles.ending(at: first)
            let before = scan.joins(front) ? titles.ending(at: front - 1) : nil
            guard let title = inside ?? before, scan.traits(title).id != "mr",
                !named.overlaps(min(title.first, first)...last)
            else { continue }
            let start = min(title.start, mention.start)
            nameAt[min(title.first, first)] = scan.quote(start, mention.end)
            nameEndingAt[last] = scan.quote(start, mention.end)
        }
    }

    private static let links = WordSet(["de", "la", "l", "le", "du", "des", "d", "of", "the"])

    /// The verb of saying nearest to a quotation: in front of it in its sentence, or right
    /// behind it.
    func saying(around words: ClosedRange<Int>) -> EntryHit? {
        let sentence = scan.sentences.range(around: words.lowerBound)
        for word in stride(from: words.lowerBound - 1, through: sentence.lowerBound, by: -1) {
            if words.lowerBound - word > 40 { break }
            if let verb = verbs[word] { return verb }
        }
        for word in (words.upperBound + 1)...(words.upperBound + 4) {
            if let verb = verbs[word] { return verb }
        }
        // A longer name before the verb, and « …, qui reste un point clé, a-t-il souligné ».
        let end = min(words.upperBound + 20, sentence.upperBound - 1)
        for word in (words.upperBound + 5)..<max(words.upperBound + 5, end + 1) {
            guard let verb = verbs[word] else { continue }
            if isInverted(word) || nameAt[words.upperBound + 1] != nil { return verb }
            if nameEndingAt[word - 1] != nil, word - words.upperBound <= 9 { return verb }
        }
        return nil
    }

    private static let pronouns = WordSet(["il", "elle", "ils", "elles", "on"])

    private func isInverted(_ verb: Int) -> Bool {
        scan.isWord(verb - 1, among: Speakers.pronouns) && scan.text.tokens[verb - 1].gap == .hyphen
    }

    private static let that = Set(
        ["أن", "إن", "بأن", "أنه", "أنها", "إنه", "إنها", "que", "qu", "that"].map(
            ElementForms.folded))

    /// Whoever is named behind أن or `que` is spoken of, and speaks not.
    private func opensClause(_ word: Int) -> Bool {
        Speakers.that.contains(Array(scan.text.letters[scan.text.tokens[word].letters]))
    }

    /// The name right behind the verb, or in front of it, nearest first; nil where the sentence
    /// names nobody there.
    func speaker(of verb: EntryHit, _ quotation: ClosedRange<Int>) -> String? {
        let sentence = scan.sentences.range(around: verb.first)
        let isBehind = verb.first > quotation.upperBound
        let behindEnd = isBehind ? sentence.upperBound : quotation.lowerBound
        var word = verb.last + 1
        // «داعيا الأمم المتحدة إلى»: a participle has its object behind it.
        if scan.isAccusative(verb.first) { word = behindEnd }
        while word < min(behindEnd, verb.last + 12), !opensClause(word) {
            if let name = nameAt[word] { return name }
            word += 1
        }
        let frontEnd = isBehind ? quotation.upperBound + 1 : sentence.lowerBound
        word = verb.first - 1
        while word >= max(frontEnd, verb.first - 12) {
            if let name = nameEndingAt[word] { return name }
            word -= 1
        }
        return nil
    }
}
