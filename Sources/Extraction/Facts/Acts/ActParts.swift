import News

/// What may take part in an act, by sentence.
struct ActParts: Sendable {
    /// A person, body, state, place, date or quantity where it is mentioned.
    struct Part: Sendable {
        enum Role: Sendable {
            case person, body, force, court, state, place, date
            case quantity(unit: String, kind: String?, isDrug: Bool)
        }
        var role: Role
        /// An id, code, ISO 8601 date, or a quantity's quote.
        var value: String
        var words: Range<Int>
        var start: Int
        var end: Int

        var isForce: Bool { if case .force = role { true } else { false } }
        var isPerson: Bool { if case .person = role { true } else { false } }
        var isCourt: Bool { if case .court = role { true } else { false } }
        var isQuantity: Bool { if case .quantity = role { true } else { false } }
        var isPlace: Bool { if case .place = role { true } else { false } }
        var isDate: Bool { if case .date = role { true } else { false } }
        var isState: Bool { if case .state = role { true } else { false } }
        var isBody: Bool {
            switch role {
            case .body, .force, .court: true
            default: false
            }
        }
        /// Whether it can be a party to a meeting or an agreement.
        var isParty: Bool { isPerson || isBody || isState }
    }

    private var bySentence: [Int: [Part]] = [:]
    /// The day of publication as ISO 8601, where the document says it.
    let published: String?

    init(_ scan: Scan, _ facts: Facts) {
        published = DateAnchor(scan.document).published?.text
        func add(_ role: Part.Role, _ value: String, _ start: Int, _ end: Int) {
            let words = scan.wordRange(start, end)
            guard !words.isEmpty else { return }
            bySentence[scan.sentences.number(of: words.lowerBound), default: []].append(
                Part(role: role, value: value, words: words, start: start, end: end))
        }
        for person in facts.people {
            for mention in person.mentions {
                add(.person, person.id ?? person.name, mention.start, mention.end)
            }
        }
        for body in facts.organisations {
            let kind = scan.lexicon.entry(.organisations, body.id)?.attributes["of-kind"]
            let role: Part.Role =
                ActParts.forces.contains(kind ?? "")
                ? .force : ActParts.courts.contains(kind ?? "") ? .court : .body
            for mention in body.mentions { add(role, body.id, mention.start, mention.end) }
        }
        for country in facts.countries where country.confidence ?? 1 > 0.5 {
            for mention in country.mentions where mention.kind != .demonym {
                add(.state, country.code, mention.start, mention.end)
            }
        }
        for place in facts.places {
            for mention in place.mentions { add(.place, place.id, mention.start, mention.end) }
        }
        for date in facts.dates where ["day", "range", "month", "relative"].contains(date.kind) {
            if let value = date.value { add(.date, value, date.start, date.end) }
        }
        for quantity in facts.quantities {
            let unit = quantity.unit ?? ""
            let isDrug = scan.lexicon.entry(.drugs, unit) != nil
            let entry = scan.lexicon.entry(.counted, unit) ?? scan.lexicon.entry(.units, unit)
            add(
                .quantity(unit: unit, kind: entry?.attributes["of-kind"], isDrug: isDrug),
                quantity.quote, quantity.start, quantity.end)
        }
        for sentence in bySentence.keys {
            bySentence[sentence]?.sort {
                ($0.words.lowerBound, $1.words.count) < ($1.words.lowerBound, $0.words.count)
            }
        }
    }

    private static let courts: Set<String> = ["court", "prosecution"]
    private static let forces: Set<String> = [
        "police", "intelligence", "gendarmerie", "customs", "army",
    ]

    /// In the order of the text, the longer first.
    func of(sentence: Int) -> [Part] { bySentence[sentence] ?? [] }
}
