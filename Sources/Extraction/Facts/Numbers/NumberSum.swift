/// Adds up the parts of a number as they are read, and says which part cannot belong to it.
///
/// Arabic sets و between all parts but a multiplier and the عشر of eleven to nineteen; French
/// and English set nothing, a hyphen, or `et` and `and`.
struct NumberSum {
    private var total = 0.0
    private var current = 0.0
    /// What the next thousand, million, … must stay below.
    private(set) var ceiling = Double.infinity
    private(set) var form: Number.Form
    private var isArabic: Bool
    /// Nothing can follow: the ordinal ending is read.
    private var isClosed = false
    private var beganWithDigits: Bool

    /// A thousand or million is read, and what is below it may follow.
    var awaitsRest: Bool { current == 0 && ceiling < .infinity }

    var value: Double? { form == .vague ? nil : total + current }

    init(_ part: NumberPart) {
        isArabic = part.isArabic
        beganWithDigits = part.kind == .digits
        switch part.kind {
        case .vague: form = .vague
        case .ordinal: form = .ordinal
        default: form = .cardinal
        }
        let value = part.value ?? 0
        if part.kind == .ordinal {
            current = value
            isClosed = !part.isArabic
        } else if value >= 1000, part.kind != .digits {
            total = value
            ceiling = part.isPower ? value : value / 2
        } else {
            current = value
        }
    }

    /// Adds a part; false, and nothing changed, where it cannot belong to the number.
    ///
    /// - Parameters:
    ///   - isJoined: behind و, `et` or `and`.
    ///   - gap: what parts it from the part before it.
    mutating func take(_ part: NumberPart, isJoined: Bool, gap: Gap) -> Bool {
        guard !isClosed, !part.hasPreposition else { return false }
        if part.isArabic { isArabic = true }
        if form == .vague { return takeVague(part, isJoined) }
        guard let value = part.value else { return false }
        if form == .ordinal { return takeBehindOrdinal(value, isJoined) }
        if part.kind == .ordinal { return takeOrdinal(part, value, isJoined, gap) }
        if part.kind == .digits { return takeDigits(value, isJoined, gap) }
        if value == 100 { return takeHundred(isJoined) }
        if part.isPower { return takePower(value, isJoined) }
        if value >= 1000 { return takeThousands(value, isJoined) }
        guard !beganWithDigits || ceiling < .infinity else { return false }
        return takeBelowThousand(value, isJoined, isPartArabic: part.isArabic)
    }

    /// مئات الآلاف, «centaines de milliers».
    private func takeVague(_ part: NumberPart, _ isJoined: Bool) -> Bool {
        !isJoined && (part.kind == .vague || part.isPower)
    }

    /// التاسعة والستين, السادسة عشرة.
    private mutating func takeBehindOrdinal(_ value: Double, _ isJoined: Bool) -> Bool {
        let isTeen = !isJoined && value == 10
        let isTens = isJoined && NumberSum.isTens(value)
        guard current < 10, total == 0, isTeen || isTens else { return false }
        current += value
        return true
    }

    /// «بعد المائة» behind an Arabic ordinal.
    mutating func takeHundreds(_ value: Double) {
        guard form == .ordinal else { return }
        current += value
        isClosed = true
    }

    /// vingt et unième, quatre-vingt-treizième, twenty-first, deux-centième; but not «les vingt
    /// premiers».
    private mutating func takeOrdinal(
        _ part: NumberPart, _ value: Double, _ isJoined: Bool, _ gap: Gap
    ) -> Bool {
        guard !beganWithDigits, !part.isArabic else { return false }
        guard value != 1 || isJoined || gap == .hyphen else { return false }
        let isTaken =
            value == 100
            ? takeHundred(isJoined) : takeBelowThousand(value, isJoined, isPartArabic: false)
        if isTaken {
            form = .ordinal
            isClosed = true
        }
        return isTaken
    }

    /// «مليون و200 ألف», «31 ألف و319», and, as French sets no `et`, « 7 millions 689 mille 300 »
    /// and « 8 millions 712.450 ».
    private mutating func takeDigits(_ value: Double, _ isJoined: Bool, _ gap: Gap) -> Bool {
        let isRow = !isArabic && gap == .space && value >= 100
        guard isJoined || isRow, current == 0, ceiling < .infinity, value < ceiling else {
            return false
        }
        current = value
        return true
    }

    private mutating func takeHundred(_ isJoined: Bool) -> Bool {
        let units = current.truncatingRemainder(dividingBy: 100)
        if current == 0 {
            guard ceiling < .infinity, isJoined || !isArabic else { return false }
            current = 100
            return true
        }
        guard !isJoined, !beganWithDigits, (2...9).contains(units), current < 10 else {
            return false
        }
        current = units * 100
        return true
    }

    private mutating func takePower(_ value: Double, _ isJoined: Bool) -> Bool {
        guard value < ceiling else { return false }
        if current == 0 {
            guard isJoined, total > 0 else { return false }
            current = 1
        } else if isJoined {
            return false
        }
        total += current * value
        current = 0
        ceiling = value
        return true
    }

    /// ألفان, مليونين; behind a number, ألفا is the accusative of ألف.
    private mutating func takeThousands(_ value: Double, _ isJoined: Bool) -> Bool {
        if !isJoined, current > 0 { return takePower(value / 2, false) }
        guard isJoined, current == 0, value < ceiling else { return false }
        total += value
        ceiling = value / 2
        return true
    }

    /// «ونصف المليون» behind millions, and `and a half` behind two, with or without `million`.
    mutating func take(_ share: Double, of power: Double?) -> Bool {
        guard form == .cardinal, !isClosed else { return false }
        if awaitsRest {
            guard power ?? 0 <= ceiling else { return false }
            total += share * (power ?? ceiling)
        } else {
            guard !isArabic, total == 0, current > 0 else { return false }
            total = (current + share) * (power ?? 1)
            current = 0
        }
        isClosed = true
        return true
    }

    private mutating func takeBelowThousand(
        _ value: Double, _ isJoined: Bool, isPartArabic: Bool
    ) -> Bool {
        guard fits(value, isJoined, isPartArabic: isPartArabic) else { return false }
        let isFourTwenty =
            !isPartArabic && value == 20 && current.truncatingRemainder(dividingBy: 100) == 4
        current += isFourTwenty ? 76 : value
        return true
    }

    private func fits(_ value: Double, _ isJoined: Bool, isPartArabic: Bool) -> Bool {
        if current == 0 { return total > 0 && (isJoined || !isPartArabic) && value < ceiling }
        let below = current.truncatingRemainder(dividingBy: 100)
        if below == 0 { return value < 100 && (isJoined || !isPartArabic) }
        if isPartArabic {
            if isJoined { return below < 10 && NumberSum.isTens(value) }
            return below < 10 && value == 10
        }
        if below == 4, value == 20 { return !isJoined }
        if below == 60 || below == 80 { return value < 20 }
        return NumberSum.isTens(below) && value < 10
    }

    private static func isTens(_ value: Double) -> Bool {
        value >= 20 && value <= 90 && value.truncatingRemainder(dividingBy: 10) == 0
    }
}
