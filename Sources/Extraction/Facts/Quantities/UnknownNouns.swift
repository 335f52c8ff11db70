/// What a number counts where the lexicon does not have the noun: the form of the word tells.
///
/// Behind three to ten an Arabic sound plural (مذكرات, مسلحين), behind eleven to ninety-nine an
/// accusative or a feminine (ناجيا, عائلة), behind hundreds a feminine; in French and English a
/// plural in small letters. A number behind رقم, الفصل, `article` or `page` counts nothing, nor
/// does one behind `les`: the two that were named.
struct UnknownNouns {
    private let scan: Scan
    private let demonyms: HitIndex

    init(_ scan: Scan, demonyms: HitIndex) {
        self.scan = scan
        self.demonyms = demonyms
    }

    /// The word that is counted.
    func noun(of number: Number) -> Int? {
        let next = number.last + 1
        guard number.form != .ordinal, !number.isArticle, scan.joins(next),
            !scan.layout.isChrome(word: next), !isLabelled(number)
        else { return nil }
        if scan.isArabic(next) { return arabic(next, number) ?? partOf(next, number) }
        return latin(next, number)
    }

    private static let labels = words(
        """
        رقم الرقم الفصل فصل الفصلين الفصول فصول المادة مادة المادتين المواد مواد الساعة القناة الدورة النسخة الطبعة الصفحة صفحة البند \
        الخط الطريق المجموعة الفوج الطبقة الدرجة الجولة المرتبة الرتبة المركز العدد الجزء الفقرة المرسوم القانون الظهير \
        كوفيد article articles page loi numéro no n ligne groupe chapitre route lot niveau saison \
        chaîne vol section line number group chapter flight channel les ces ses leurs nos vos the \
        these those their his her its both aux covid
        """)

    private func isLabelled(_ number: Number) -> Bool {
        if let year = number.plainDigits, (1900...2100).contains(year) { return true }
        var word = number.lead
        // «الفصول 293 و540», « les articles 293 et 540 »: the label is that of the first.
        for _ in 0..<4 {
            guard word > 0, scan.text.tokens[word].gap < .comma else { return false }
            if isLabel(word - 1) { return true }
            if !isAnd(word) { word -= 1 }
            guard isAnd(word), word > 0, !scan.digits(word - 1).isEmpty else { return false }
            word -= isAnd(word - 2) ? 2 : 1
        }
        return false
    }

    private func isAnd(_ word: Int) -> Bool {
        guard scan.text.tokens.indices.contains(word) else { return false }
        return scan.isDateWord(word, .and) || letters(word) == [Alphabet.waw]
    }

    /// With a clitic in front or without: للفصل, والمادة.
    private func isLabel(_ word: Int) -> Bool {
        let letters = letters(word)
        if UnknownNouns.labels.contains(letters) { return true }
        guard scan.isArabic(word), let first = letters.first,
            Proclitics.isConjunction(first) || Proclitics.isPreposition(first)
        else { return false }
        let rest = Array(letters.dropFirst())
        return UnknownNouns.labels.contains(rest)
            || first == Alphabet.lam && UnknownNouns.labels.contains([Alphabet.alef] + rest)
    }

    // MARK: Arabic

    private static let noNouns = words(
        """
        آخرين آخرون اخرين أخريات أرباع أثلاث أخماس مرات ملايين مليارات ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين \
        عشرين مئات عشرات بين حين أحيانا هنا هذا لهذا كذا منها إذا لذا أيضا دائما حاليا سابقا \
        تقريبا تحديدا مناصفة إضافية عبارة فترة مرة إضافة نتيجة نهاية بداية خاصة كافة حسبما بينما \
        عندما كما كلما طالما فيما مما ربما مقارنة مسجلة مسجلا متجاوزا متجاوزة مضيفا مضيفة مشيرا \
        مشيرة موضحا موضحة مؤكدا مؤكدة صباحا ليلا ظهرا زوالا عصرا فجرا تنازليا حضوريا جوابا بناء \
        مقابل داخل خارج جوار أمام أكثر أولاد أمثال أفضل أضعاف أشهر أعوام أيام أثناء أنحاء أمتار \
        بالغة قادمة مقبلة جارية مرفوقا مرفوقة
        """)

    private func arabic(_ word: Int, _ number: Number) -> Int? {
        let token = scan.text.tokens[word]
        guard number.form == .cardinal, token.gap == .space, token.count >= 4,
            !hasWrittenArticle(word), scan.dateWord(word) == nil,
            !UnknownNouns.noNouns.contains(letters(word)), let value = number.whole,
            let first = scan.scalar(at: scan.start(of: word)),
            !"وفبلك".unicodeScalars.contains(first)
        else { return nil }
        if isDemonym(word) { return value >= 3 ? word : nil }
        let isFeminine = scan.scalar(at: scan.end(of: word) - 1) == "ة"
        switch value % 100 {
        case 11...99: return isFeminine || isAccusative(word) ? word : nil
        case 0: return value > 0 && isFeminine ? word : nil
        default:
            return (3...10).contains(value) && (isSoundPlural(word) || isBrokenPlural(word))
                ? word : nil
        }
    }

    /// An alef and lam as they are written: آلية has none.
    private func hasWrittenArticle(_ word: Int) -> Bool {
        scan.hasArticle(word)
            && !(scan.scalar(at: scan.start(of: word)).map { "أإآ".unicodeScalars.contains($0) }
                ?? false)
    }

    /// «100 من المعلمين».
    private func partOf(_ word: Int, _ number: Number) -> Int? {
        guard scan.isDateWord(word, .of), scan.joins(word + 1), scan.isArabic(word + 1),
            number.form == .cardinal, scan.hasArticle(word + 1), isSoundPlural(word + 1),
            scan.text.tokens[word + 1].count >= 7, number.whole.map({ $0 >= 3 }) ?? false
        else { return nil }
        return word + 1
    }

    /// أهداف, أندية, ملاعب, جرائم: by its letters.
    private func isBrokenPlural(_ word: Int) -> Bool {
        let letters = Array(scan.folded(word))
        guard let first = scan.scalar(at: scan.start(of: word)) else { return false }
        if first == "أ" {
            return letters.count == 5
                && (letters[3] == "ا" || letters[4] == "ه" || letters[4] == "ة")
        }
        return letters.count == 5 && letters[2] == "ا" && letters[4] != "ه" && letters[4] != "ة"
            && letters[4] != "ا" && letters[4] != "ي"
    }

    /// ناجيا; but not the adverbs سنويا, عالميا.
    private func isAccusative(_ word: Int) -> Bool {
        let token = scan.text.tokens[word]
        let letters = scan.text.letters[token.letters]
        // The ها of شملها is a pronoun.
        guard scan.isAccusative(word), token.count >= 5,
            letters[letters.endIndex - 2] != Alphabet.ha
        else { return false }
        return !scan.endsInYaAlef(word) || token.count == 5
    }

    /// مذكرات, مسلحين, مسلحون.
    private func isSoundPlural(_ word: Int) -> Bool {
        let ending = scan.folded(word).suffix(2)
        let count = scan.text.tokens[word].count
        return ending == "ات" ? count >= 5 : (ending == "ين" || ending == "ون") && count >= 6
    }

    // MARK: French and English

    private static let small = words(
        """
        dans sous plus mais très sans vers après depuis lors alors puis moins fois autres tous \
        toutes nous vous elles leurs quelques plusieurs certains certaines deux eux ceux mieux \
        less does goes says hours gets puts lets pas cas jamais toujours parfois ailleurs envers malgré selon près points degrés this others times \
        always across less perhaps besides towards unless yours theirs ours hours premiers \
        premières derniers dernières prochains prochaines mêmes suivants suivantes seuls seules \
        meilleurs meilleures quarters quarts thirds tiers
        """)
    /// Adjectives that stand in front of what is counted.
    private static let fronts = words(
        """
        anciens anciennes jeunes nouveaux nouvelles petits petites grands grandes hauts hautes \
        faux fausses principaux principales différents différentes divers diverses simples \
        importants importantes gros grosses longs longues bons bonnes vieux vieilles graves vrais \
        vraies véritables vastes courts courtes young former new senior alleged foreign large \
        small other suspected armed major minor
        """)

    private func latin(_ word: Int, _ number: Number) -> Int? {
        guard scan.isLatin(word), number.form == .vague || number.whole.map({ $0 >= 2 }) ?? false
        else { return nil }
        var noun = word
        if number.form == .vague, !scan.isDateWord(noun, .of) { return nil }
        if scan.isDateWord(noun, .of) {
            guard number.form == .vague || number.isLatinWord && (number.value ?? 0) >= 1_000
            else { return nil }
            noun += 1
        }
        guard scan.joins(noun) else { return nil }
        if UnknownNouns.fronts.contains(letters(noun)), scan.joins(noun + 1) { noun += 1 }
        return isPlural(noun) ? noun : nil
    }

    private func isPlural(_ word: Int) -> Bool {
        guard scan.isLatin(word), !scan.isCapitalised(word) || isDemonym(word),
            scan.text.tokens[word].count >= 4, scan.text.tokens[word].gap <= .space,
            scan.dateWord(word) == nil
        else { return false }
        let letters = letters(word)
        guard
            letters.last == UInt8(ascii: "s") || letters.suffix(3).elementsEqual("aux".utf8)
                || letters.suffix(3).elementsEqual("eux".utf8)
        else { return false }
        return !UnknownNouns.small.contains(letters) && !UnknownNouns.fronts.contains(letters)
    }

    /// « deux Espagnols », «10 مغاربة»: a demonym of the lexicon.
    private func isDemonym(_ word: Int) -> Bool { demonyms.starting(at: word) != nil }

    // MARK: Words

    private static func words(_ list: String) -> Set<[UInt8]> {
        Set(list.split(whereSeparator: \.isWhitespace).map { ElementForms.folded(String($0)) })
    }

    private func letters(_ word: Int) -> [UInt8] {
        Array(scan.text.letters[scan.text.tokens[word].letters])
    }
}
