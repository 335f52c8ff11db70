/// All numbers of a text, digits and words, in order and without overlap.
///
/// The words come from the lexicon's `numbers` (forms `cardinal`, `ordinal`, `multiplier`,
/// `vague`); what a number counts is left to who asks. A fraction counts only of a large number
/// («نصف مليون»). Limits: no Roman numerals.
struct Numbers: Sendable {
    private(set) var list: [Number] = []

    init(in scan: Scan) {
        let parts = NumberParts(in: scan)
        var free = 0
        for start in parts.starts where start >= free {
            guard let number = Numbers.number(at: start, parts, scan, free: free) else { continue }
            free = number.last + 1
            // The un of « un demi-million ».
            if let last = list.last, last.last >= number.lead { list.removeLast() }
            list.append(number)
        }
    }

    /// The number that begins at a word, or at the و in front of its digits.
    func starting(at word: Int) -> Number? {
        let place = place { $0.first < word }
        // A number may begin with the word in front of its first.
        for number in list[place...].prefix(2).reversed() where number.lead == word {
            return number
        }
        return place < list.count && list[place].first == word ? list[place] : nil
    }

    func ending(at word: Int) -> Number? {
        let place = place { $0.last < word }
        return place < list.count && list[place].last == word ? list[place] : nil
    }

    /// The first number of which something no longer holds; by bisection.
    private func place(before holds: (Number) -> Bool) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if holds(list[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Reading

    /// How many numbers behind the present one are looked at, each to read the one before it: a
    /// text of «ثلاثة آلاف و» and nothing else must not be read to its end for each number.
    private static let mostAhead = 4

    /// - Parameters:
    ///   - ahead: how many numbers in front of this one wait to be read.
    ///   - free: the first word that no number has taken.
    private static func number(
        at start: Int, _ parts: NumberParts, _ scan: Scan, ahead: Int = 0, free: Int = 0
    ) -> Number? {
        guard let first = first(of: parts.at(start)) else { return nil }
        if let power = parts.at(start).first(where: \.isPower),
            let fraction = fraction(of: power, scan, free: free)
        {
            return fraction
        }
        var sum = NumberSum(first)
        var last = first.last
        var count = 1
        while let taken = nextPart(after: last, parts, scan, &sum, ahead: ahead) {
            last = taken
            count += 1
        }
        if let hundreds = hundredsBehind(last, sum, parts, scan) {
            sum.takeHundreds(hundreds.value)
            last = hundreds.last
        }
        let isPlain = first.isPlain && count == 1 && first.kind == .digits
        return Number(
            words: start...last, lead: first.lead, start: first.start, end: scan.end(of: last),
            value: sum.value, form: sum.form,
            plainDigits: isPlain ? sum.value.map { Int($0) } : nil,
            isJoined: first.isJoined, hasPreposition: first.hasPreposition,
            isArticle: first.isArticle && count == 1,
            isLatinWord: scan.text.tokens[last].script == .latin)
    }

    /// «نصف مليون», «ربع المليار», `demi-million`, `a quarter of a million`.
    private static func fraction(of part: NumberPart, _ scan: Scan, free: Int) -> Number? {
        let fractions = Fractions(scan: scan)
        guard part.isPower, let power = part.value, power >= 1000, !part.isJoined,
            !part.hasPreposition, let word = fractions.word(before: part.first), word >= free,
            let share = fractions.share(at: word)
        else { return nil }
        let lead = fractions.lead(of: word)
        let prefix = scan.text.tokens[word].count - 3
        let isArabic = scan.isArabic(word)
        let hasWaw = isArabic && prefix > 0 && scan.hasWaw(word)
        return Number(
            words: word...part.last, lead: lead,
            start: lead < word ? scan.start(of: lead) : fractions.start(of: word),
            end: scan.end(of: part.last), value: (share * power).rounded(), form: .cardinal,
            isJoined: hasWaw, hasPreposition: isArabic && prefix > (hasWaw ? 1 : 0),
            isLatinWord: !isArabic)
    }

    /// A bare آلاف is vague, a bare ألف a thousand.
    private static func first(of parts: ArraySlice<NumberPart>) -> NumberPart? {
        parts.first { $0.kind == .vague } ?? parts.first { $0.kind != .ordinal } ?? parts.first
    }

    /// Adds the next part to the sum; its last word, or nil where nothing more belongs to it.
    private static func nextPart(
        after last: Int, _ parts: NumberParts, _ scan: Scan, _ sum: inout NumberSum, ahead: Int
    ) -> Int? {
        var word = last + 1
        guard scan.joins(word) else { return nil }
        if let last = fractionPart(after: last, parts, scan, &sum) { return last }
        var isJoined = false
        if scan.dateWord(word)?.contains(.and) == true {
            isJoined = true
            word += 1
            guard scan.joins(word) else { return nil }
        } else if sum.form == .vague, scan.dateWord(word)?.contains(.of) == true {
            word += 1
        }
        let gap = scan.text.tokens.indices.contains(word) ? scan.text.tokens[word].gap : .space
        if sum.awaitsRest, ahead < mostAhead,
            isAnother(at: word, below: sum.ceiling, parts, scan, ahead: ahead + 1)
        {
            return nil
        }
        for part in parts.at(word) where part.kind != .vague || sum.form == .vague {
            if sum.take(part, isJoined: isJoined || part.isJoined, gap: gap) { return part.last }
        }
        return nil
    }

    /// The rest of «مليون ونصف», «مليونين ونصف المليون», `two and a half million`; but not
    /// «مليون ونصف السكان».
    private static func fractionPart(
        after last: Int, _ parts: NumberParts, _ scan: Scan, _ sum: inout NumberSum
    ) -> Int? {
        guard let rest = Fractions(scan: scan).rest(behind: last) else { return nil }
        let next = rest.word + 1
        let power =
            scan.joins(next)
            ? parts.at(next).first { $0.isPower && !$0.isJoined && !$0.hasPreposition } : nil
        if power == nil, scan.joins(next), scan.hasArticle(next) { return nil }
        return sum.take(rest.share, of: power?.value) ? power?.last ?? rest.word : nil
    }

    /// The «ثمانية آلاف» of «ستة آلاف وثمانية آلاف» is a number of its own.
    private static func isAnother(
        at word: Int, below ceiling: Double, _ parts: NumberParts, _ scan: Scan, ahead: Int
    ) -> Bool {
        guard let first = parts.at(word).first(where: { $0.kind != .vague }), !first.isPower,
            let number = number(at: first.first, parts, scan, ahead: ahead),
            let value = number.value
        else { return false }
        return value >= ceiling
    }

    /// «الثالثة بعد المائة».
    private static func hundredsBehind(
        _ last: Int, _ sum: NumberSum, _ parts: NumberParts, _ scan: Scan
    ) -> (value: Double, last: Int)? {
        guard sum.form == .ordinal, scan.joins(last + 1), scan.joins(last + 2),
            scan.dateWord(last + 1)?.contains(.after) == true
        else { return nil }
        let part = parts.at(last + 2).first { $0.value == 100 || $0.value == 200 }
        return part.flatMap { part in part.value.map { ($0, part.last) } }
    }
}
