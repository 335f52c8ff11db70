/// The check on the original letters after a look-up by folded ones: أمن is not آمن, فاس not
/// فأس, على not علي.
enum LetterCheck {
    private typealias Exact = Alphabet.Exact

    /// Whether the text's letters are the keyword's, and how freely; nil where they are another
    /// word. Both have the same length and fold alike.
    ///
    /// - Parameters:
    ///   - own, start: where the word begins in the letters of keywords and of the text.
    ///   - last: its last letter, which a pronoun may have changed in the text.
    ///   - isFinal: nothing follows in the text's word; else ى is not ي there, nor ه ة.
    static func arabic(
        keyword: [UInt8], _ own: Int, text: [UInt8], _ start: Int, count: Int, last: UInt8,
        isFinal: Bool
    ) -> Liberty? {
        var liberty = Liberty.none
        for index in 0..<count {
            let wanted = keyword[own + index]
            let found = index == count - 1 ? last : text[start + index]
            if wanted == found { continue }
            let isFirst = index == 0
            let isLast = isFinal && index == count - 1
            // لقائه is لقاء, but قضايا is not قضاء.
            if !isFinal, index == count - 1, found == Exact.ya { return nil }
            guard agrees(wanted, found, isFirst: isFirst, isLast: isLast, count: count) else {
                return nil
            }
            liberty = .orthography
        }
        return liberty
    }

    private static func agrees(
        _ wanted: UInt8, _ found: UInt8, isFirst: Bool, isLast: Bool, count: Int
    ) -> Bool {
        switch (wanted, found) {
        case (Exact.alefHamzaAbove, Exact.alef), (Exact.alefHamzaBelow, Exact.alef),
            (Exact.alefMadda, Exact.alef), (Exact.alefWasla, Exact.alef),
            (Exact.alef, Exact.alefWasla):
            return true
        case (Exact.alef, Exact.alefHamzaAbove), (Exact.alef, Exact.alefHamzaBelow),
            (Exact.alef, Exact.alefMadda):
            return isFirst
        case (Exact.alefHamzaAbove, Exact.alefHamzaBelow),
            (Exact.alefHamzaBelow, Exact.alefHamzaAbove):
            return isFirst
        case (Exact.wawHamza, Exact.waw), (Exact.yaHamza, Exact.ya):
            return true
        case (Exact.yaHamza, Exact.alefMaqsura), (Exact.ya, Exact.alefMaqsura),
            (Exact.alefMaqsura, Exact.ya), (Exact.taMarbuta, Exact.ha):
            return isLast && count >= 4
        case (Exact.hamza, Exact.wawHamza), (Exact.hamza, Exact.yaHamza),
            (Exact.wawHamza, Exact.yaHamza), (Exact.yaHamza, Exact.wawHamza):
            return count >= 5
        default:
            return false
        }
    }

    /// How freely Latin letters are the keyword's: they fold alike, but may differ in case and
    /// accents.
    static func latin(
        keyword: [UInt8], _ own: Int, text: [UInt8], _ start: Int, count: Int
    ) -> Liberty {
        for index in 0..<count where keyword[own + index] != text[start + index] {
            return .orthography
        }
        return .none
    }
}
