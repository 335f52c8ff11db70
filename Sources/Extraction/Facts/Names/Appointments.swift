/// People whom the text tells to be appointed, with no title in front of them: «عين الملك سمير
/// الراجي عاملا», « a nommé Samir Raji wali », `Samir Raji a été nommé directeur`.
///
/// The name fills the slot between a word for appointing and one for an office; in Arabic it
/// begins with a known given name, and so it does in front of `a été nommé`.
struct Appointments: Sendable {
    private let scan: Scan
    private let cues: Cues
    private let reader: NameReader
    private let titles: TitleReader

    init(_ scan: Scan, _ words: NameWords, _ cues: Cues, _ titles: TitleReader) {
        self.scan = scan
        self.cues = cues
        self.titles = titles
        reader = NameReader(words)
    }

    /// In the order of the text; people of the lexicon too.
    func found() -> [TitleReader.Found] {
        guard cues.has(.appointing) || cues.has(.appointed) else { return [] }
        return scan.all(.cues).compactMap { hit in
            switch scan.traits(hit).cue {
            case .asOffice where scan.isArabic(hit.first): inFront(ofOffice: hit.first)
            case .appointing where scan.isLatin(hit.last): behind(hit.last)
            case .appointed: inFront(ofPassive: hit)
            default: nil
            }
        }
    }

    /// «عين … سمير الراجي عاملا».
    private func inFront(ofOffice office: Int) -> TitleReader.Found? {
        guard scan.joins(office) else { return nil }
        let sentence = scan.sentences.range(around: office)
        for start in max(sentence.lowerBound, office - 6)..<max(sentence.lowerBound, office - 1) {
            guard let name = reader.name(at: start, takesAny: false),
                name.upperBound == office - 1,
                cues.has(.appointing, in: max(sentence.lowerBound, start - 10)..<start)
            else { continue }
            return found(name, role: nil)
        }
        return nil
    }

    /// « a nommé Samir Raji wali », `appointed Samir Raji as governor`.
    private func behind(_ verb: Int) -> TitleReader.Found? {
        // « M. Karim Tazi » has its title.
        guard scan.joins(verb + 1), scan.isCapitalised(verb + 1),
            scan.text.tokens[verb + 1].count > 1,
            let name = reader.name(at: verb + 1, takesAny: true), name.count > 1
        else { return nil }
        return inOffice(name, at: name.upperBound + 1)
    }

    /// « Samir Raji a été nommé directeur ».
    private func inFront(ofPassive verb: EntryHit) -> TitleReader.Found? {
        guard scan.joins(verb.first), let passive = cues.words(.passive, before: verb.first),
            scan.joins(passive.lowerBound)
        else { return nil }
        let last = passive.lowerBound - 1
        let first = scan.sentences.range(around: verb.first).lowerBound
        for start in max(first, last - 4)..<max(first, last) {
            guard reader.words.isGiven(start),
                let name = reader.name(at: start, takesAny: false), name.upperBound == last,
                name.count > 1
            else { continue }
            return inOffice(name, at: verb.last + 1)
        }
        return nil
    }

    /// The name where an office begins at a word, or behind `as`, `à la tête` there.
    private func inOffice(_ name: ClosedRange<Int>, at word: Int) -> TitleReader.Found? {
        guard scan.joins(word) else { return nil }
        let link = cues.words(.asOffice, at: word)
        let role = titles.office(at: link.map { $0.upperBound + 1 } ?? word)
        guard link != nil || titles.isTitle(at: word) else { return nil }
        return found(name, role: role)
    }

    private func found(_ name: ClosedRange<Int>, role: ClosedRange<Int>?) -> TitleReader.Found {
        TitleReader.Found(
            name: name, title: Title(words: name, rank: .epithet), role: role, isKnown: false)
    }
}
