/// Whether a date without a year, or a weekday alone, has been or is to come.
enum DateTense: Sendable, Hashable {
    /// منذ and `depuis` tell of the past whatever the distance.
    case since
    case past, future
}

/// What the words around a date say of its time: «ستقام المباراة يوم السبت», « se jouera samedi »,
/// «منذ 15 أبريل», `was signed on March 12`.
///
/// The verb nearest in front decides; a future one only within its clause. Arabic verbs are known
/// by the س of the future, by the ت of the feminine perfect and by a list. Limits: a verb with a
/// pronoun on it (أوقفته) and the present tense say nothing.
struct Tenses {
    let scan: Scan

    /// How many words in front are looked at.
    private static let reach = 14

    /// Nil where nothing near tells.
    func tense(of words: ClosedRange<Int>) -> DateTense? {
        var front = words.lowerBound
        if isSince(front) { return .since }
        while scan.joins(front), scan.isDateWord(front - 1, [.the, .day, .dayPart]) { front -= 1 }
        if scan.joins(front), isSince(front - 1) { return .since }
        return tense(inFrontOf: front) ?? tense(behind: words)
    }

    private func isSince(_ word: Int) -> Bool { scan.isDateWord(word, .since) }

    private func tense(inFrontOf first: Int) -> DateTense? {
        var isClause = true
        for word in (max(0, first - Tenses.reach)..<max(0, first)).reversed() {
            guard scan.isSameSentence(word, first) else { return nil }
            if !scan.joins(word + 1) { isClause = false }
            if isFuture(word) { return isClause ? .future : nil }
            if isPast(word) { return .past }
        }
        return nil
    }

    /// «السبت سيجرى الديربي»: a date that opens its sentence.
    private func tense(behind words: ClosedRange<Int>) -> DateTense? {
        let first = words.lowerBound
        if first > 1, scan.isSameSentence(first - 2, first) { return nil }
        for word in (words.upperBound + 1)..<(words.upperBound + 4) {
            guard scan.joins(word) else { return nil }
            if isFuture(word) { return .future }
            if isPast(word) { return .past }
        }
        return nil
    }

    // MARK: The future

    private static let future = words(
        """
        سوف غادي غاديين المرتقب المنتظر المتوقع المزمع يرتقب ينتظر يتوقع will shall scheduled \
        expected slated sera seront aura auront fera feront ira iront devrait devraient prévu \
        prévue prévus prévues
        """)
    /// Nouns that begin as verbs of the future do.
    private static let noFuture = [
        "سيار", "سيد", "سياس", "سيناري", "سينم", "سيطر", "سيول", "سياح", "سيوف", "سيجار", "سياج",
        "سياق", "سيبير", "سيكول", "سيدي", "سيرف", "سيرة", "ستين", "ستون", "ستار", "ستائر", "سترات",
        "ستراس", "ستيف", "ستوديو", "سنوات", "سنتين", "سنتيم", "سنغال", "سندات", "سنوي", "سنابل",
        "سنين", "سنطرال", "سيليكون", "سيباست", "سيمانة", "سيمون", "سيسي", "سنتي", "سنتر",
    ].map(ElementForms.folded)
    /// French nouns in -ra and -ront.
    private static let noFrench = words(
        "camera opéra sahara extra infra ultra contra supra zahra affront")

    private func isFuture(_ word: Int) -> Bool {
        if scan.isArabic(word) { return isArabicFuture(word) }
        guard scan.isLatin(word), !scan.isCapitalised(word) || scan.language == "en" else {
            return false
        }
        let token = scan.text.tokens[word]
        if Tenses.future.contains(token.hash) { return true }
        guard scan.language == "fr", token.count >= 5, !Tenses.noFrench.contains(token.hash) else {
            return false
        }
        let letters = scan.text.letters[token.letters]
        return letters.suffix(2).elementsEqual("ra".utf8)
            || letters.suffix(4).elementsEqual("ront".utf8)
    }

    /// ستقام, وسيمثل; «من المقرر».
    private func isArabicFuture(_ word: Int) -> Bool {
        var letters = scan.text.letters[scan.text.tokens[word].letters]
        if Tenses.future.contains(scan.text.tokens[word].hash) { return true }
        if scan.isWord(word, among: Tenses.decided) { return scan.isDateWord(word - 1, .of) }
        if letters.count > 5, Proclitics.isConjunction(letters[letters.startIndex]) {
            letters = letters.dropFirst()
        }
        guard letters.count >= 5, letters.first == Alphabet.seen,
            Proclitics.beginsImperfect(letters[letters.startIndex + 1])
        else { return false }
        return !Tenses.noFuture.contains { letters.starts(with: $0) }
    }

    private static let decided = WordSet(["المقرر"])

    // MARK: The past

    private static let past = words(
        """
        تم تمت جرى جرت كان كانت كانوا وقع أوقف أعلن قال أكد أفاد ذكر شهد عرف انعقد انطلق نظم اعتقل \
        توفي قتل لقي لقيت أصيب أصيبت حجز ضبط ألقي عثر صدر أدين حكم فكك أحيل استقبل زار عقد افتتح \
        اندلع سجل وصل غادر عاد شارك ولد ولدت بدأ تعرض اختفى تمكن أسفر فتح دخل نشر صادق أصدر كشف \
        خلد احتفل انتقل تراجع ارتفع انخفض بلغ انتهى رفض قرر وضع مثل اهتزت حل نفى علم قضى تورط \
        اعترف شوهد دشن أطلق عين قدم سلم تسلم التقى ترأس أجرى وجه دعا أوضح أضاف \
        was were had did said told took held met began found left went came died made won lost \
        fut furent était étaient avait avaient arrêté arrêtée arrêtés arrêtées signé signée signés \
        signées interpellé interpellée interpellés interpellées condamné condamnée condamnés \
        incarcéré écroué survenu survenue décédé décédée inauguré inaugurée
        """)
    private static let noPast = words(
        "إنترنت انترنت أنترنت مؤقت ثابت صامت إسمنت بيروت كبريت عفريت سكوت صوت بوست أوقات")
    private static let auxiliaries: Set<String> = ["a", "ont", "est", "sont", "A"]
    private static let participles = ["é", "ée", "és", "ées", "i", "is", "it", "u", "ue", "us"]
    private static let joints = words("be to être sera seront")

    private func isPast(_ word: Int) -> Bool {
        let token = scan.text.tokens[word]
        if scan.isArabic(word) { return isArabicPast(word) }
        guard scan.isLatin(word), !isJoint(word - 1), !isJoint(word - 2) else { return false }
        if Tenses.past.contains(token.hash) { return true }
        if scan.language == "fr" { return isParticiple(word) }
        return scan.language == "en" && token.count >= 6 && !scan.isCapitalised(word)
            && scan.text.letters[token.letters].suffix(2).elementsEqual("ed".utf8)
    }

    /// The `be` of « will be played ».
    private func isJoint(_ word: Int) -> Bool {
        scan.isLatin(word) && Tenses.joints.contains(scan.text.tokens[word].hash)
    }

    /// The « signé » of « a signé », « s'est réuni », « ont été arrêtés ».
    private func isParticiple(_ word: Int) -> Bool {
        guard scan.isLatin(word - 1), scan.joins(word) else { return false }
        let auxiliary = scan.quote(words: (word - 1)...(word - 1))
        guard Tenses.auxiliaries.contains(auxiliary) else { return false }
        let form = scan.quote(words: word...word)
        return Tenses.participles.contains { form.hasSuffix($0) }
    }

    /// أوقفت, انطلقت, and the masculine ones of the list; with و and ف in front or without.
    private func isArabicPast(_ word: Int) -> Bool {
        let token = scan.text.tokens[word]
        if Tenses.past.contains(token.hash) { return true }
        let whole = scan.text.letters[token.letters]
        if isPerfect(whole) { return !scan.hasArticle(word) }
        guard whole.count > 3, Proclitics.isConjunction(whole[whole.startIndex]) else {
            return false
        }
        let rest = whole.dropFirst()
        return Tenses.past.contains(WordHash.hash(rest))
    }

    /// By the ت of the feminine behind a letter other than the ا of plurals.
    private func isPerfect(_ letters: ArraySlice<UInt8>) -> Bool {
        guard letters.count >= 4, letters.last == Alphabet.ta,
            letters[letters.endIndex - 2] != Alphabet.alef,
            let first = letters.first, first != Alphabet.ta, first != Alphabet.ya
        else { return false }
        return !Tenses.noPast.contains(WordHash.hash(letters))
    }

    private static func words(_ list: String) -> Set<UInt64> {
        Set(
            list.split(whereSeparator: \.isWhitespace)
                .map { WordHash.hash(ElementForms.folded(String($0))) })
    }
}
