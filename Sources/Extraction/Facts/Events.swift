import News

/// The named events of a text with edition, place and dates, as far as it states them.
///
/// A date belongs to the event named last before it in the sentence; a place to the one that it
/// follows behind ب, في or `à`, or stands before behind تحتضن, `accueille` or «انعقدت ب». A sentence that goes
/// on about «هذه الدورة» may give a date too. An anniversary falls on the founding's day. The year
/// in a name tells events apart and is no date: the cup called 2025 ended in 2026.
/// Limits: an event that the lexicon does not name is none; hosts are not inferred.
struct Events: Sendable {
    func findings(in scan: Scan) -> [Event] {
        let numbers = Numbers(in: scan)
        let mentions = EventMentions(in: scan, numbers)
        let dates = Dates().findings(in: scan, numbers, mentions)
        return findings(in: scan, mentions, dates, places: [], countries: [])
    }

    /// - Parameters:
    ///   - mentions: the names of events in the text.
    ///   - dates, places, countries: the facts of the text.
    func findings(
        in scan: Scan, _ mentions: EventMentions, _ dates: [DateFact], places: [Place],
        countries: [Country]
    ) -> [Event] {
        guard !mentions.list.isEmpty else { return [] }
        let surroundings = EventSurroundings(
            scan, mentions, dates: dates, places: places, countries: countries)
        var order: [Key] = []
        var groups: [Key: [Int]] = [:]
        let known = Events.firstKeys(of: mentions.list)
        for (index, mention) in mentions.list.enumerated() {
            let first = known[mention.hit.entry]
            let key = Key(
                entry: mention.hit.entry, edition: mention.edition ?? first?.edition,
                year: mention.year ?? first?.year)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(index)
        }
        return order.compactMap { key in
            groups[key].map { event($0, scan, mentions.list, surroundings) }
        }
    }

    /// Mentions of one entry are one event, unless they number or date it differently.
    private struct Key: Hashable {
        var entry: Int
        var edition: Int?
        var year: Int?
    }

    /// By entry, the first edition and the first year that a mention of it gives.
    private static func firstKeys(of list: [EventMention]) -> [Int: Key] {
        list.reduce(into: [:]) { keys, mention in
            var key = keys[mention.hit.entry] ?? Key(entry: mention.hit.entry)
            key.edition = key.edition ?? mention.edition
            key.year = key.year ?? mention.year
            keys[mention.hit.entry] = key
        }
    }

    private func event(
        _ indices: [Int], _ scan: Scan, _ list: [EventMention], _ around: EventSurroundings
    ) -> Event {
        let mentions = indices.map { list[$0] }
        let entry = scan.entry(mentions[0].hit)
        var event = Event(id: entry.id, name: entry.name(in: scan.language))
        event.mentions = mentions.map { mention in
            Mention(
                quote: scan.quote(mention.start, mention.end), start: mention.start,
                end: mention.end)
        }
        event.edition = mentions.lazy.compactMap(\.edition).first
        event.host = indices.lazy.compactMap { around.host(of: $0) }.first
        setDates(&event, indices, entry, around)
        return event
    }

    private func setDates(
        _ event: inout Event, _ indices: [Int], _ entry: LexiconEntry,
        _ around: EventSurroundings
    ) {
        if let number = event.edition, let text = entry.attributes["founded"],
            let founded = CivilDay(iso: text)
        {
            let anniversary = Anniversary(founded: founded, number: number, quote: "")
            event.start = anniversary.day.text
            event.end = anniversary.day.text
            event.from = "\(text) + \(number)"
            return
        }
        let stated = indices.lazy.compactMap { around.dates(of: $0) }.first
        guard let stated else { return }
        event.start = stated.start
        event.end = stated.end
        event.confidence = stated.confidence
        event.from = stated.from
    }
}
