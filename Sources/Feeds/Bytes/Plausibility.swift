/// How much a text looks like language, judged by its letters beyond ASCII.
///
/// Bytes read in a wrong encoding still give letters, but not where a language has them: accents
/// side by side, capitals inside words, ة in the middle of a word, control characters. The score
/// is the mean over those letters, about 1 for a text and below 0.3 for mojibake.
enum Plausibility {
    static func score(of utf8: [UInt8]) -> Double {
        var sum = 0.0
        var count = 0
        var previous: UInt32 = 0x20
        var scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars.makeIterator()
        var current = scalars.next()?.value
        while let scalar = current {
            let next = scalars.next()?.value
            if scalar >= 0x80 {
                sum += value(of: scalar, after: previous, before: next ?? 0x20)
                count += 1
            }
            previous = scalar
            current = next
        }
        return count == 0 ? 0 : sum / Double(count)
    }

    private static func value(
        of scalar: UInt32, after previous: UInt32, before next: UInt32
    ) -> Double {
        switch scalar {
        case 0x80...0x9F, 0xFFFD: -3
        case 0xA0, 0xAB, 0xBB, 0xB0, 0xB7, 0xA9, 0xAE, 0xA3, 0x20AC: 0.5
        case 0x2013...0x2026, 0x060C, 0x061B, 0x061F, 0x0660...0x066A: 0.5
        case 0xC0...0x17F: latin(scalar, previous, next)
        case 0x0621...0x0652, 0x066E...0x06D3: arabic(scalar, previous, next)
        case 0x0400...0x045F: cyrillic(scalar, previous)
        case 0x0370...0x03FF: 0.8 * neighbours(0x0370...0x03FF, previous, next)
        case 0x0590...0x05FF: 0.9 * neighbours(0x0590...0x05FF, previous, next)
        case 0x0E00...0x0E7F: thai(scalar, previous, next)
        case 0x3040...0x30FF, 0x3000...0x3002, 0xFF01, 0xFF0C, 0xFF1A: 1
        case 0x4E00...0x9FFF: frequentHan.contains(scalar) ? 1.2 : 0.45
        case 0xAC00...0xD7A3: frequentHangul.contains(scalar) ? 1.2 : 0.75
        case 0xFF61...0xFF9F: -0.5
        case 0xE000...0xF8FF: -2
        case 0x2500...0x25FF: -1
        default: -0.5
        }
    }

    private static func latin(_ scalar: UInt32, _ previous: UInt32, _ next: UInt32) -> Double {
        let isCapital = scalar < 0xE0 && scalar != 0xDF
        let precedes = isASCIILetter(previous)
        guard scalar != 0xD7, scalar != 0xF7 else { return -0.3 }
        if isCapital, precedes, previous >= 0x61 { return -1 }
        if !precedes, !isASCIILetter(next) {
            return scalar == 0xE0 || scalar == 0xC0 || scalar == 0xE9 ? 0.2 : -0.7
        }
        if isAccented(previous) && isAccented(next) { return -0.7 }
        return isAccented(previous) || isAccented(next) ? 0.2 : 0.9
    }

    private static func arabic(_ scalar: UInt32, _ previous: UInt32, _ next: UInt32) -> Double {
        if isLatin(previous) || isLatin(next) { return -1 }
        let isFinal = scalar == 0x0629 || scalar == 0x0649
        if isFinal { return isArabicLetter(next) || !isArabicLetter(previous) ? -0.7 : 1 }
        if scalar == 0x0627, next == 0x0644 { return 1.3 }
        if scalar >= 0x064B { return isArabicLetter(previous) ? 0.4 : -1 }
        return commonArabic.contains(scalar) ? 1.1 : frequentArabic.contains(scalar) ? 0.6 : 0
    }

    private static func cyrillic(_ scalar: UInt32, _ previous: UInt32) -> Double {
        let isCapital = scalar < 0x0430
        if isCapital, (0x0430...0x045F).contains(previous) { return -1 }
        if isASCIILetter(previous) { return -1 }
        if scalar > 0x044F || scalar < 0x0410 { return 0 }
        return isCapital ? 0.3 : frequentCyrillic.contains(scalar) ? 1 : 0.7
    }

    private static func neighbours(
        _ range: ClosedRange<UInt32>, _ previous: UInt32, _ next: UInt32
    ) -> Double {
        range.contains(previous) || range.contains(next) ? 1 : -0.5
    }

    /// Vowels above and below and tones stand upon consonants alone.
    private static func thai(_ scalar: UInt32, _ previous: UInt32, _ next: UInt32) -> Double {
        let isMark = scalar == 0x0E31 || (0x0E34...0x0E3A).contains(scalar)
        if isMark || (0x0E47...0x0E4E).contains(scalar) {
            let isCarried =
                (0x0E01...0x0E2E).contains(previous)
                || !isMark && (0x0E31...0x0E3A).contains(previous)
            return isCarried ? 1 : -2
        }
        if (0x0E50...0x0E5B).contains(scalar) || scalar == 0x0E3F { return 0 }
        return 0.9 * neighbours(0x0E00...0x0E7F, previous, next)
    }

    private static func isASCIILetter(_ scalar: UInt32) -> Bool {
        (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
    }

    private static func isLatin(_ scalar: UInt32) -> Bool {
        isASCIILetter(scalar) || isAccented(scalar)
    }

    private static func isAccented(_ scalar: UInt32) -> Bool { (0xC0...0x17F).contains(scalar) }

    private static func isArabicLetter(_ scalar: UInt32) -> Bool {
        (0x0621...0x0652).contains(scalar)
    }

    /// Half of the letters of any Arabic text are of these, by count in the seed texts and in
    /// any dictionary's.
    private static let commonArabic = scalars("اليمونرتبع")
    private static let frequentArabic = scalars("دهفسقأحكجإشصطخ")
    private static let frequentCyrillic = scalars("оеаинтсрвлкмдпуя")
    private static let frequentHangul = scalars("이다는을의에가를한은고로하지도기사어서대자인년")
    private static let frequentHan = scalars(
        """
        的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可\
        這來國個說們為時會過學對發後經動進種開產業長現點問間實行分本日新事東京政部月方同成民多主法
        """)

    private static func scalars(_ text: String) -> Set<UInt32> {
        Set(text.unicodeScalars.map(\.value))
    }
}
