import Foundation

/// What a document states, in a form that does not depend on its language.
struct StoryFeatures: Sendable {
    enum Kind: Sendable {
        case person, event, place, country, organisation, date
        /// A number of one digit with what it counts: `2 person`.
        case digit
        /// Of two digits.
        case number
        /// Of years; an age, most often.
        case age
        /// Of more, with one digit that is not zero: amounts are often 200 or 10,000.
        case round
        /// Any other number: it tells an event from others by itself.
        case large

        /// Two documents that share one share more than a place and a day.
        var isNumber: Bool { [.number, .age, .round, .large].contains(self) }
    }

    /// By their names: `place:tanger`, `#3200.0`, `36.0 year`, `2026-03-02`.
    let kinds: [String: Kind]
    /// The numbers of each thing counted.
    private let amounts: [String: Set<Double>]
    let language: String
    /// The words of the headline, and those with those of the text; in order.
    let title: [UInt32]
    let words: [UInt32]
    /// Those of the words that all languages share (``StoryNotions``), of the headline alone and
    /// of all; in order.
    let titleNotions: [UInt32]
    let notions: [UInt32]

    init(_ print: Fingerprint) {
        var kinds: [String: Kind] = [:]
        var amounts: [String: Set<Double>] = [:]
        for fact in print.factIDs { kinds[fact] = StoryFeatures.kind(of: fact) }
        for number in print.numbers {
            guard let (value, unit) = StoryFeatures.quantity(number) else {
                kinds[number] = .date
                continue
            }
            if !unit.isEmpty { amounts[unit, default: []].insert(value) }
            kinds[StoryFeatures.name(of: value, unit)] = StoryFeatures.kind(of: value, unit)
        }
        self.kinds = kinds
        self.amounts = amounts
        language = print.language
        title = print.words.title
        words = print.words.all
        titleNotions = title.filter(StoryNotions.isNotion)
        notions = words.filter(StoryNotions.isNotion)
    }

    func shared(with other: StoryFeatures) -> [String: Kind] {
        kinds.filter { other.kinds[$0.key] != nil }
    }

    /// In how many ways the two contradict each other: other amounts of one thing, other places,
    /// other countries.
    func contradictions(with other: StoryFeatures) -> Double {
        var count = 0.0
        for (unit, values) in amounts {
            guard let others = other.amounts[unit], !StoryFeatures.agree(values, others) else {
                continue
            }
            let isMuch = values.contains { $0 >= 10 } && others.contains { $0 >= 10 }
            count += isMuch ? 1 : 0.5
        }
        for kind in [Kind.place, .country] {
            let own = names(of: kind)
            let others = other.names(of: kind)
            if !own.isEmpty, !others.isEmpty, own.isDisjoint(with: others) { count += 1 }
        }
        return count
    }

    /// Whether both count a hundred or more of one thing, but not the same, and no other number
    /// of theirs is the same: 12,500 pills are not 5,100, however alike the sentences are.
    func clashes(with other: StoryFeatures) -> Bool {
        guard !shared(with: other).values.contains(where: \.isNumber) else { return false }
        return amounts.contains { unit, values in
            guard let others = other.amounts[unit] else { return false }
            return values.contains { $0 >= 100 } && others.contains { $0 >= 100 }
        }
    }

    /// Whether both give days, and none is the same: of one visit, or of one trial, the first day
    /// and the second.
    func isOfOtherDays(than other: StoryFeatures) -> Bool {
        let (days, others) = (names(of: .date), other.names(of: .date))
        return !days.isEmpty && !others.isEmpty && days.isDisjoint(with: others)
    }

    /// Whether its headline tells of a riot, and the other nowhere of any harm: a match is not
    /// the riot after it, though it is of the same teams, day and place.
    func tellsOfRiot(unlike other: StoryFeatures) -> Bool {
        titleNotions.contains(where: StoryNotions.riot.contains)
            && !other.notions.contains(where: StoryNotions.harm.contains)
    }

    var hasNumber: Bool { kinds.values.contains(where: \.isNumber) }

    private func names(of kind: Kind) -> Set<String> {
        Set(kinds.filter { $0.value == kind }.keys)
    }

    /// A tenth more or less is the same, told roughly.
    private static func agree(_ values: Set<Double>, _ others: Set<Double>) -> Bool {
        values.contains { value in
            others.contains { abs(value - $0) <= 0.1 * max(value, $0) }
        }
    }

    /// Languages and outlets differ in what they call the same: of much, the number alone tells;
    /// and 27 candidates for emigration are 27 migrants elsewhere, and what the lexicon has no
    /// name for («38 مشاغبا») are people most often.
    private static func name(of value: Double, _ unit: String) -> String {
        switch value {
        case 100...: "#\(value)"
        case 10... where unit.isEmpty || people.contains(unit): "\(value) person"
        default: "\(value) \(unit)"
        }
    }

    /// Units that count people, as something is done by or to them; the dead and the injured are
    /// counted by themselves.
    private static let people: Set<String> = [
        "arrest", "candidate", "child", "driver", "employee", "foreigner", "man", "member",
        "migrant", "minor", "officer", "passenger", "pedestrian", "protester", "pupil",
        "recruit", "supporter", "suspect", "terrorist", "trafficker", "victim", "visitor",
        "wanted-person", "woman",
    ]

    private static func kind(of fact: String) -> Kind {
        switch fact.prefix(while: { $0 != ":" }) {
        case "person": .person
        case "event": .event
        case "place": .place
        case "country": .country
        default: .organisation
        }
    }

    private static func kind(of value: Double, _ unit: String) -> Kind {
        switch value {
        case ..<10: value == value.rounded() ? .digit : .number
        case ..<100: unit == "year" ? .age : .number
        default: isRound(value) ? .round : .large
        }
    }

    private static func isRound(_ value: Double) -> Bool {
        value.truncatingRemainder(dividingBy: pow(10, log10(value).rounded(.down))) == 0
    }

    /// `3200.0 kg`, tonnes and what weighs a kilogram or more in grams as kilograms; nil for a
    /// date.
    private static func quantity(_ number: String) -> (value: Double, unit: String)? {
        guard let space = number.firstIndex(of: " "), let value = Double(number[..<space])
        else { return nil }
        let unit = String(number[space...].dropFirst())
        switch unit {
        case "t": return (value * 1_000, "kg")
        case "g" where value >= 1_000: return (value / 1_000, "kg")
        default: return (value, unit)
        }
    }
}
