import News

/// Reads the facts of a report, for ``ReportScanner``.
struct FactScanner {
    private let detail: ReportDetail

    init(_ detail: ReportDetail) {
        self.detail = detail
    }

    /// Nil for a person whom the lexicon does not know, where only the gist is wanted: they are
    /// told of in a quoted article alone.
    func person(_ json: inout JSONScanner) throws -> Person? {
        var person = Person(name: "")
        try json.object { key, json in
            switch key {
            case "id": person.id = try json.text()
            case "name": person.name = try json.string()
            case "role": person.role = try json.text()
            case "mentions": person.mentions = try mentions(&json)
            case "confidence": person.confidence = try json.figure()
            case "from": person.from = try json.text()
            default: try json.skip()
            }
        }
        return detail == .gist && person.id == nil ? nil : person
    }

    func organisation(_ json: inout JSONScanner) throws -> Organisation {
        var body = Organisation(id: "", name: "")
        try json.object { key, json in
            switch key {
            case "id": body.id = try json.string()
            case "name": body.name = try json.string()
            case "acronym": body.acronym = try json.text()
            case "country": body.country = try json.text()
            case "mentions": body.mentions = try mentions(&json)
            case "confidence": body.confidence = try json.figure()
            case "from": body.from = try json.text()
            default: try json.skip()
            }
        }
        return body
    }

    func country(_ json: inout JSONScanner) throws -> Country {
        var country = Country(code: "")
        try json.object { key, json in
            switch key {
            case "code": country.code = try json.string()
            case "mentions": country.mentions = try mentions(&json)
            case "confidence": country.confidence = try json.figure()
            case "from": country.from = try json.text()
            default: try json.skip()
            }
        }
        return country
    }

    func place(_ json: inout JSONScanner) throws -> Place {
        var place = Place(id: "", name: "", kind: "")
        try json.object { key, json in
            switch key {
            case "id": place.id = try json.string()
            case "name": place.name = try json.string()
            case "kind": place.kind = try json.string()
            case "country": place.country = try json.text()
            case "mentions": place.mentions = try mentions(&json)
            case "confidence": place.confidence = try json.figure()
            case "from": place.from = try json.text()
            default: try json.skip()
            }
        }
        return place
    }

    func event(_ json: inout JSONScanner) throws -> Event {
        var event = Event(id: "", name: "")
        try json.object { key, json in
            switch key {
            case "id": event.id = try json.string()
            case "name": event.name = try json.string()
            case "edition": event.edition = try json.optional { try $0.integer() }
            case "host": event.host = try json.text()
            case "start": event.start = try json.text()
            case "end": event.end = try json.text()
            case "mentions": event.mentions = try mentions(&json)
            case "confidence": event.confidence = try json.figure()
            case "from": event.from = try json.text()
            default: try json.skip()
            }
        }
        return event
    }

    func date(_ json: inout JSONScanner) throws -> DateFact {
        var date = DateFact(quote: "", start: 0, end: 0, value: nil, kind: "")
        try json.object { key, json in
            switch key {
            case "quote": date.quote = try json.string()
            case "start": date.start = try json.integer()
            case "end": date.end = try json.integer()
            case "value": date.value = try json.text()
            case "kind": date.kind = try json.string()
            case "confidence": date.confidence = try json.figure()
            case "from": date.from = try json.text()
            default: try json.skip()
            }
        }
        return date
    }

    func quantity(_ json: inout JSONScanner) throws -> Quantity {
        var quantity = Quantity(quote: "", start: 0, end: 0, value: nil)
        try json.object { key, json in
            switch key {
            case "quote": quantity.quote = try json.string()
            case "start": quantity.start = try json.integer()
            case "end": quantity.end = try json.integer()
            case "value": quantity.value = try json.figure()
            case "max": quantity.max = try json.figure()
            case "of": quantity.of = try json.text()
            case "unit": quantity.unit = try json.text()
            case "bound": quantity.bound = try json.choice()
            case "confidence": quantity.confidence = try json.figure()
            case "from": quantity.from = try json.text()
            default: try json.skip()
            }
        }
        return quantity
    }

    func quotation(_ json: inout JSONScanner) throws -> Quotation {
        var quotation = Quotation(quote: "", start: 0, end: 0)
        try json.object { key, json in
            switch key {
            case "quote": quotation.quote = try json.string()
            case "start": quotation.start = try json.integer()
            case "end": quotation.end = try json.integer()
            case "speaker": quotation.speaker = try json.text()
            case "confidence": quotation.confidence = try json.figure()
            default: try json.skip()
            }
        }
        return quotation
    }

    func act(_ json: inout JSONScanner) throws -> Act {
        var act = Act(kind: "", quote: "", start: 0, end: 0)
        try json.object { key, json in
            switch key {
            case "quantities": act.quantities = try json.list { try $0.string() }
            case _ where detail == .quoted: try json.skip()
            case "kind": act.kind = try json.string()
            case "quote": act.quote = try json.string()
            case "start": act.start = try json.integer()
            case "end": act.end = try json.integer()
            case "agents": act.agents = try json.list { try $0.string() }
            case "objects": act.objects = try json.list { try $0.string() }
            case "place": act.place = try json.text()
            case "date": act.date = try json.text()
            case "confidence": act.confidence = try json.figure()
            default: try json.skip()
            }
        }
        return act
    }

    /// As many as there are, blank ones where only the gist is wanted.
    private func mentions(_ json: inout JSONScanner) throws -> [Mention] {
        guard detail == .gist else { return try json.list(mention) }
        let count = try json.count()
        return count < FactScanner.blank.count
            ? FactScanner.blank[count] : Array(repeating: FactScanner.blankMention, count: count)
    }

    private static let blankMention = Mention(quote: "", start: 0, end: 0)
    /// Lists that all reports share.
    private static let blank = (0..<32).map { Array(repeating: blankMention, count: $0) }

    private func mention(_ json: inout JSONScanner) throws -> Mention {
        var mention = Mention(quote: "", start: 0, end: 0)
        try json.object { key, json in
            switch key {
            case "start": mention.start = try json.integer()
            case "end": mention.end = try json.integer()
            case "quote" where detail == .whole: mention.quote = try json.string()
            case "as": mention.kind = try json.optional { try $0.choice() }
            default: try json.skip()
            }
        }
        return mention
    }
}

extension JSONScanner {
    fileprivate mutating func text() throws -> String? { try optional { try $0.string() } }

    fileprivate mutating func figure() throws -> Double? { try optional { try $0.number() } }
}
