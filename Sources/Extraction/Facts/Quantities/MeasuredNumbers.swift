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
    let fractions: Fractions
    /// «10 مغاربة» and « deux Espagnols » are people.
    private let demonyms: HitIndex

    init(scan: Scan, numbers: Numbers, nouns: Nouns, taken: BitSet) {
        self.scan = scan
        self.numbers = numbers
        self.nouns = nouns
        self.taken = taken
        fractions = Fractions(scan: scan)
        demonyms = HitIndex(scan.all(.countries).filter { $0.key == .demonyms })
    }

    /// Nil where the number counts nothing that is known: a bare number is more often an age, a
    /// date or a page.
    func amount(_ number: Number) -> Amount? {
        if let age = yearOfLife(number) { return age }
        if let range = range(from: number) { return range }
        guard number.form != .ordinal, taken.isDisjoint(with: number.words), !isInRange(number)
        else { return nil }
        if let sign = sign(of: number) { return sign }
        if let noun = noun(of: number) {
            return isCounted(noun, by: number) ? amount(number, noun) : nil
        }
        if let others = others(number) { return others }
        return vague(number) ?? accusative(number) ?? plural(number) ?? sharedAge(number)
            ?? ageAlone(number)
    }

    /// «وأصيب 2843 آخرون بجروح».
    private func others(_ number: Number) -> Amount? {
        guard let others = Fates(scan: scan).others(number), number.whole ?? 0 > 0,
            !number.isArticle
        else { return nil }
        var amount = plain(number)
        amount.words = number.first...others.last
        amount.end = scan.end(of: others.last)
        amount.unit = others.fate
        return amount
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
        var last = noun.hit.last
        // A large sum of money has no half dirham.
        if let half = half(behind: noun), noun.kind != "money" || number.value ?? 0 < 1000 {
            amount.value = number.value.map { $0 + half.share }
            last = half.last
        } else if let rest = largeHalf(behind: noun, of: number), let half = rest.value {
            amount.value = number.value.map { $0 + half }
            last = rest.last
        }
        amount.words = number.first...last
        amount.end = scan.end(of: last)
        amount.unit = raised(noun)
        amount.of = modified(noun, number) ?? counted(noun, behind: last)
        amount.measure = noun.factor.map { (noun.kind, $0) }
        if raised(noun) != noun.id { amount.end += 1 }
        return amount
    }

    func plain(_ number: Number) -> Amount {
        let before = number.lead - 1
        let isBehindAnd = scan.isLatin(before) && scan.isDateWord(before, .and)
        return Amount(
            lead: isBehindAnd ? before : number.lead, words: number.words, start: number.start,
            end: number.end, value: number.value, isJoined: number.isJoined || isBehindAnd)
    }

    // MARK: The noun

    func noun(of number: Number) -> Noun? {
        let next = number.last + 1
        guard scan.joins(next) else { return nil }
        if let noun = whole(at: next), !noun.isDual { return head(behind: noun, number) }
        if scan.isWord(next, among: MeasuredNumbers.darijaOf), scan.joins(next + 1) {
            return whole(at: next + 1)
        }
        if scan.isDateWord(next, .of), scan.joins(next + 1) {
            guard let noun = whole(at: next + 1) else { return nil }
            let isFrench = scan.isLatin(next) && (number.isLatinWord || number.form == .vague)
            let isPeople = noun.kind == "person" && isSeveral(noun)
            let isArabic = scan.isArabic(next) && (number.form == .vague || isPeople)
            return isFrench || isArabic ? noun : nil
        }
        return behindAdjective(next, number)
    }

    /// «3 ديال الدراري».
    private static let darijaOf = WordSet(["ديال", "د"])

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

    /// English sets nouns in front of what it counts: the `countries` of `196 member countries`.
    /// Nil where the plural behind is unknown; the noun itself where none is.
    private func head(behind noun: Noun, _ number: Number) -> Noun? {
        let next = noun.hit.last + 1
        guard scan.language == "en", !noun.isMeasure, number.whole ?? 0 >= 2, scan.joins(next),
            noun.id != "dead", noun.id != "injured", scan.isLatin(noun.hit.last),
            !isPlural(noun.hit.last), isPlural(next), !scan.isCapitalised(next)
        else { return noun }
        return whole(at: next).flatMap { $0.isMeasure ? nil : $0 }
    }

    private static let peoples = WordSet(["people", "men", "women", "children", "policemen"])

    private func isPlural(_ word: Int) -> Bool {
        scan.text.letters[Int(scan.text.tokens[word].end) - 1] == UInt8(ascii: "s")
            || scan.isWord(word, among: MeasuredNumbers.peoples)
    }

    /// What French and English set in front of a noun.
    private static let adjectives = WordSet(
        [
            "anciens", "anciennes", "jeunes", "nouveaux", "nouvelles", "autres", "petits",
            "petites", "grands", "grandes", "hauts", "faux", "fausses", "principaux",
            "principales", "différents", "différentes", "divers", "diverses", "simples",
            "présumés", "young", "former", "new", "other", "senior", "alleged", "foreign",
            "suspected", "armed", "stolen", "small", "large", "major", "local",
        ])
    /// How English adjectives end: hallucinogenic, explosive, dangerous, criminal.
    private static let endings = ["ic", "al", "ous", "ive", "ible", "able"].map { Array($0.utf8) }

    /// `24 anciens diplomates`, `two Moroccan officers`, `300 Rivotril tablets`.
    private func behindAdjective(_ word: Int, _ number: Number, depth: Int = 0) -> Noun? {
        guard scan.isLatin(word), let last = adjective(at: word), scan.joins(last + 1) else {
            return nil
        }
        if let noun = whole(at: last + 1) { return noun.isMeasure ? nil : noun }
        return depth < 1 ? behindAdjective(last + 1, number, depth: depth + 1) : nil
    }

    /// The last word of an adjective, or of a drug in front of its pills.
    private func adjective(at word: Int) -> Int? {
        if scan.isWord(word, among: MeasuredNumbers.adjectives) { return word }
        guard scan.language == "en" else { return nil }
        if let drug = nouns.drug(startingAt: word) {
            // The pills of `psychotropic pills` are read as pills.
            return drug.last > word && nouns.starting(at: drug.last) != nil
                ? drug.last - 1 : drug.last
        }
        if let demonym = demonyms.starting(at: word) { return demonym.last }
        let letters = scan.text.letters[scan.text.tokens[word].letters]
        return MeasuredNumbers.endings.contains { letters.suffix($0.count).elementsEqual($0) }
            ? word : nil
    }

    /// The `ecstasy pills` of `362,000 ecstasy pills`.
    private func modified(_ noun: Noun, _ number: Number) -> String? {
        guard noun.kind == "drug", noun.hit.first > number.last + 1 else { return nil }
        return ((number.last + 1)..<noun.hit.first).lazy
            .compactMap { nouns.drug(startingAt: $0) }.first
            .map { scan.quote($0.start, noun.hit.end) }
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

    /// A fraction behind a measure: «كلغ ونصف», «طنان ونصف الطن», `tonnes et demie`; but not that
    /// of «درهم ونصف كيلوغرام» or «طن ونصف الكمية».
    func half(behind noun: Noun) -> (share: Double, last: Int)? {
        guard noun.isMeasure, let rest = fractions.rest(behind: noun.hit.last) else { return nil }
        let next = rest.word + 1
        guard scan.joins(next) else { return (rest.share, rest.word) }
        if let other = nouns.starting(at: next), scan.proclitics(of: other.hit).isEmpty {
            return other.id == noun.id && !other.isDual ? (rest.share, other.hit.last) : nil
        }
        let isOfOther =
            scan.hasArticle(next) || numbers.starting(at: rest.word) != nil
            || numbers.ending(at: next) != nil
        return isOfOther ? nil : (rest.share, rest.word)
    }

    /// «ونصف المليون» behind «مليون درهم».
    private func largeHalf(behind noun: Noun, of number: Number) -> Number? {
        guard noun.kind == "money", let value = number.value,
            let rest = numbers.starting(at: noun.hit.last + 1), rest.isJoined,
            fractions.share(at: rest.first) != nil, rest.value ?? .infinity < value,
            self.noun(of: rest) == nil
        else { return nil }
        return rest
    }

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
            ?? term(behind: noun, last ?? noun.hit.last)
            ?? (noun.isMeasure ? nil : scan.quote(noun.hit))
    }

    private static let custody = WordSet(
        [
            "سجنا", "حبسا", "سجن", "حبس", "السجن", "الحبس", "prison", "réclusion", "emprisonnement",
            "détention", "imprisonment", "jail",
        ])
    private static let kinds = WordSet(
        ["نافذا", "نافذة", "النافذ", "ferme", "fermes", "criminelle", "perpétuité"])

    /// What years and months are a term of: «سنتين حبسا نافذا», « deux ans de prison ferme »; it
    /// tells them from an age.
    private func term(behind noun: Noun, _ last: Int) -> String? {
        guard noun.kind == "duration" || noun.kind == "time" else { return nil }
        var word = last + 1
        for _ in 0..<2 where scan.joins(word) && scan.isDateWord(word, [.of, .the, .inside]) {
            word += 1
        }
        guard scan.joins(word), scan.isWord(word, among: MeasuredNumbers.custody) else {
            return nil
        }
        let isKind =
            scan.joins(word + 1) && scan.isWord(word + 1, among: MeasuredNumbers.kinds)
        return scan.quote(words: word...(isKind ? word + 1 : word))
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
            return noun.isMeasure
                ? scan.quote(drug) : scan.closed(noun.hit.start, drug.end)
        }
        return nil
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
