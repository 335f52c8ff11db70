package import struct Foundation.Locale

/// The language of the interface: headings, dates and numbers. What feeds say stays in theirs.
package enum DigestLanguage: String, Sendable, Hashable, CaseIterable {
    case ar, fr, en

    /// Moroccan habits: نونبر and غشت, Western digits, the day before the month.
    package var locale: Locale {
        switch self {
        case .ar: Locale(identifier: "ar_MA")
        case .fr: Locale(identifier: "fr_MA")
        case .en: Locale(identifier: "en_GB")
        }
    }

    /// Languages that its readers read, the best first. Whoever reads English of Morocco reads
    /// French rather than Arabic.
    var readable: [String] { self == .en ? ["en", "fr"] : [rawValue] }

    package var direction: Direction { self == .ar ? .rightToLeft : .leftToRight }

    var words: Words {
        switch self {
        case .ar: .arabic
        case .fr: .french
        case .en: .english
        }
    }
}

/// Which way a text runs; the raw value is HTML's `dir`.
package enum Direction: String, Sendable, Hashable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// The way that a text in a language runs.
    ///
    /// The first letter alone would turn «DGSN: حجز…» the wrong way round, so the language
    /// decides as long as the text has a letter of its script, and the script otherwise.
    init(of text: String, language: String) {
        let scripts = Scripts(of: text)
        switch language {
        case "ar": self = scripts.hasArabic || !scripts.hasOther ? .rightToLeft : .leftToRight
        case "fr", "en", "zgh":
            self = scripts.hasOther || !scripts.hasArabic ? .leftToRight : .rightToLeft
        default: self = scripts.startsRightToLeft ? .rightToLeft : .leftToRight
        }
    }
}

/// Which kinds of letter a text has.
struct Scripts {
    private(set) var hasArabic = false
    private(set) var hasOther = false
    private(set) var startsRightToLeft = false

    init(of text: String) {
        for scalar in text.unicodeScalars {
            if Scripts.runsRightToLeft(scalar) {
                startsRightToLeft = startsRightToLeft || !hasOther
                hasArabic = true
            } else if Scripts.isLetter(scalar) {
                hasOther = true
            }
            if hasArabic && hasOther { return }
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xAA: false
        default: scalar.properties.isAlphabetic
        }
    }

    /// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
    static func runsRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0660...0x0669, 0x06F0...0x06F9: false
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: true
        case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
