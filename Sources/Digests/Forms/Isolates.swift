/// Isolates of the bidirectional algorithm (UAX #9 §2.4.2), for forms that have no markup.
enum Isolates {
    static let first = "\u{2068}"
    static let pop = "\u{2069}"

    /// The text in an isolate where it has letters that run the other way than the page, or has
    /// none and could be torn (a number and its sign in an Arabic line); else as it is.
    static func around(_ text: String, in language: DigestLanguage) -> String {
        needs(text, in: language) ? first + text + pop : text
    }

    static func removed(from text: String) -> String {
        text.replacing(first, with: "").replacing(pop, with: "")
    }

    static func needs(_ text: String, in language: DigestLanguage) -> Bool {
        let scripts = Scripts(of: text)
        switch language.direction {
        case .leftToRight: return scripts.hasArabic
        case .rightToLeft: return scripts.hasOther || !scripts.hasArabic
        }
    }
}
