/// A date's text made even: ASCII digits, lower case, no marks of direction, no CDATA brackets,
/// white space as single spaces.
struct DateTokens {
    let text: String

    init(_ source: String) {
        var even = String.UnicodeScalarView()
        var needsSpace = false
        for scalar in source.unicodeScalars {
            guard let scalar = Self.evened(scalar) else { continue }
            if scalar == " " {
                needsSpace = !even.isEmpty
            } else {
                if needsSpace { even.append(" ") }
                needsSpace = false
                even.append(scalar)
            }
        }
        var text = String(even).lowercased()
        for (name, joined) in Self.monthsOfTwoWords where text.contains("\u{646} ") {
            text = text.replacing(name, with: joined)
        }
        self.text = text
    }

    /// The Levant's months, each before its joined form; CLDR shortens them to `كانون ٢`.
    private static let monthsOfTwoWords =
        [
            "كانون الثاني", "كانون الأول", "كانون الاول", "تشرين الثاني", "تشرين الأول",
            "تشرين الاول",
        ].map { ($0, $0.replacing(" ", with: "_")) } + [
            ("كانون 1 ", "كانون_الأول "), ("كانون 2 ", "كانون_الثاني "),
            ("تشرين 1 ", "تشرين_الأول "), ("تشرين 2 ", "تشرين_الثاني "),
        ]

    private static func evened(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x660...0x669: Unicode.Scalar(scalar.value - 0x660 + 0x30)
        case 0x6F0...0x6F9: Unicode.Scalar(scalar.value - 0x6F0 + 0x30)
        case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0x640, 0x64B...0x652: nil
        case 0x2010...0x2015, 0x2212: "-"
        case 0x60C: ","
        case 0x61B: ";"
        default: scalar.properties.isWhitespace ? " " : scalar
        }
    }
}

/// A cursor over the ASCII of a date.
struct DateCursor {
    private let bytes: [UInt8]
    private(set) var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { index >= bytes.count }
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    func peek(_ offset: Int) -> UInt8? {
        index + offset < bytes.count ? bytes[index + offset] : nil
    }

    mutating func skip(_ count: Int = 1) { index += count }

    /// Passes over `letters`, any number of them; whether there was one.
    @discardableResult
    mutating func skipAny(of letters: String) -> Bool {
        let start = index
        while let next, letters.utf8.contains(next) { index += 1 }
        return index > start
    }

    mutating func take(_ letter: Character) -> Bool {
        guard let next, letter.asciiValue == next else { return false }
        index += 1
        return true
    }

    static func isDigit(_ byte: UInt8?) -> Bool {
        byte.map { (0x30...0x39).contains($0) } ?? false
    }

    /// How many digits follow.
    var digits: Int {
        var count = 0
        while Self.isDigit(peek(count)) { count += 1 }
        return count
    }

    /// A number of exactly that many digits.
    mutating func number(_ count: Int) -> Int? {
        guard digits >= count, count > 0 else { return nil }
        defer { index += count }
        return (0..<count).reduce(0) { $0 * 10 + Int(bytes[index + $1]) - 0x30 }
    }

    /// A number of all digits that follow, at most `limit`; and how many they were.
    mutating func number(upTo limit: Int) -> (value: Int, digits: Int)? {
        let count = digits
        guard count > 0, count <= limit, let value = number(count) else { return nil }
        return (value, count)
    }

    /// Letters up to a space, digit or sign; a dot after them is taken with them and left out.
    mutating func word() -> String {
        let start = index
        while let next, !Self.isDigit(next), next > 0x20, !",;:/+-.()".utf8.contains(next) {
            index += 1
        }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        if !word.isEmpty, next == UInt8(ascii: ".") { index += 1 }
        return word
    }

    /// What is left.
    var rest: String { String(decoding: bytes[min(index, bytes.count)...], as: UTF8.self) }
}
