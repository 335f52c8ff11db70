package import News

/// What the tellings of one event agree and disagree on.
package struct StoryFacts: Sendable, Hashable {
    /// A number that is not the same in all tellings that give it.
    package struct Dispute: Sendable, Hashable {
        /// What is counted: `dead`, `kg`.
        package var of: String
        /// The smallest number first; `by` are the places of the tellings in the list given.
        package var told: [Told]
    }

    package struct Told: Sendable, Hashable {
        package var value: Double
        package var by: [Int]
    }

    /// What more than half of the tellings state: `place:tanger`, `3200 kg`; empty for one alone.
    package var agreed: [String]
    package var disputed: [Dispute]

    /// - Parameter tellings: what each member of a story states.
    package init(of tellings: [Facts]) {
        guard tellings.count > 1 else {
            agreed = []
            disputed = []
            return
        }
        let counts = tellings.flatMap { Set(StoryFacts.names($0)) }
            .reduce(into: [:]) { $0[$1, default: 0] += 1 }
        agreed = counts.filter { $0.value * 2 > tellings.count }.keys.sorted()
        let numbers = tellings.map(StoryFacts.numbers)
        disputed = Set(numbers.flatMap(\.keys)).sorted().compactMap {
            StoryFacts.dispute(over: $0, numbers)
        }
    }

    private static func names(_ facts: Facts) -> [String] {
        let amounts = numbers(facts).flatMap { unit, values in
            values.map { "\(shown($0)) \(unit)" }
        }
        return Fingerprint.factIDs(facts) + amounts + facts.dates.compactMap(\.value)
    }

    private static func numbers(_ facts: Facts) -> [String: Set<Double>] {
        facts.quantities.reduce(into: [:]) { numbers, quantity in
            guard let value = quantity.value, let unit = quantity.unit else { return }
            numbers[unit, default: []].insert(value)
        }
    }

    /// Only between tellings that give one number of the thing: of two ages each is right.
    private static func dispute(
        over unit: String, _ numbers: [[String: Set<Double>]]
    ) -> Dispute? {
        var told: [Double: [Int]] = [:]
        for (place, number) in numbers.enumerated() {
            guard let values = number[unit] else { continue }
            guard values.count == 1, let value = values.first else { return nil }
            told[value, default: []].append(place)
        }
        guard told.count > 1 else { return nil }
        return Dispute(
            of: unit, told: told.sorted { $0.key < $1.key }.map { Told(value: $0, by: $1) })
    }

    /// `3200`, not `3200.0`.
    package static func shown(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}
