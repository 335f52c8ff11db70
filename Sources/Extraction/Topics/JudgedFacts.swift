import News

/// The facts of a text that rules ask for. A class, for quantities are read when a rule first asks
/// for them: most texts are judged without.
final class JudgedFacts {
    let countries: [Country]
    let places: [Place]
    private(set) lazy var quantities: [Quantity] = readQuantities()
    private let readQuantities: () -> [Quantity]

    /// Of a text that was read for all that it states.
    init(_ facts: Facts) {
        countries = facts.countries
        places = facts.places
        readQuantities = { facts.quantities }
    }

    /// Of a text that is only judged.
    init(_ scan: Scan, _ names: Names) {
        countries = Countries.facts(names.countries, scan)
        places = Places().findings(in: scan, names.around, countries: names.countries)
        readQuantities = { Quantities().findings(in: scan) }
    }
}
