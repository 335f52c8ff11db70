/// Whether اليوم, `aujourd'hui` and `today` are the day of publication or mean nowadays.
///
/// They are the day where a verb of reporting stands near: «أوقفت الشرطة اليوم», «علم لدى ولاية
/// الأمن، اليوم، أن», « a annoncé aujourd'hui », `said today`.
struct Todays {
    let scan: Scan

    func isReported(_ hit: EntryHit) -> Bool {
        scan.isArabic(hit.first) ? isArabic(hit.first) : isLatin(hit)
    }

    // MARK: Arabic

    private static let verbs = words(
        """
        أوقفت أوقف اعتقلت اعتقل أعلنت أعلن أفادت أفاد كشفت كشف تمكنت تمكن حجزت فككت فكك ألقت \
        أحبطت أحبط استقبل استقبلت عقد عقدت انطلقت انطلق افتتحت افتتح زار ترأس ترأست قضت أدانت \
        أجلت قررت قرر لقي أصيب توفي توفيت اندلع اندلعت أحالت أحيل باشرت وقعت وقع نفت عثرت عثر \
        ضبطت أجهضت تم جرى علم أوضح أوضحت دشن دشنت
        """)
    /// Behind these it is a name or another day.
    private static let others = WordSet(
        [
            "حتى", "إلى", "منذ", "بعد", "قبل", "كل", "طوال", "ذلك", "هذا", "نفس", "حقوق", "عالم",
            "جريدة", "صحيفة", "موقع", "قناة", "المغرب", "أخبار", "الأخبار", "روسيا", "مصر", "في",
            "غاية", "حدود", "أصبح", "مغرب", "شباب", "جيل",
        ])
    private static let behindKnown = WordSet(["لدى", "من", "أن", "أنه"])
    private static let known = WordSet(["علم"])

    private func isArabic(_ word: Int) -> Bool {
        let next = word + 1
        guard word > 0, scan.text.tokens[word].count == 5,
            !scan.isWord(word - 1, among: Todays.others), !(scan.joins(next) && isDefinite(next))
        else { return false }
        if scan.joins(word) { return verb(before: word, reach: 3, overMarks: false) }
        let isAside = !scan.joins(next) || scan.begins(next, with: [Alphabet.ba])
        return scan.text.tokens[word].gap == .comma && isAside
            && verb(before: word, reach: 10, overMarks: true)
    }

    /// The الوطني of «اليوم الوطني».
    private func isDefinite(_ word: Int) -> Bool {
        scan.isArabic(word) && scan.begins(word, with: [Alphabet.alef, Alphabet.lam])
    }

    private func verb(before word: Int, reach: Int, overMarks: Bool) -> Bool {
        for place in (max(0, word - reach)..<word).reversed() {
            guard scan.isSameSentence(place, word), overMarks || scan.joins(place + 1) else {
                return false
            }
            guard isVerb(place) else { continue }
            return !scan.isWord(place, among: Todays.known)
                || scan.isWord(place + 1, among: Todays.behindKnown)
                || scan.isWord(word + 1, among: Todays.behindKnown)
        }
        return false
    }

    private func isVerb(_ word: Int) -> Bool {
        let token = scan.text.tokens[word]
        if Todays.verbs.contains(token.hash) { return true }
        let letters = scan.text.letters[token.letters]
        return letters.count > 2 && letters.first == Alphabet.waw
            && Todays.verbs.contains(WordHash.hash(letters.dropFirst()))
    }

    // MARK: French and English

    private static let told = words(
        """
        arrêté arrêtée arrêtés arrêtées interpellé interpellée interpellés interpellées annoncé \
        déclaré indiqué affirmé démantelé démantelée saisi saisie saisis saisies reçu inauguré \
        condamné condamnée condamnés présenté lancé publié signé appris \
        said announced arrested seized dismantled signed received sentenced told reported \
        inaugurated launched foiled detained
        """)
    private static let auxiliaries: Set<String> = ["a", "ont", "été", "was", "were"]
    private static let present = WordSet(["is", "are", "be", "being"])

    /// « a annoncé aujourd'hui », `said today`, `police today arrested`.
    private func isLatin(_ hit: EntryHit) -> Bool {
        let word = hit.first
        if scan.joins(word), isTold(word - 1) {
            guard scan.language == "fr" else {
                return !scan.isWord(word - 2, among: Todays.present)
            }
            return word > 1
                && Todays.auxiliaries.contains(scan.quote(words: (word - 2)...(word - 2)))
        }
        return scan.language == "en" && scan.joins(word) && scan.joins(hit.last + 1)
            && isTold(hit.last + 1)
    }

    private func isTold(_ word: Int) -> Bool {
        scan.text.tokens.indices.contains(word) && Todays.told.contains(scan.text.tokens[word].hash)
    }

    private static func words(_ list: String) -> Set<UInt64> {
        Set(
            list.split(whereSeparator: \.isWhitespace)
                .map { WordHash.hash(ElementForms.folded(String($0))) })
    }
}
