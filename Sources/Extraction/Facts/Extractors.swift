import News

/// All extractors, in the order in which they build on each other.
struct Extractors: Sendable {
    /// What a scanned document states.
    func facts(in scan: Scan) -> Facts {
        var facts = Facts()
        let numbers = Numbers(in: scan)
        let named = EventMentions(in: scan, numbers)
        facts.dates = Dates().findings(in: scan, numbers, named)
        facts.quantities = Quantities().findings(in: scan, numbers, facts.dates)
        facts.events = Events().findings(
            in: scan, named, facts.dates, places: facts.places, countries: facts.countries)
        return facts
    }
}
