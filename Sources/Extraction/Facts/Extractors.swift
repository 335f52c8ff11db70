import News

/// All extractors, in the order in which they build on each other.
struct Extractors: Sendable {
    /// What a scanned document states.
    func facts(in scan: Scan) -> Facts {
        var facts = Facts()
        let cues = scan.cues
        findNames(in: scan, cues, &facts)
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
    private func findNames(in scan: Scan, _ cues: Cues, _ facts: inout Facts) {
        let people = People(scan, cues)
        facts.people = people.findings
        let around = Surroundings(scan, cues: cues, people: people.taken)
        facts.organisations = Organisations().findings(in: scan, around)
        let countries = Countries().readings(in: scan, around)
        facts.countries = Countries.facts(countries, scan)
        facts.places = Places().findings(in: scan, around, countries: countries)
    }
}
