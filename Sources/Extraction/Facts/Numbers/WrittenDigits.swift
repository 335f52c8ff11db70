/// A number in digits: `24`, `1.200`, `30 000`, `3,5`, `1.200,50`, `69e`.
///
/// A dot or comma between groups of three digits separates thousands, as Moroccan papers write
/// it; any other is a decimal sign. Two groups of another length are an address or a date, and
/// no number.
struct WrittenDigits {
    private(set) var value: Double
    /// The last word: of digits, or of an ordinal ending.
    private(set) var last: Int
    /// One token, without separator.
    private(set) var isPlain = true
    private(set) var isOrdinal = false

    private static let mostDigits = 15
    private static let ordinalEndings: Set<[UInt8]> = Set(
        ["e", "er", "re", "eme", "ieme", "nd", "nde", "st", "rd", "th"].map { Array($0.utf8) })

    init?(at word: Int, in scan: Scan) {
        let tokens = scan.text.tokens
        var groups = [word]
        var separators: [Unicode.Scalar] = []
        // A number of more than fifteen digits is none: no need to read on.
        while groups.count <= WrittenDigits.mostDigits,
            let next = WrittenDigits.nextGroup(after: groups, tokens)
        {
            separators.append(scan.scalar(at: scan.end(of: next - 1)) ?? " ")
            groups.append(next)
        }
        let digits = groups.map { scan.digits($0) }
        guard digits.joined().utf8.count <= WrittenDigits.mostDigits,
            let value = WrittenDigits.value(digits, separators, scan.language)
        else { return nil }
        self.value = value
        last = groups[groups.count - 1]
        isPlain = groups.count == 1
        takeOrdinalEnding(scan.text)
    }

    /// A group behind a point, or one of three digits behind a space.
    private static func nextGroup(after groups: [Int], _ tokens: [Token]) -> Int? {
        let next = groups[groups.count - 1] + 1
        guard next < tokens.count, tokens[next].script == .digit else { return nil }
        if tokens[next].gap == .point { return next }
        let isFirstShort = tokens[groups[0]].count <= 3
        let spaced = tokens[next].gap == .space && tokens[next].count == 3 && isFirstShort
        let isPure = groups.dropFirst().allSatisfy { tokens[$0].gap == .space }
        return spaced && isPure ? next : nil
    }

    private static func value(
        _ digits: [String], _ separators: [Unicode.Scalar], _ language: String
    ) -> Double? {
        guard digits.count > 1 else {
            return digits[0].hasPrefix("0") && digits[0].count > 2 ? nil : Double(digits[0])
        }
        let hasDecimals = hasDecimals(digits, separators, language)
        let groups = hasDecimals ? digits.dropLast() : digits[...]
        if groups.count > 1 {
            guard groups.dropFirst().allSatisfy({ $0.count == 3 }), digits[0].count <= 3,
                !digits[0].hasPrefix("0")
            else { return nil }
        }
        let whole = groups.joined()
        return Double(hasDecimals ? "\(whole).\(digits[digits.count - 1])" : whole)
    }

    /// The last group is decimals: behind the Arabic decimal sign, behind another separator than
    /// the others, not of three digits, behind `0`, or behind the comma of French.
    private static func hasDecimals(
        _ digits: [String], _ separators: [Unicode.Scalar], _ language: String
    ) -> Bool {
        let last = separators[separators.count - 1]
        if last == "\u{66B}" { return true }
        if last == " " || last == "\u{A0}" || last == "\u{202F}" || last == "\u{66C}" {
            return false
        }
        if separators.count > 1, separators[separators.count - 2] != last { return true }
        if separators.count > 1 { return false }
        if last == ",", language == "fr" { return true }
        return digits[1].count != 3 || digits[0].hasPrefix("0") || digits[0].count > 3
    }

    private mutating func takeOrdinalEnding(_ text: FoldedText) {
        let next = last + 1
        guard isPlain, next < text.tokens.count, text.tokens[next].gap == .none,
            text.tokens[next].script == .latin,
            WrittenDigits.ordinalEndings.contains(Array(text.letters[text.tokens[next].letters]))
        else { return }
        last = next
        isOrdinal = true
        isPlain = false
    }
}
