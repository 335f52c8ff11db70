/// What a small word can be in a date or between numbers: «من» is `from` and `of` at once.
///
/// These are the joints of the grammar; months, weekdays, الماضي, courant and the like are in
/// the lexicon.
struct DateWord: OptionSet, Sendable {
    let rawValue: UInt32

    static let of = DateWord(rawValue: 1 << 0)
    static let from = DateWord(rawValue: 1 << 1)
    static let to = DateWord(rawValue: 1 << 2)
    /// غاية, behind a word that is `to`.
    static let limit = DateWord(rawValue: 1 << 3)
    static let and = DateWord(rawValue: 1 << 4)
    static let between = DateWord(rawValue: 1 << 5)
    static let the = DateWord(rawValue: 1 << 6)
    static let day = DateWord(rawValue: 1 << 7)
    static let days = DateWord(rawValue: 1 << 8)
    static let week = DateWord(rawValue: 1 << 9)
    static let month = DateWord(rawValue: 1 << 10)
    static let year = DateWord(rawValue: 1 << 11)
    static let years = DateWord(rawValue: 1 << 12)
    static let this = DateWord(rawValue: 1 << 13)
    /// في, خلال, `en`, `fin`: in front of a year that stands alone.
    static let inside = DateWord(rawValue: 1 << 14)
    static let since = DateWord(rawValue: 1 << 15)
    static let ago = DateWord(rawValue: 1 << 16)
    static let after = DateWord(rawValue: 1 << 17)
    static let dayPart = DateWord(rawValue: 1 << 18)
    static let each = DateWord(rawValue: 1 << 19)
    static let hijri = DateWord(rawValue: 1 << 20)
    static let gregorian = DateWord(rawValue: 1 << 21)
    /// فاتح, the Moroccan first of a month.
    static let firstDay = DateWord(rawValue: 1 << 22)
    /// تظاهرة, معرض, manifestation: behind هذه, an event named before.
    static let gathering = DateWord(rawValue: 1 << 23)
    /// تحتضن, accueille: in front of an event that a place holds.
    static let hosts = DateWord(rawValue: 1 << 24)
    /// ب, في, `à`: in front of the place where something is held.
    static let at = DateWord(rawValue: 1 << 25)
    /// مدينة, `ville`: between such a word and the place's name.
    static let town = DateWord(rawValue: 1 << 26)

}

extension DateWord {
    private static let arabic: [(DateWord, String)] = [
        ([.of, .from], "من"), (.from, "ابتداء انطلاقا بدءا"), (.to, "إلى حتى"),
        (.limit, "غاية حدود"), (.and, "و"), (.between, "بين"), ([.inside, .at], "في خلال بحلول"),
        (
            .inside,
            "أفق متم مطلع أواخر أوائل منتصف نهاية بداية موسم حصيلة الحصيلة السنوي السنوية"
        ),
        (.since, "منذ مند"), (.ago, "قبل"), (.after, "بعد"), (.each, "كل"),
        (.this, "هذا هذه هاد"), (.hijri, "ه هجرية هجري الهجري الهجرية"),
        (.gregorian, "م ميلادية ميلادي الميلادية"), (.firstDay, "فاتح الفاتح"),
        (.hosts, "تحتضن يحتضن احتضنت احتضن تستضيف يستضيف استضافت ستحتضن ستستضيف سيحتضن"),
        (.at, "بمدينة بالعاصمة بإقليم"), (.town, "مدينة العاصمة إقليم"),
    ]

    /// These take و ف ب ل and the article.
    private static let heads: [(DateWord, String)] = [
        (.day, "يوم"), (.days, "يومي أيام"), (.week, "أسبوع سيمانة"), (.month, "شهر"),
        (.year, "سنة عام"), (.years, "سنتي عامي"),
        (.gathering, "تظاهرة فعالية حدث معرض ملتقى منتدى دورة نسخة موعد"),
        (.dayPart, "صباح صبيحة زوال ظهر ظهيرة عصر مساء ليلة فجر عشية"),
    ]

    private static let latin: [(DateWord, String)] = [
        (.of, "de d of"), ([.of, .from], "du des"), (.from, "from dès"),
        (.to, "au aux à to until till through jusqu"), (.and, "et and"),
        (.between, "entre between"), (.the, "le la l the"), ([.the, .days], "les"),
        (.day, "jour day journée"), (.days, "jours days"), (.week, "semaine week"),
        (.month, "mois month"), (.year, "an année year"), (.years, "années years"),
        (.this, "ce cet cette this"),
        (
            .inside,
            "fin début mi horizon ici saison bilan exercice annuel annuelle late early mid"
        ),
        ([.inside, .at], "en in"), (.since, "depuis since"), (.ago, "ago"), (.after, "après"),
        (.each, "chaque tous every each"), (.hijri, "hégire"),
        (.dayPart, "matin soir nuit après midi morning evening night afternoon"),
        (.hosts, "accueille accueillera abrite abritera accueilli hosts host hosting"),
        (.at, "at dans"), (.town, "ville city capitale capital"),
        (.gathering, "manifestation événement édition salon rendez event edition"),
    ]

    private static let proclitics = ["", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "وب", "ول"]

    /// By hash, so that no look-up copies letters.
    private static let table: HashTable = {
        var table: [UInt64: DateWord] = [:]
        func key(_ word: String) -> UInt64 { WordHash.hash(ElementForms.folded(word)) }
        for (meaning, words) in arabic + latin {
            for word in words.split(separator: " ") {
                table[key(String(word)), default: []].insert(meaning)
            }
        }
        for (meaning, words) in heads {
            for word in words.split(separator: " ") {
                for clitics in proclitics {
                    table[key(clitics + word), default: []].insert(meaning)
                }
            }
        }
        table[key("au"), default: []].insert(.at)
        table[key("à"), default: []].insert(.at)
        return HashTable(table.mapValues { Int32($0.rawValue) })
    }()

    /// What a folded word can be, with or without a و written onto it; nil for other words.
    static func meaning(of letters: ArraySlice<UInt8>) -> DateWord? {
        guard letters.count <= longest else { return nil }
        if let known = meaning(WordHash.hash(letters)) { return known }
        guard letters.count > 2, letters.first == Alphabet.waw else { return nil }
        return meaning(WordHash.hash(letters.dropFirst()))
    }

    /// The same for a word of a text, whose hash is known.
    static func meaning(of token: Token, in text: FoldedText) -> DateWord? {
        guard token.count <= longest else { return nil }
        if let known = meaning(token.hash) { return known }
        guard token.count > 2, text.letters[Int(token.start)] == Alphabet.waw else { return nil }
        return meaning(WordHash.hash(text.letters[token.letters].dropFirst()))
    }

    private static let longest = 10

    private static func meaning(_ hash: UInt64) -> DateWord? {
        let bits = table[hash]
        return bits < 0 ? nil : DateWord(rawValue: UInt32(bits))
    }
}
