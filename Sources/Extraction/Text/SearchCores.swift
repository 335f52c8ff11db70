/// Takes the clitics off the front of a folded Arabic word: «وبالأمن» is «بالأمن», «الأمن», «أمن».
///
/// A letter in front may be the word's own: «بنك», «لجنة», «والد». It is where the word is written
/// somewhere behind the article or a preposition («اللجنة», «ببنك»), which stand before a bare
/// word only. Before what has no article even a letter that may be a clitic is mostly the word's
/// own: of «ف» and «ك» that is taken for granted, and of a short rest unless that is written with
/// clitics elsewhere.
struct SearchCores {
    /// Whether the word may go on.
    let isBeginning: Bool
    let isWritten: SearchForms.IsWritten

    /// In the order in which they stand before a word.
    private enum Place: Int {
        case conjunction, preposition, article, none
    }

    /// The word, then what is left of it clitic by clitic.
    func cores(of word: String) -> [String] {
        var cores = [word]
        var place = Place.conjunction
        while let (core, next) = next(cores[cores.count - 1], from: place) {
            cores.append(core)
            place = next
        }
        return cores
    }

    /// The word without its first clitic, and which may come next; nil where there is none.
    private func next(_ word: String, from place: Place) -> (core: String, next: Place)? {
        guard let first = word.first, place != .none else { return nil }
        let rest = String(word.dropFirst())
        switch first {
        case "و", "ف":
            guard place == .conjunction, isClitic(first, before: rest) else { return nil }
            return (rest, .preposition)
        case "ل" where rest.hasPrefix("ل"):
            return place.rawValue <= Place.preposition.rawValue ? afterLam(rest) : nil
        case "ب", "ك", "ل":
            guard place.rawValue <= Place.preposition.rawValue, isClitic(first, before: rest)
            else { return nil }
            return (rest, .article)
        default:
            guard hasArticle(word), !isBare(word, before: []) else { return nil }
            return (String(word.dropFirst(2)), .none)
        }
    }

    /// «للجنة» is «ل» and «اللجنة», «للأمن» is «ل» and «الأمن»: the article loses its alef.
    private func afterLam(_ rest: String) -> (core: String, next: Place)? {
        guard isLong(rest.dropFirst()) else { return nil }
        return (isBare(rest) ? rest : String(rest.dropFirst()), .none)
    }

    private func isClitic(_ letter: Character, before rest: String) -> Bool {
        let word = String(letter) + rest
        if hasArticle(rest) || letter != "ل" && rest.hasPrefix("لل") { return !isBare(word) }
        guard !"فك".contains(letter), isLong(rest), !SearchCores.particles.contains(rest) else {
            return false
        }
        return !isBare(word)
            && (rest.unicodeScalars.count > 3 || !isBeginning && takesClitics(rest, but: word))
    }

    private func hasArticle(_ word: String) -> Bool {
        word.hasPrefix("ال") && isLong(word.dropFirst(2))
    }

    private func isLong(_ rest: some StringProtocol) -> Bool { rest.unicodeScalars.count >= 3 }

    /// Whether the word as it is stands behind an article somewhere, or behind one of these
    /// prepositions. «ل» before «ل» tells nothing: it may be the article.
    func isBare(_ word: String, before prepositions: [String] = ["ب", "ل"]) -> Bool {
        let telling = prepositions.filter { $0 != "ل" || !word.hasPrefix("ل") }
        return isWritten((SearchCores.articles + telling).map { $0 + word }, isBeginning)
    }

    private func takesClitics(_ core: String, but word: String) -> Bool {
        let forms = (SearchCores.articles + ["و", "ب", "ل"]).map { $0 + core }
        return isWritten(forms.filter { $0 != word }, isBeginning)
    }

    private static let articles = ["ال", "لل", "بال", "وال"]

    /// «والي» is no «وإلى», «ولهذا» nothing to look for.
    private static let particles = Set(
        [
            "إلى", "على", "عند", "منذ", "حول", "بعد", "قبل", "بين", "ضمن", "غير", "كما", "حتى",
            "هذا", "هذه", "هذان", "هؤلاء", "ذلك", "تلك", "هنا", "هناك", "التي", "الذي", "الذين",
            "كان", "كانت", "كانوا", "ليس", "ليست", "لقد", "أنه", "أنها", "أنهم", "لكن", "لأن",
            "بعض", "عليه", "عليها", "إليه", "إليها", "منه", "منها", "فيه", "فيها", "لدى", "لديه",
            "عبر",
        ].map { FoldedText($0).searchable })
}
