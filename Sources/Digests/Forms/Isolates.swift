/// Isolates of the bidirectional algorithm (UAX #9 §2.4.2), for forms that have no markup.
enum Isolates {
    static let first = "\u{2068}"
    static let pop = "\u{2069}"

    /// What opens an isolate that runs one way, whatever letter it begins with.
    static func opening(_ direction: Direction) -> String {
        direction == .leftToRight ? "\u{2066}" : "\u{2067}"
    }

    /// The same for the way that a text's first letter runs; as ``first`` where it has none.
    static func opening(like text: String) -> String {
        let scripts = Scripts(of: text)
        guard scripts.hasArabic || scripts.hasOther else { return first }
        return opening(scripts.startsRightToLeft ? .rightToLeft : .leftToRight)
    }

    /// The text in an isolate where it has letters that run the other way than the page, or has
    /// none and could be torn (a number and its sign in an Arabic line); else as it is.
    static func around(_ text: String, in language: DigestLanguage) -> String {
        needs(text, in: language) ? first + text + pop : text
    }

    /// A text whose way is known.
    static func around(
        _ text: String, _ direction: Direction, in language: DigestLanguage
    ) -> String {
        needs(text, in: language) ? opening(direction) + text + pop : text
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
