/// Names that no title stands in front of, and an office behind: «حسب رشيد الراجي، الناطق الرسمي
/// باسم المؤسسة، فإن …», « Nadia Alami, présidente de l'association, ».
///
/// The name begins with a given name, has two words at least, and the office ends with a mark and
/// leads to nobody else. What is named after a person and towns named like one are none.
extension TitleReader {
    /// In the order of the text.
    func foundBeforeOffices(_ words: NameWords, _ namedAfter: NamedAfter) -> [Found] {
        titles.compactMap { title in
            let first = title.words.lowerBound
            guard title.rank == .office, first > 1, scan.text.tokens[first].gap == .comma,
                !scan.hasWaw(first), let role = office(at: first), found(behind: title) == nil,
                let name = name(endingAt: first - 1, words),
                !namedAfter.holds(name, isRoyal: false)
            else { return nil }
            return Found(name: name, title: title, role: role, isKnown: false)
        }
    }

    private func name(endingAt last: Int, _ words: NameWords) -> ClosedRange<Int>? {
        let earliest = scan.sentences.range(around: last).lowerBound
        for start in max(earliest, last - 5)..<max(earliest, last) {
            guard words.beginsGiven(start), isFirst(start, words),
                let name = reader.name(at: start, takesAny: false), name.upperBound == last,
                !isPlace(name)
            else { continue }
            return name
        }
        return nil
    }

    /// Whether no name goes on at a word; the capital of a sentence's first word says nothing.
    private func isFirst(_ word: Int, _ words: NameWords) -> Bool {
        guard word > 0, scan.joins(word) else { return true }
        let begins = scan.sentences.range(around: word).lowerBound
        return !words.beginsGiven(word - 1)
            && (word - 1 == begins || !scan.isCapitalised(word - 1))
    }

    private func isPlace(_ name: ClosedRange<Int>) -> Bool {
        name.contains { places.starting(at: $0) != nil && $0 < name.upperBound }
    }
}
