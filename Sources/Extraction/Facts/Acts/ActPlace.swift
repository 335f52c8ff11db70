/// Where an act happened.
extension ActReader {
    /// The place where it happened: the next one behind the act, or the one in front of it where
    /// that is much nearer; not one that somebody comes from or goes to.
    func place(excluding: [ActParts.Part]) -> ActParts.Part? {
        func fits(_ part: ActParts.Part) -> Bool {
            part.isPlace && !excluding.contains { $0.words == part.words } && !isElsewhere(part)
        }
        let behind = back.first { fits($0) && isOfAct($0) }
        let before = front.last(where: fits)
        guard let behind, let before else { return behind ?? before }
        let distance = behind.words.lowerBound - hit.last
        return distance > 8 && !isWhere(behind) && hit.first - before.words.upperBound < distance
            ? before : behind
    }

    /// Behind ب, في, `à` or `in`: « … a saisi, samedi à Meknès ».
    private func isWhere(_ part: ActParts.Part) -> Bool {
        var word = part.words.lowerBound
        if let city = cues.words(.city, before: word) { word = city.lowerBound }
        let token = scan.text.tokens[word]
        if scan.isDateWord(word - 1, .the), scan.joins(word) { word -= 1 }
        if token.script == .arabic, scan.start(of: word) < part.start {
            return scan.text.letters[Int(token.start)] == Alphabet.ba
        }
        return scan.joins(word) && scan.isDateWord(word - 1, .at)
    }

    private static let away = WordSet(["من", "الي", "نحو", "باتجاه"])
    private static let ports = WordSet(["ميناء", "مطار", "محطة", "معبر"])

    /// «من مدينة طنجة», «إلى برشلونة», « en provenance de Tanger », « son homologue de Fès ».
    private func isElsewhere(_ part: ActParts.Part) -> Bool {
        var word = part.words.lowerBound
        if let city = cues.words(.city, before: word) { word = city.lowerBound }
        if scan.joins(word), scan.isWord(word - 1, among: ActReader.ports) { word -= 1 }
        let isOf = scan.isLatin(word) && scan.isDateWord(word - 1, .of)
        return cues.words(.origin, before: word) != nil
            || cues.words(.boundFor, before: word) != nil
            || isOf && cues.words(.askedBy, before: word - 1) != nil
            || scan.joins(word) && scan.isArabic(word) && scan.start(of: word) <= part.start
                && scan.isWord(word - 1, among: ActReader.away)
    }

    /// Whether a French or English place behind the act is one of it, and not what « alerte » or
    /// « vise » has for its object.
    private func isOfAct(_ part: ActParts.Part) -> Bool {
        let word = part.words.lowerBound
        guard scan.isLatin(word) else { return true }
        return isWhere(part) || scan.isDateWord(word - 1, [.of, .and]) || !scan.joins(word)
            || cues.words(.city, before: word) != nil
    }
}
