/// Amounts told by a sign or its abbreviation rather than by a noun: `15 %`, `$500`, `€2m`,
/// `14,8 MDH`, `12 Mds DH`, `Dh50,000`.
extension MeasuredNumbers {
    private static let signs: [Unicode.Scalar: String] = [
        "%": "%", "٪": "%", "€": "EUR", "$": "USD", "£": "GBP",
    ]

    /// The amount of a number beside a sign; nil where there is none.
    func sign(of number: Number) -> Amount? {
        signBehind(number) ?? scaled(number) ?? signInFront(of: number)
    }

    /// `15 %`, `500 €`.
    private func signBehind(_ number: Number) -> Amount? {
        guard let sign = sign(behind: number.end) else { return nil }
        var amount = plain(number)
        amount.unit = sign.unit
        amount.end = sign.end
        return amount
    }

    /// A sign at a scalar, or behind a space there.
    private func sign(behind scalar: Int) -> (unit: String, end: Int)? {
        for place in scalar...(scalar + 1) where place == scalar || isSpace(scalar) {
            if let sign = scan.scalar(at: place), let unit = MeasuredNumbers.signs[sign] {
                return (unit, place + 1)
            }
        }
        return nil
    }

    /// `$500`, `MAD 20,000`.
    private func signInFront(of number: Number) -> Amount? {
        var amount = plain(number)
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

    private static let abbreviated: Set<String> = ["Dh", "DH", "Dhs", "DHS"]

    /// `MAD 20,000`, `Dh50,000`.
    private func currency(before number: Number) -> Noun? {
        let before = number.lead - 1
        guard scan.joins(number.lead), scan.isCapitalised(before),
            let noun = nouns.starting(at: before), noun.hit.last == before,
            noun.kind == "money", noun.isMeasure, numbers.ending(at: before - 1) == nil
        else { return nil }
        let quote = scan.quote(noun.hit)
        return quote == noun.id || MeasuredNumbers.abbreviated.contains(quote) ? noun : nil
    }

    private func isSpace(_ scalar: Int) -> Bool {
        let value = scan.scalar(at: scalar)
        return value == " " || value == "\u{A0}" || value == "\u{202F}"
    }

    // MARK: Thousands, millions, milliards

    /// Case counts: `m` is a million behind `€2` and a metre elsewhere.
    private static let scales: [(sign: String, value: Double)] = [
        ("MM", 1e9), ("Mds", 1e9), ("Md", 1e9), ("Mrds", 1e9), ("Mrd", 1e9), ("M", 1e6),
        ("K", 1e3), ("k", 1e3),
    ]
    private static let englishScales: [(sign: String, value: Double)] = [
        ("bn", 1e9), ("mn", 1e6), ("m", 1e6),
    ]
    private static let dirhams: Set<String> = ["DH", "DHS", "Dh", "Dhs", "dh", "dhs", "MAD"]

    /// `14,8 MDH`, `3 M€`, `12 Mds DH`, `€2m`.
    private func scaled(_ number: Number) -> Amount? {
        let next = number.last + 1
        guard scan.text.tokens.indices.contains(next), scan.isLatin(next),
            scan.text.tokens[next].gap <= .space
        else { return nil }
        let word = scan.quote(words: next...next)
        for scale in MeasuredNumbers.scales where word.hasPrefix(scale.sign) {
            let rest = word.dropFirst(scale.sign.count)
            if MeasuredNumbers.dirhams.contains(String(rest)) {
                return amount(number, scale.value, last: next, end: scan.end(of: next), "MAD")
            }
            guard rest.isEmpty else { continue }
            if let sign = sign(behind: scan.end(of: next)), sign.unit != "%" {
                return amount(number, scale.value, last: next, end: sign.end, sign.unit)
            }
            if let money = money(behind: next) {
                return amount(
                    number, scale.value, last: money.hit.last, end: money.hit.end, money.id)
            }
        }
        guard
            let scale = (MeasuredNumbers.scales + MeasuredNumbers.englishScales)
                .first(where: { $0.sign == word }),
            var amount = signInFront(of: number)
        else { return nil }
        amount.value = number.value.map { $0 * scale.value }
        amount.words = amount.words.lowerBound...next
        amount.end = scan.end(of: next)
        return amount
    }

    /// `DH`, `de dirhams`.
    private func money(behind word: Int) -> Noun? {
        let next = scan.joins(word + 1) && scan.isDateWord(word + 1, .of) ? word + 2 : word + 1
        guard scan.joins(next), let noun = nouns.starting(at: next), noun.kind == "money",
            noun.isMeasure
        else { return nil }
        return noun
    }

    private func amount(
        _ number: Number, _ scale: Double, last: Int, end: Int, _ unit: String
    ) -> Amount {
        var amount = plain(number)
        amount.value = number.value.map { ($0 * scale).rounded() }
        amount.words = number.first...last
        amount.end = end
        amount.unit = unit
        return amount
    }
}

extension Scan {
    private static let marks: [(open: Character, close: Character)] = [
        ("«", "»"), ("“", "”"), ("\"", "\""), ("(", ")"),
    ]

    /// A quote, with the mark that closes one opened inside: «قرصا من نوع «ريفوتريل»».
    func closed(_ start: Int, _ end: Int) -> String {
        let inside = quote(start, end)
        for mark in Scan.marks where inside.contains(mark.open) {
            let isOpen =
                mark.open == mark.close
                ? inside.count { $0 == mark.open } % 2 == 1 : !inside.contains(mark.close)
            guard isOpen else { continue }
            for place in end...(end + 1)
            where scalar(at: place).map(Character.init) == mark.close {
                return quote(start, place + 1)
            }
        }
        return inside
    }
}
