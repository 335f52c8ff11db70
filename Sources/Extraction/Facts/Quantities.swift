import News

/// What a text counts and measures: `24 دبلوماسيا`, «أكثر من خمسين رواقا», `1.200 قرص`, «طن و200
/// كيلوغرام», `3 millions de dirhams`, `15 %`.
///
/// A number counts only with a noun beside it that the lexicon knows (`units`, `counted`), with a
/// sign such as %, or where Arabic grammar marks what is counted. Duals are two, آلاف and
/// `dizaines` have no value, «بين 17 و21 سنة» has two, and numbers of dates are left out.
struct Quantities: Sendable {
    func findings(in scan: Scan) -> [Quantity] {
        let numbers = Numbers(in: scan)
        let events = EventMentions(in: scan, numbers)
        return findings(in: scan, numbers, Dates().findings(in: scan, numbers, events))
    }

    /// - Parameter dates: those of the text, whose numbers count nothing.
    func findings(in scan: Scan, _ numbers: Numbers, _ dates: [DateFact]) -> [Quantity] {
        var taken = dates.reduce(into: BitSet()) { words, date in
            for word in scan.wordRange(date.start, date.end) { words.insert(word) }
        }
        // The السبع of «عين السبع» is no seven.
        for kind in [LexiconKind.places, .people] {
            for hit in scan.longest(kind) where hit.first < hit.last {
                taken.formUnion(hit.words)
            }
        }
        let nouns = Nouns(in: scan)
        guard !numbers.list.isEmpty || !nouns.list.isEmpty else { return [] }
        let measured = MeasuredNumbers(scan: scan, numbers: numbers, nouns: nouns, taken: taken)
        let reader = Reader(
            scan: scan, numbers: numbers, measured: measured,
            comparators: HitIndex(scan.all(.comparators)))
        return reader.amounts().map { amount in
            Quantity(
                quote: scan.quote(amount.start, amount.end), start: amount.start,
                end: amount.end, value: amount.value, max: amount.most, of: amount.of,
                unit: amount.unit, bound: amount.bound, confidence: amount.confidence)
        }
    }

    private struct Reader {
        let scan: Scan
        let numbers: Numbers
        let measured: MeasuredNumbers
        let comparators: HitIndex

        func amounts() -> [Amount] {
            let counted = numbers.list.compactMap(measured.amount)
            let nounsAlone = measured.nouns.list.compactMap {
                half($0) ?? one($0) ?? unit($0) ?? two($0)
            }
            let ordered = (counted + nounsAlone).sorted {
                $0.words.lowerBound < $1.words.lowerBound
            }
            return joined(ordered).map(bounded).map(fated)
        }

        // MARK: Nouns that say their number

        private func isFree(_ noun: Noun) -> Bool {
            guard measured.taken.isDisjoint(with: noun.hit.words) else { return false }
            guard scan.joins(noun.hit.first), let number = numbers.ending(at: noun.hit.first - 1)
            else { return true }
            return number.form == .ordinal
        }

        /// شخصين, طنين; but not البلدين, the two that were named.
        private func two(_ noun: Noun) -> Amount? {
            guard noun.isDual, isFree(noun), !scan.hasArticle(noun.hit) else { return nil }
            return alone(noun, value: 2, last: noun.hit.last)
        }

        /// «شخص واحد».
        private func one(_ noun: Noun) -> Amount? {
            let next = noun.hit.last + 1
            guard !noun.isDual, scan.joins(next), scan.isArabic(next), isFree(noun),
                let number = numbers.starting(at: next), number.whole == 1,
                number.form == .cardinal, number.plainDigits == nil, !number.isJoined,
                !number.hasPreposition, !scan.hasArticle(noun.hit)
            else { return nil }
            return alone(noun, value: 1, last: number.last)
        }

        /// «نصف طن», `demi-tonne`, `half a tonne`, «3 ونصف كيلو»; but not «نصف السنة».
        private func half(_ noun: Noun) -> Amount? {
            let fractions = measured.fractions
            guard noun.isMeasure, !noun.isDual, !scan.hasArticle(noun.hit),
                let word = fractions.word(before: noun.hit.first),
                let share = fractions.share(at: word),
                measured.taken.isDisjoint(with: word...noun.hit.last)
            else { return nil }
            var amount = alone(noun, value: share, last: noun.hit.last)
            amount.lead = fractions.lead(of: word)
            amount.words = word...noun.hit.last
            amount.start = fractions.start(of: word)
            if scan.hasWaw(word), scan.joins(word), let number = numbers.ending(at: word - 1),
                let whole = number.value
            {
                amount.value = whole + share
                amount.lead = number.lead
                amount.words = number.first...noun.hit.last
                amount.start = number.start
            }
            return amount
        }

        /// طن in «طن ونصف» and «طن و200 كيلوغرام»: kept only where a part follows.
        private func unit(_ noun: Noun) -> Amount? {
            if let half = measured.half(behind: noun), isFree(noun), !scan.hasArticle(noun.hit) {
                return alone(noun, value: (noun.isDual ? 2 : 1) + half.share, last: half.last)
            }
            let next = noun.hit.last + 1
            guard noun.isMeasure, !noun.isDual, isFree(noun), !scan.hasArticle(noun.hit),
                scan.isArabic(noun.hit.last), let number = numbers.starting(at: next),
                number.isJoined, scan.joins(number.lead)
            else { return nil }
            var amount = alone(noun, value: 1, last: noun.hit.last)
            amount.unit = nil
            amount.of = nil
            return amount
        }

        private func alone(_ noun: Noun, value: Double, last: Int) -> Amount {
            Amount(
                lead: noun.hit.first, words: noun.hit.first...last, start: noun.hit.start,
                end: scan.end(of: last), value: value, unit: noun.id,
                of: measured.counted(noun, behind: last),
                measure: noun.factor.map { (noun.kind, $0) })
        }

        // MARK: Two amounts that are one

        private func joined(_ amounts: [Amount]) -> [Amount] {
            var list: [Amount] = []
            for amount in amounts {
                var amount = amount
                // « 3 tonnes 200 kilogrammes ».
                if scan.text.tokens[amount.lead].gap <= .space { amount.isJoined = true }
                if let before = list.last, before.last + 1 == amount.lead,
                    let sum = before.joined(with: amount)
                {
                    list[list.count - 1] = sum
                } else if list.last.map({ $0.last < amount.words.lowerBound }) ?? true {
                    list.append(amount)
                }
            }
            return list.filter { $0.unit != nil || $0.of != nil }
        }

        // MARK: More than, about

        private func bounded(_ amount: Amount) -> Amount {
            guard amount.most == nil else { return amount }
            var amount = amount
            // « ne dépasse guère les 41 % ».
            let front = scan.isDateWord(amount.lead - 1, .the) ? amount.lead - 2 : amount.lead - 1
            if scan.joins(amount.lead) || amount.lead < amount.words.lowerBound,
                let hit = comparators.ending(at: front), let bound = bound(hit),
                scan.joins(amount.words.lowerBound)
            {
                amount.bound = bound
                amount.start = hit.start
            } else if scan.joins(amount.last + 1),
                let hit = comparators.starting(at: amount.last + 1), let bound = bound(hit),
                isAfterthought(hit)
            {
                amount.bound = bound
                amount.end = hit.end
            }
            return amount
        }

        /// «27 شخصا مصرعهم» are dead.
        private func fated(_ amount: Amount) -> Amount {
            guard amount.unit == "person" else { return amount }
            var amount = amount
            amount.unit = Fates(scan: scan).fate(of: amount.words, lead: amount.lead) ?? "person"
            return amount
        }

        private func bound(_ hit: EntryHit) -> Quantity.Bound? {
            Quantity.Bound(rawValue: scan.traits(hit).id)
        }

        private static let afterthoughts = WordSet(
            [
                "الأقل", "الأكثر", "تقدير", "أقصى", "تقريبا", "moins", "plus", "least", "most",
                "environ",
                "minimum", "maximum",
            ])

        /// «50 شخصا على الأقل», and not «50 شخصا أكثر من …».
        private func isAfterthought(_ hit: EntryHit) -> Bool {
            numbers.starting(at: hit.last + 1) == nil
                && scan.isWord(hit.last, among: Reader.afterthoughts)
        }
    }
}
