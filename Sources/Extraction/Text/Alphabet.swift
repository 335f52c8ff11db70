import Foundation

/// What a character is to the folding.
enum LetterClass: UInt8, Sendable {
    /// Parts words: everything that is no letter, digit or mark.
    case separator
    case arabic, latin, digit
    /// A letter of another script: makes a word that no term can match.
    case other
    case tifinagh
    /// A vowel sign or tatweel: passed over, the word stays whole.
    case mark
    /// An invisible character: passed over like a mark, and no part of a quote's end.
    case ignored
    /// The tanwin of the accusative: passed over and remembered.
    case tanwin
}

/// How one character is folded.
///
/// `folded` is the letter that words are looked up by: hamza, vowel signs, case, accents and
/// the letters of Persian and Maghribi keyboards are gone. `exact` tells apart what the
/// folding merged, for the check after the look-up: the scalar's low byte in the Arabic block,
/// its Latin-1 code for Latin letters. Both are bytes, so that a text is two byte arrays.
struct Letter: Sendable {
    var kind: LetterClass
    var folded: UInt8 = 0
    var exact: UInt8 = 0

    static let separator = Letter(kind: .separator)
    static let mark = Letter(kind: .mark)
    static let ignored = Letter(kind: .ignored)
}

/// The tables of the folding: Arabic and Latin letters to bytes.
enum Alphabet {
    /// The folded code of an Arabic letter is the low byte of its scalar in U+0600–06FF, with
    /// the top bit set so that no Latin letter shares it.
    static func arabicCode(_ scalar: Unicode.Scalar) -> UInt8 {
        UInt8(truncatingIfNeeded: scalar.value) | 0x80
    }

    static let alef = arabicCode("ا")
    static let lam = arabicCode("ل")
    static let waw = arabicCode("و")
    static let fa = arabicCode("ف")
    static let ba = arabicCode("ب")
    static let kaf = arabicCode("ك")
    static let ha = arabicCode("ه")
    static let seen = arabicCode("س")
    static let ya = arabicCode("ي")
    static let ta = arabicCode("ت")
    static let noon = arabicCode("ن")
    static let meem = arabicCode("م")

    /// Exact codes that the letter check names.
    enum Exact {
        static let hamza: UInt8 = 0x21
        static let alefMadda: UInt8 = 0x22
        static let alefHamzaAbove: UInt8 = 0x23
        static let wawHamza: UInt8 = 0x24
        static let alefHamzaBelow: UInt8 = 0x25
        static let yaHamza: UInt8 = 0x26
        static let alef: UInt8 = 0x27
        static let taMarbuta: UInt8 = 0x29
        static let ta: UInt8 = 0x2A
        static let ha: UInt8 = 0x47
        static let waw: UInt8 = 0x48
        static let alefMaqsura: UInt8 = 0x49
        static let ya: UInt8 = 0x4A
        static let alefWasla: UInt8 = 0x71

        /// ؤ or ئ.
        static func isSeatedHamza(_ letter: UInt8) -> Bool {
            letter == wawHamza || letter == yaHamza
        }
    }

    /// Letters that stand for another one: written so on Persian and Maghribi keyboards, or
    /// seats of the hamza. The third column is the letter that the check compares.
    private static let stand: [(from: String, folded: Unicode.Scalar, exact: Unicode.Scalar?)] = [
        ("آأإٱٲٳٵ", "ا", nil), ("ى", "ي", nil), ("یېۍێ", "ي", "ي"),
        ("ئ", "ي", nil), ("ؤ", "و", nil), ("ة", "ه", nil), ("ۃ", "ه", "ة"),
        ("ہھەۀۂ", "ه", "ه"), ("کڪګگڭݣڮ", "ك", "ك"), ("پ", "ب", "ب"), ("چ", "ج", "ج"),
        ("ژ", "ز", "ز"), ("ڤ", "ف", "ف"), ("ڨ", "ق", "ق"), ("ۆۇۈۋ", "و", "و"),
    ]

    /// U+0600–06FF.
    static let arabic: [Letter] = {
        var table = [Letter](repeating: .separator, count: 256)
        for value in [0x621...0x63A, 0x641...0x64A].joined() {
            table[value - 0x600] = letter(UInt32(value), folded: UInt32(value))
        }
        let foreign = [0x66E...0x66F, 0x671...0x6D3, 0x6D5...0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FC]
        for value in foreign.joined() {
            table[value - 0x600] = Letter(
                kind: .arabic, folded: 0xFF, exact: UInt8(truncatingIfNeeded: value))
        }
        for row in stand {
            for scalar in row.from.unicodeScalars where scalar.value < 0x700 {
                table[Int(scalar.value) - 0x600] = letter(
                    (row.exact ?? scalar).value, folded: row.folded.value)
            }
        }
        let marks = [
            0x610...0x61A, 0x64B...0x65F, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8,
            0x6EA...0x6ED,
        ]
        for value in marks.joined() { table[value - 0x600] = .mark }
        for value in [0x640, 0x670] { table[value - 0x600] = .mark }
        table[0x1C] = .ignored
        table[0x4B] = Letter(kind: .tanwin)
        for digit in 0..<10 {
            let code = UInt8(0x30 + digit)
            table[0x60 + digit] = Letter(kind: .digit, folded: code, exact: code)
            table[0xF0 + digit] = Letter(kind: .digit, folded: code, exact: code)
        }
        return table
    }()

    /// Of U+0600–06FF the letters: folded in the low byte, exact in the next; zero for what is
    /// no letter, as no letter is.
    static let arabicRuns: [UInt16] = arabic.map { letter in
        letter.kind == .arabic ? UInt16(letter.exact) << 8 | UInt16(letter.folded) : 0
    }

    /// U+0000–07FF: all that UTF-8 writes in one or two bytes.
    static let common: [Letter] = (0..<0x800).map { value in
        switch value {
        case 0..<0x250: latin[value]
        case 0x600..<0x700: arabic[value - 0x600]
        default: Unicode.Scalar(UInt32(value)).map(rare) ?? .separator
        }
    }

    private static func letter(_ exact: UInt32, folded: UInt32) -> Letter {
        Letter(
            kind: .arabic, folded: UInt8(truncatingIfNeeded: folded) | 0x80,
            exact: UInt8(truncatingIfNeeded: exact))
    }

    /// U+0000–024F: ASCII, Latin-1 and the extended Latin of European names.
    static let latin: [Letter] = (0..<0x250).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return .separator }
        if value == 0xAD { return .ignored }
        if (0x30...0x39).contains(value) {
            return Letter(kind: .digit, folded: UInt8(value), exact: UInt8(value))
        }
        guard scalar.properties.isAlphabetic, value != 0xAA, value != 0xBA else {
            return .separator
        }
        return latinLetter(scalar)
    }

    /// A Latin letter without its accent and case; `exact` keeps both where Latin-1 has them.
    private static func latinLetter(_ scalar: Unicode.Scalar) -> Letter {
        let plain = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
        let base = plain.first ?? scalar
        let folded: UInt8
        switch base {
        case "a"..."z", "0"..."9": folded = UInt8(base.value)
        case "A"..."Z": folded = UInt8(base.value) | 0x20
        case "ø", "Ø", "œ", "Œ": folded = 0x6F
        case "æ", "Æ": folded = 0x61
        case "ß": folded = 0x73
        case "ł", "Ł": folded = 0x6C
        case "đ", "Đ", "ð", "Ð": folded = 0x64
        case "ı": folded = 0x69
        case "þ", "Þ": folded = 0x74
        default: return Letter(kind: .other, folded: 0xFF, exact: 0xFF)
        }
        let exact = scalar.value < 0x100 ? UInt8(scalar.value) : folded
        return Letter(kind: .latin, folded: folded, exact: exact)
    }

    /// The second letter of a ligature that is written as one character: œ, æ, ĳ, ß.
    static func secondLetter(of value: Int) -> UInt8? {
        switch value {
        case 0x152, 0x153, 0xC6, 0xE6: 0x65
        case 0x132, 0x133: 0x6A
        case 0xDF: 0x73
        default: nil
        }
    }

    /// U+FB50–FDFF and U+FE70–FEFC: the letters that a presentation form stands for.
    static func presentationForm(_ scalar: Unicode.Scalar) -> [Letter] {
        let plain = String(scalar).precomposedStringWithCompatibilityMapping
        return plain.unicodeScalars.compactMap { scalar in
            guard (0x600..<0x700).contains(scalar.value) else { return nil }
            let letter = arabic[Int(scalar.value) - 0x600]
            return letter.kind == .arabic ? letter : nil
        }
    }

    /// U+1E00–1EFF, U+FB00–FB06 and U+FF10–FF5A: what accented letters beyond the table,
    /// ligatures such as ﬁ, and wide letters and digits stand for.
    static func compatibleForm(_ scalar: Unicode.Scalar) -> [Letter] {
        let plain = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
        let letters = plain.compactMap { $0.value < 0x250 ? latin[Int($0.value)] : nil }
        return letters.isEmpty ? [rare(scalar)] : letters
    }

    /// Every other character, by its Unicode properties.
    static func rare(_ scalar: Unicode.Scalar) -> Letter {
        switch scalar.value {
        case 0x300...0x36F, 0xFE00...0xFE0F:
            return .mark
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
            return .ignored
        case 0x2D30...0x2D7F:
            return Letter(kind: .tifinagh, folded: 0xFE, exact: 0xFE)
        case 0x750...0x77F:
            // ݣ, the Moroccan g; the others occur in no Moroccan paper.
            return scalar.value == 0x763
                ? letter(0x643, folded: 0x643) : Letter(kind: .other, folded: 0xFF, exact: 0xFF)
        default:
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                return .separator
            }
            return Letter(kind: .other, folded: 0xFF, exact: 0xFF)
        }
    }
}
