/// Dates in digits: `16/05/2025`, `16-05-2025`, `16.05.2025`, `2025-05-16`.
///
/// Day before month, as all Moroccan papers write it; nothing is guessed from two numbers alone.
/// Limits: no year of two digits.
struct NumericDates {
    let scan: Scan

    func phrases() -> [DatePhrase] {
        let tokens = scan.text.tokens
        var phrases: [DatePhrase] = []
        for word in tokens.indices.dropLast(2) where tokens[word].script == .digit {
            guard let date = date(at: word), !scan.layout.isChrome(word: word) else { continue }
            phrases.append(
                DatePhrase(
                    words: word...(word + 2), start: scan.start(of: word),
                    end: scan.end(of: word + 2), from: date))
        }
        return phrases
    }

    private func date(at word: Int) -> WrittenDate? {
        guard isSeparate(word), isTight(word + 1), isTight(word + 2),
            separator(word + 1) == separator(word + 2),
            !isTight(word + 3) || scan.digits(word + 3).isEmpty
        else { return nil }
        let digits = (word...(word + 2)).map { scan.digits($0) }
        guard let first = Int(digits[0]), let month = Int(digits[1]), let last = Int(digits[2]),
            digits[1].count <= 2
        else { return nil }
        let isYearFirst = digits[0].count == 4 && digits[2].count <= 2
        guard isYearFirst || digits[2].count == 4 && digits[0].count <= 2 else { return nil }
        let year = isYearFirst ? first : last
        guard (1900...2100).contains(year),
            CivilDay(year, month, isYearFirst ? last : first) != nil
        else { return nil }
        return WrittenDate(year: year, month: month, day: isYearFirst ? last : first)
    }

    /// Not the middle of an address such as `goud.ma/2025/05/16`.
    private func isSeparate(_ word: Int) -> Bool {
        let gap = scan.text.tokens[word].gap
        return gap != .slash && gap != .point && (gap != .none || !scan.isLatin(word - 1))
    }

    /// Parted from the word before by one character.
    private func isTight(_ word: Int) -> Bool {
        guard scan.text.tokens.indices.contains(word) else { return false }
        return scan.start(of: word) == scan.end(of: word - 1) + 1
    }

    private func separator(_ word: Int) -> Gap? {
        let gap = scan.text.tokens[word].gap
        return gap == .slash || gap == .hyphen || gap == .point ? gap : nil
    }
}
