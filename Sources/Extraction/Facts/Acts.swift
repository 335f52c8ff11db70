import News

/// Who did what: arrests, seizures, dismantled networks, foiled attempts, visits, meetings,
/// agreements and appointments, with those who took part, place, date and quantities, joined
/// only where one sentence states them.
///
/// An act that nobody and nothing is joined to is reported only where the sentence says that it
/// met somebody (``ActSigns``), and never where the sentence denies it. Repetitions of an act
/// within a sentence are one act.
struct Acts: Sendable {
    func findings(in scan: Scan, _ cues: Cues, _ facts: Facts) -> [Act] {
        let hits = scan.longest(.acts).filter { ActKind(rawValue: scan.traits($0).id) != nil }
        guard !hits.isEmpty else { return [] }
        let parts = ActParts(scan, facts)
        let signs = ActSigns(scan, facts)
        let denials = ActDenials(scan: scan, cues: cues)
        var found: [Act] = []
        var place: [String: Int] = [:]
        var undone: EntryHit?
        for hit in hits {
            guard let kind = ActKind(rawValue: scan.traits(hit).id) else { continue }
            guard denials.isDone(hit, kind, undone: undone) else {
                undone = hit
                continue
            }
            let sentence = scan.sentences.number(of: hit.first)
            let reader = ActReader(
                scan, cues, parts: parts.of(sentence: sentence), published: parts.published,
                signs, of: hit)
            guard let act = reader.act(kind) else { continue }
            let key = "\(sentence) \(kind.rawValue)"
            if let index = place[key], act.end - found[index].start < Acts.longest,
                found[index].canBe(act)
            {
                found[index] = found[index].joined(with: act, scan)
            } else {
                place[key] = found.count
                found.append(act)
            }
        }
        return found
    }

    /// How many scalars the mentions of one act may span, so that a text without a full stop is
    /// not one act.
    private static let longest = 600
}

/// The acts that are reported, as the lexicon names them.
enum ActKind: String, Sendable {
    case arrest, seizure, dismantling, foiling, visit, meeting, agreement, appointment

    /// Visits and meetings are told of when they are planned, too.
    var isOfForces: Bool {
        switch self {
        case .arrest, .seizure, .dismantling, .foiling: true
        case .visit, .meeting, .agreement, .appointment: false
        }
    }

    /// Whether a quantity of a unit can be what was arrested, seized or dismantled.
    func takes(_ unit: String, ofKind kind: String?, isDrug: Bool) -> Bool {
        guard !unit.isEmpty else { return false }
        return switch self {
        case .arrest:
            kind == "person" && !["dead", "injured", "victim", "visitor", "recruit"].contains(unit)
        case .seizure:
            isDrug
                || ["mass", "volume", "drug", "money", "vehicle", "weapon", "thing"]
                    .contains(kind)
                    && !["network", "cell", "country", "city", "web-account"]
                        .contains(unit)
        case .dismantling: unit == "network" || unit == "cell"
        case .foiling:
            unit == "attempt" || unit == "operation" || unit == "migrant" || isDrug
                || ["mass", "volume", "drug", "money", "vehicle"].contains(kind)
        case .visit: unit == "diplomat" || unit == "official" || unit == "visitor"
        case .meeting, .agreement, .appointment: false
        }
    }
}

extension Act {
    /// Whether two mentions can be of one act: neither at two places nor on two days.
    fileprivate func canBe(_ other: Act) -> Bool {
        func agree(_ one: String?, _ two: String?) -> Bool {
            guard let one, let two else { return true }
            return one.hasPrefix(two) || two.hasPrefix(one)
        }
        return (place == other.place || place == nil || other.place == nil)
            && agree(date, other.date)
    }

    /// Two mentions of one act: who and what of both, quoted from the first to the last.
    fileprivate func joined(with other: Act, _ scan: Scan) -> Act {
        var act = self
        act.start = min(start, other.start)
        act.end = max(end, other.end)
        act.quote = scan.quote(act.start, act.end)
        if agents.isEmpty { act.agents = other.agents }
        for object in other.objects
        where !act.objects.contains(object) && !act.agents.contains(object) {
            act.objects.append(object)
        }
        for quantity in other.quantities where !act.quantities.contains(quantity) {
            act.quantities.append(quantity)
        }
        act.place = place ?? other.place
        act.date = date ?? other.date
        return act
    }
}
