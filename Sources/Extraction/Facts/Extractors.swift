import News

/// All extractors, in the order in which they build on each other.
struct Extractors: Sendable {
    /// What a scanned document states.
    func facts(in scan: Scan) -> Facts { facts(in: scan, Names(scan)) }

    /// The same of a document whose names were read.
    func facts(in scan: Scan, _ names: Names) -> Facts {
        var facts = Facts()
        let cues = scan.cues
        state(names, of: scan, in: &facts)
        let numbers = Numbers(in: scan)
        let named = EventMentions(in: scan, numbers)
        facts.dates = Dates().findings(in: scan, numbers, named)
        facts.quantities = Quantities().findings(in: scan, numbers, facts.dates)
        facts.events = Events().findings(
            in: scan, named, facts.dates, places: facts.places, countries: facts.countries)
        facts.quotations = Quotations().findings(
            in: scan, cues, people: facts.people, organisations: facts.organisations)
        facts.acts = Acts().findings(in: scan, cues, facts)
        return facts
    }

    /// Who and where.
    private func state(_ names: Names, of scan: Scan, in facts: inout Facts) {
        facts.people = names.people.findings
        facts.organisations = Organisations().findings(in: scan, names.around)
        facts.countries = Countries.facts(names.countries, scan)
        facts.places = Places().findings(in: scan, names.around, countries: names.countries)
    }
}

/// The names in a text, each of which takes its words from the next.
struct Names {
    let people: People
    let around: Surroundings
    let countries: [Countries.Reading]

    init(_ scan: Scan) {
        people = People(scan, scan.cues)
        around = Surroundings(scan, cues: scan.cues, people: people.taken)
        countries = Countries().readings(in: scan, around)
    }
}
