/// Joins numbers to the nouns that they count.
///
/// The noun follows at once in Arabic and English, behind `de` in French millions and dozens,
/// behind one adjective at most; «من» may part a number from people («15 من عناصر الأمن»).
struct MeasuredNumbers {
    let scan: Scan
    let numbers: Numbers
    let nouns: Nouns
    /// Words of dates, whose numbers count nothing.
    let taken: BitSet
    /// «10 مغاربة» and « deux Espagnols » are people.
    private let demonyms: HitIndex

    init(scan: Scan, numbers: Numbers, nouns: Nouns, taken: BitSet) {
        self.scan = scan
        self.numbers = numbers
        self.nouns = nouns
        self.taken = taken
        demonyms = HitIndex(scan.all(.countries).filter { $0.key == .demonyms })
    }

    /// Nil where the number counts nothing that is known: a bare number is more often an age, a
    /// date or a page.
    func amount(_ number: Number) -> Amount? {
        if let age = yearOfLife(number) { return age }
        guard number.form != .ordinal, taken.isDisjoint(with: number.words), !isInRange(number)
        else { return nil }
        if let sign = sign(of: number) { return sign }
        if let noun = noun(of: number) {
            return isCounted(noun, by: number) ? amount(number, noun) : nil
        }
        return vague(number) ?? accusative(number) ?? plural(number) ?? sharedAge(number)
    }

    private static let lives = WordSet(["عمره", "عمرها", "عمرهم", "العمر", "ربيعه", "ربيعها"])

    /// «في الحادية والثلاثين من عمره»: who is in that year is told elsewhere to be 31.
    private func yearOfLife(_ number: Number) -> Amount? {
        let last = number.last + 2
        guard number.form == .ordinal, let year = number.whole, (1...120).contains(year),
            taken.isDisjoint(with: number.words), scan.isDateWord(number.last + 1, .of),
            scan.isWord(last, among: MeasuredNumbers.lives), scan.joins(number.last + 1),
            scan.joins(last)
        else { return nil }
        var amount = plain(number)
        amount.words = number.first...last
        amount.end = scan.end(of: last)
        amount.unit = "year"
        return amount
    }

    private func amount(_ number: Number, _ noun: Noun) -> Amount {
        var amount = plain(number)
        let last = halfBehind(noun) ?? noun.hit.last
        if last > noun.hit.last { amount.value = number.value.map { $0 + fraction(last) } }
        amount.words = number.first...last
        amount.end = scan.end(of: last)
        amount.unit = raised(noun)
        amount.of = counted(noun, behind: last)
        amount.measure = noun.factor.map { (noun.kind, $0) }
        if raised(noun) != noun.id { amount.end += 1 }
        return amount
    }

    private func plain(_ number: Number) -> Amount {
        let before = number.lead - 1
        let isBehindAnd = scan.isLatin(before) && scan.isDateWord(before, .and)
        return Amount(
            lead: isBehindAnd ? before : number.lead, words: number.words, start: number.start,
            end: number.end, value: number.value, isJoined: number.isJoined || isBehindAnd)
    }

    // MARK: The noun

    private func noun(of number: Number) -> Noun? {
        let next = number.last + 1
        guard scan.joins(next) else { return nil }
        if let noun = whole(at: next), !noun.isDual { return noun }
        if scan.isDateWord(next, .of), scan.joins(next + 1) {
            guard let noun = whole(at: next + 1) else { return nil }
            let isFrench = scan.isLatin(next) && (number.isLatinWord || number.form == .vague)
            let isPeople = noun.kind == "person" && isSeveral(noun)
            let isArabic = scan.isArabic(next) && (number.form == .vague || isPeople)
            return isFrench || isArabic ? noun : nil
        }
        return behindAdjective(next, number)
    }

    /// A noun without و ب ل in front.
    private func whole(at word: Int) -> Noun? {
        nouns.starting(at: word).flatMap { noun in
            scan.proclitics(of: noun.hit).isEmpty ? noun : nil
        }
    }

    /// عناصرها, الأشخاص, «عناصر الأمن»; not the سيدة of «على الخط 19 من سيدة».
    private func isSeveral(_ noun: Noun) -> Bool {
        let letters = scan.text.letters[scan.text.tokens[noun.hit.last].letters]
        return noun.hit.first < noun.hit.last || scan.hasArticle(noun.hit)
            || letters.suffix(2).elementsEqual([Alphabet.ha, Alphabet.alef])
    }

    /// What French and English set in front of a noun.
    private static let adjectives = WordSet(
        [
            "anciens", "anciennes", "jeunes", "nouveaux", "nouvelles", "autres", "petits",
            "petites", "grands", "grandes", "hauts", "faux", "fausses", "principaux",
            "principales", "différents", "différentes", "divers", "diverses", "simples",
            "présumés", "young", "former", "new", "other", "senior", "alleged", "foreign",
        ])

    /// `24 anciens diplomates`.
    private func behindAdjective(_ word: Int, _ number: Number) -> Noun? {
        guard scan.isLatin(word), scan.joins(word + 1),
            scan.isWord(word, among: MeasuredNumbers.adjectives),
            let noun = whole(at: word + 1), !noun.isMeasure
        else { return nil }
        return noun
    }

    private func isCounted(_ noun: Noun, by number: Number) -> Bool {
        if number.isArticle || number.whole == 1 && number.plainDigits == nil {
            return noun.isMeasure && noun.id != "day" && noun.kind != "angle"
        }
        if noun.id == "year", let year = number.plainDigits, (1900...2100).contains(year) {
            return false
        }
        return !(noun.id == "hour" && isClock(number))
    }

    /// `à 10 heures`, `vers 22 heures` say when, not how long.
    private func isClock(_ number: Number) -> Bool {
        let before = number.lead - 1
        guard scan.isLatin(before) else { return false }
        if scan.isDateWord(before, [.to, .at, .of, .from, .between, .after]) { return true }
        let letters = scan.text.letters[scan.text.tokens[before].letters]
        return letters.elementsEqual("vers".utf8) || letters.elementsEqual("avant".utf8)
    }

    /// The last word of «كلغ ونصف», `tonnes et demie`.
    func halfBehind(_ noun: Noun) -> Int? {
        guard noun.isMeasure else { return nil }
        var word = noun.hit.last + 1
        guard scan.joins(word) else { return nil }
        if scan.isLatin(word), scan.isDateWord(word, .and) { word += 1 }
        guard scan.joins(word) else { return nil }
        return fraction(word) > 0 ? word : nil
    }

    /// What the last word of «طن وربع» adds; 0 for another word.
    func fraction(_ word: Int) -> Double {
        MeasuredNumbers.fractions.first { scan.isWord(word, among: $0.words) }?.value ?? 0
    }

    private static let fractions: [(words: WordSet, value: Double)] = [
        (WordSet(["ونصف", "demi", "demie"]), 0.5), (WordSet(["وربع"]), 0.25),
        (WordSet(["وثلث"]), 1.0 / 3),
    ]

    /// `m³` and `km²`, whose signs are no letters.
    private func raised(_ noun: Noun) -> String {
        let powers: [Unicode.Scalar: String] = ["²": "2", "³": "3"]
        guard let sign = scan.scalar(at: noun.hit.end), let power = powers[sign],
            scan.lexicon.entry(.units, noun.id + power) != nil
        else { return noun.id }
        return noun.id + power
    }

    /// What is counted, as written; of a measure, the substance where one follows.
    func counted(_ noun: Noun, behind last: Int? = nil) -> String? {
        substance(behind: noun, last ?? noun.hit.last)
            ?? (noun.isMeasure ? nil : scan.quote(noun.hit))
    }

    /// What a weight or a pill is of: «15 كيلوغراما من الشيرا».
    private func substance(behind noun: Noun, _ last: Int) -> String? {
        guard noun.kind == "mass" || noun.kind == "drug" || noun.kind == "volume" else {
            return nil
        }
        var word = last + 1
        while scan.joins(word), scan.isDateWord(word, [.of, .the]) { word += 1 }
        for place in word..<(word + 2) where scan.joins(place) {
            guard let drug = nouns.drug(startingAt: place) else { continue }
            return noun.isMeasure ? scan.quote(drug) : scan.quote(noun.hit.start, drug.end)
        }
        return nil
    }

    // MARK: Signs

    private static let signs: [Unicode.Scalar: String] = [
        "%": "%", "٪": "%", "€": "EUR", "$": "USD", "£": "GBP",
    ]

    /// `15 %`, `500 €`, `$500`.
    private func sign(of number: Number) -> Amount? {
        var amount = plain(number)
        for distance in 0...1 where distance == 0 || isSpace(number.end) {
            let place = number.end + distance
            if let sign = scan.scalar(at: place), let unit = MeasuredNumbers.signs[sign] {
                amount.unit = unit
                amount.end = place + 1
                return amount
            }
        }
        if let currency = currency(before: number) {
            amount.unit = currency.id
            amount.words = currency.hit.first...number.last
            amount.lead = currency.hit.first
            amount.start = currency.hit.start
            return amount
        }
        guard let sign = scan.scalar(at: number.start - 1), sign != "%", sign != "٪",
            let unit = MeasuredNumbers.signs[sign]
        else { return nil }
        amount.unit = unit
        amount.start = number.start - 1
        return amount
    }

    /// `MAD 20,000`.
    private func currency(before number: Number) -> Noun? {
        let before = number.lead - 1
        guard scan.joins(number.lead), scan.isCapitalised(before),
            let noun = nouns.starting(at: before), noun.hit.last == before,
            noun.kind == "money", noun.isMeasure, scan.quote(noun.hit) == noun.id,
            numbers.ending(at: before - 1) == nil
        else { return nil }
        return noun
    }

    private func isSpace(_ scalar: Int) -> Bool {
        let value = scan.scalar(at: scalar)
        return value == " " || value == "\u{A0}" || value == "\u{202F}"
    }

    // MARK: Nouns that the lexicon does not have

    /// «آلاف الزوار»: behind a vague number a noun with the article is what it counts.
    private func vague(_ number: Number) -> Amount? {
        let next = number.last + 1
        guard number.form == .vague, scan.isArabic(number.last), scan.isArabic(next),
            scan.joins(next)
        else { return nil }
        let token = scan.text.tokens[next]
        guard token.count >= 5,
            scan.text.letters[token.letters].starts(with: [Alphabet.alef, Alphabet.lam])
        else { return nil }
        return unknown(number, noun: next)
    }

    /// «24 رواقًا»: behind eleven to ninety-nine a tanwin marks what is counted.
    private func accusative(_ number: Number) -> Amount? {
        let next = number.last + 1
        guard let value = number.whole, (11...99).contains(value % 100), scan.joins(next),
            scan.isArabic(next), scan.text.tokens[next].hasTanwin, scan.dateWord(next) == nil,
            scan.text.tokens[next].count >= 4,
            scan.text.letters[Int(scan.text.tokens[next].start)] != Alphabet.waw
        else { return nil }
        return unknown(number, noun: next)
    }

    private func plural(_ number: Number) -> Amount? {
        UnknownNouns(scan, demonyms: demonyms).noun(of: number).map { unknown(number, noun: $0) }
    }

    /// The `22` of « âgés de 22 et 37 ans » and «22 و37 سنة».
    private func sharedAge(_ number: Number, depth: Int = 0) -> Amount? {
        guard let age = number.whole, (1...120).contains(age), !number.isArticle,
            !scan.isDateWord(number.lead - 1, [.from, .between])
        else { return nil }
        let next = number.last + 1
        guard scan.text.tokens.indices.contains(next) else { return nil }
        // « 19, 22 et 37 ans ».
        if scan.text.tokens[next].gap == .comma, depth < 4, let other = numbers.starting(at: next),
            sharedAge(other, depth: depth + 1) != nil
        {
            var amount = plain(number)
            amount.unit = "year"
            return amount
        }
        guard let other = numbers.starting(at: next) ?? numbers.starting(at: next + 1),
            other.lead == next && other.isJoined
                || other.first == next + 1 && scan.isDateWord(next, .and) && scan.joins(next),
            let noun = noun(of: other), noun.id == "year", let last = other.whole, last <= 120
        else { return nil }
        var amount = plain(number)
        amount.unit = noun.id
        return amount
    }

    private func unknown(_ number: Number, noun: Int) -> Amount {
        var amount = plain(number)
        amount.words = number.first...noun
        amount.end = scan.end(of: noun)
        amount.of = scan.quote(words: noun...noun)
        amount.confidence = 0.7
        if demonyms.starting(at: noun) != nil { amount.unit = "person" }
        return amount
    }

    // MARK: Ranges

    /// The second of two bounds: «ما بين 17 و21 سنة», `17 à 21 ans`, `17-21 ans`.
    private func isInRange(_ number: Number) -> Bool {
        let gap = scan.text.tokens[number.first].gap
        if number.lead > 0, gap == .hyphen || gap == .slash,
            numbers.ending(at: number.lead - 1) != nil
        {
            return true
        }
        let before = number.lead - 1
        if scan.isDateWord(before, .between) { return true }
        if scan.isDateWord(before, .to), numbers.ending(at: before - 1) != nil { return true }
        let other = number.isJoined ? before : before - 1
        guard number.isJoined || scan.isDateWord(before, .and),
            let first = numbers.ending(at: other)
        else { return false }
        return scan.isDateWord(first.lead - 1, .between)
    }
}
