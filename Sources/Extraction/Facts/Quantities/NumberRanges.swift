import News

/// Amounts told by two bounds: «ما بين 19 و34 سنة», «من 5 إلى 10 سنوات», `de 3 à 5 kg`, `17-21 ans`.
///
/// «ارتفع من 200 إلى 300 شخص» is a change and no range.
extension MeasuredNumbers {
    private enum Joint {
        case and, to, hyphen
    }

    /// The range that begins with a number; nil where none does.
    func range(from first: Number) -> Amount? {
        guard first.form == .cardinal, taken.isDisjoint(with: first.words) else { return nil }
        let own = noun(of: first)
        guard let (second, joint) = other(behind: own?.hit.last ?? first.last),
            second.form == .cardinal, taken.isDisjoint(with: second.words)
        else { return nil }
        let head = head(of: first, joint)
        guard head != nil || joint == .hyphen || isPlainTo(second, joint) else { return nil }
        guard joint != .to || !tellsChange(before: head ?? first.lead) else { return nil }
        let lead = head ?? first.lead
        guard let noun = noun(of: second) else {
            return own == nil && isAged(before: lead)
                ? range(first, second, lead, last: second.last, unit: "year") : nil
        }
        guard joint == .and || noun.id != "%" && noun.id != "hour",
            let scale = scale(own, noun)
        else { return nil }
        let unit = own.map { scale > 1 || $0.id == noun.id ? $0.id : noun.id } ?? noun.id
        var amount = range(first, second, lead, last: noun.hit.last, unit: unit, scale: scale)
        amount?.end = noun.hit.end
        amount?.of = counted(noun)
        return amount
    }

    private func range(
        _ first: Number, _ second: Number, _ lead: Int, last: Int, unit: String,
        scale: Double = 1
    ) -> Amount? {
        guard let value = first.value, let high = second.value.map({ $0 * scale }) else {
            return nil
        }
        let low = value * sharedScale(first, second)
        guard low < high else { return nil }
        var amount = plain(first)
        amount.start = lead < first.lead ? scan.dateWordStart(lead) : first.start
        amount.lead = lead
        amount.words = lead...last
        amount.end = scan.end(of: last)
        amount.value = low
        amount.most = high
        amount.unit = unit
        amount.bound = .atLeast
        return amount
    }

    /// The thousand or million behind the second number that is the first one's too: « entre 1,5 et 2
    /// millions », «بين 10 و15 ألف درهم», but not «بين 200 و3 آلاف».
    private func sharedScale(_ first: Number, _ second: Number) -> Double {
        guard second.words.count > 1, noun(of: first) == nil, let value = first.value,
            let high = second.value, scaleWord(first.last) == nil,
            let scale = scaleWord(second.last), value < high / scale
        else { return 1 }
        return scale
    }

    private func scaleWord(_ word: Int) -> Double? {
        MeasuredNumbers.scaleWords.first { scan.isWord(word, among: $0.words) }?.value
    }

    private static let scaleWords: [(words: WordSet, value: Double)] = [
        (WordSet(["ألف", "ألفا", "آلاف", "mille", "thousand"]), 1e3),
        (WordSet(["مليون", "مليونا", "ملايين", "million", "millions"]), 1e6),
        (
            WordSet(["مليار", "مليارا", "ملايير", "مليارات", "milliard", "milliards", "billion"]),
            1e9
        ),
    ]

    /// How many of the first unit the second one is: 12 in «بين أربعة أشهر وثلاث سنوات»; nil where
    /// they do not go together.
    private func scale(_ own: Noun?, _ noun: Noun) -> Double? {
        guard let own, own.id != noun.id else { return 1 }
        guard let small = own.factor, let large = noun.factor, own.kind == noun.kind,
            large > small
        else { return nil }
        return large / small
    }

    // MARK: The words of a range

    private func other(behind last: Int) -> (Number, Joint)? {
        let next = last + 1
        guard scan.joins(next) else { return nil }
        if scan.text.tokens[next].gap == .hyphen {
            return numbers.starting(at: next).map { ($0, .hyphen) }
        }
        if let number = numbers.starting(at: next), number.isJoined { return (number, .and) }
        guard scan.joins(next + 1) else { return nil }
        if scan.isDateWord(next, .and) {
            return numbers.starting(at: next + 1).map { ($0, .and) }
        }
        guard scan.isDateWord(next, .to) else { return nil }
        let place = scan.isDateWord(next + 1, .limit) ? next + 2 : next + 1
        return scan.joins(place) ? numbers.starting(at: place).map { ($0, .to) } : nil
    }

    /// The `between` or `from` in front.
    private func head(of first: Number, _ joint: Joint) -> Int? {
        let before = first.lead - 1
        guard before >= 0, scan.joins(first.lead) || first.lead < first.first else { return nil }
        switch joint {
        case .and: return scan.isDateWord(before, .between) ? before : nil
        case .to, .hyphen:
            let isHead =
                scan.isDateWord(before, .from)
                || scan.isLatin(before) && scan.isDateWord(before, .of)
            return isHead ? before : nil
        }
    }

    /// The `à` of « 3 à 5 kg », which needs no `de`.
    private func isPlainTo(_ second: Number, _ joint: Joint) -> Bool {
        joint == .to && scan.isLatin(second.lead - 1)
            && scan.isWord(second.lead - 1, among: MeasuredNumbers.plainTo)
    }

    private static let plainTo = WordSet(["à", "to"])
    private static let changes = WordSet(
        [
            "ارتفع", "ارتفعت", "وارتفع", "انتقل", "انتقلت", "لينتقل", "تراجع", "تراجعت", "انخفض",
            "انخفضت", "زاد", "زادت", "تقلص", "تقلصت", "رفع", "رفعت", "خفض", "خفضت", "بالانتقال",
            "passé", "passée", "passés", "passées", "passe", "passent", "passant", "passer",
            "augmenté", "augmente", "baissé", "baisse", "réduit", "réduite", "porté", "portée",
            "porter", "ramené", "ramenée", "grimpé", "chuté", "hausse",
            "rose", "rises", "fell", "increased", "increase", "decreased", "dropped", "jumped",
            "grew", "went", "cut", "raised", "reduced", "rising", "falling", "up", "down",
        ])

    private func tellsChange(before word: Int) -> Bool {
        (max(0, word - 6)..<word).contains {
            scan.isSameSentence($0, word) && scan.isWord($0, among: MeasuredNumbers.changes)
        }
    }

    // MARK: Ages without a year

    private static let aged = WordSet([
        "aged", "âgé", "âgée", "âgés", "âgées", "أعمارهم", "أعمارهما",
    ])

    /// `aged between 19 and 34`.
    private func isAged(before word: Int) -> Bool {
        scan.joins(word) && scan.isWord(word - 1, among: MeasuredNumbers.aged)
    }

    /// `aged 28 and 33`, and `Karim, 26, was arrested`.
    func ageAlone(_ number: Number) -> Amount? {
        guard let age = number.whole, (1...120).contains(age), number.form == .cardinal,
            scan.isLatin(number.lead - 1), isBehindAged(number) || isAside(number)
        else { return nil }
        var amount = plain(number)
        amount.unit = "year"
        if isAside(number) { amount.confidence = 0.7 }
        return amount
    }

    private func isBehindAged(_ number: Number) -> Bool {
        var lead = number.lead
        for _ in 0..<4 {
            if isAged(before: lead) { return true }
            let isJoined = scan.isDateWord(lead - 1, .and)
            guard isJoined || scan.text.tokens[lead].gap == .comma,
                let other = numbers.ending(at: isJoined ? lead - 2 : lead - 1)
            else { return false }
            lead = other.lead
        }
        return false
    }

    /// Between commas behind a name of two words, one of which may be an initial.
    private func isAside(_ number: Number) -> Bool {
        let next = number.last + 1
        guard scan.language == "en", let age = number.plainDigits, (14...99).contains(age),
            scan.text.tokens.indices.contains(next), scan.text.tokens[next].gap == .comma,
            scan.digits(next).isEmpty, number.first > 1, scan.scalar(at: number.start - 2) == ","
        else { return false }
        return scan.isCapitalised(number.first - 1) && scan.isCapitalised(number.first - 2)
            && scan.text.tokens[number.first - 1].gap <= .space
            && nouns.starting(at: number.first - 1) == nil
    }
}
