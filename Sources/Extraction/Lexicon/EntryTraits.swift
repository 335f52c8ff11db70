/// What extractors ask of an entry again and again, read from its attributes once.
struct EntryTraits: Sendable {
    let id: String
    /// What kind of place, body, unit or thing it is.
    let ofKind: String?
    /// ISO 3166-1 alpha-2.
    let country: String?
    /// The id of what it is part of.
    let within: String?
    /// Of a force, the countries whose forces bear the name too, or `true` for those anywhere.
    let bearers: String?
    /// Of such a force, the countries where its name of two words means other things.
    let alike: String?
    /// A place that counts only behind a word such as مدينة.
    let needsTrigger: Bool
    /// A word for the police that means other things as well.
    let isWeak: Bool
    let cue: Cue?
    /// Of number words; nil for forms that do not count.
    let number: (kind: NumberPart.Kind, value: Double?)?
    /// How much of its kind's base a unit is; nil for what is no unit.
    let factor: Double?

    init(_ entry: LexiconEntry, _ kind: LexiconKind) {
        let attributes = entry.attributes
        id = entry.id
        ofKind = attributes["of-kind"]
        country = attributes["country"]
        within = attributes["within"]
        bearers = attributes["ambiguous"]
        alike = attributes["alike"]
        needsTrigger = attributes["trigger"] == "true"
        isWeak = attributes["strength"] == "weak"
        cue = kind == .cues ? Cue(rawValue: entry.id) : nil
        number = kind == .numbers ? EntryTraits.number(entry) : nil
        factor =
            kind == .units
            ? attributes["factor"].flatMap(Double.init) ?? 1 : nil
    }

    private static func number(
        _ entry: LexiconEntry
    ) -> (kind: NumberPart.Kind, value: Double?)? {
        let kind: NumberPart.Kind
        switch entry.attributes["form"] ?? "cardinal" {
        case "cardinal": kind = .cardinal
        case "ordinal": kind = .ordinal
        case "multiplier": kind = .multiplier
        case "vague": return (.vague, nil)
        default: return nil
        }
        return Double(entry.id).map { (kind, $0) }
    }
}
