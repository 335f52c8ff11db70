import Foundation
import News

/// How much of a report is read.
enum ReportDetail {
    case whole
    /// What a digest quotes by: the same without what can be read off the text, that is the quotes
    /// of evidence and mentions, and without quotations, what names the document, and the rules.
    case quoted
    /// What a digest tells of an article that it does not quote: language, scores, topics without
    /// their evidence, and what the lexicon knows of its facts, mentions counted but not quoted.
    case gist
}

/// Reads what ``JSONText`` wrote of a report.
struct ReportScanner {
    private let detail: ReportDetail

    init(_ detail: ReportDetail) {
        self.detail = detail
    }

    static func report(_ json: String) throws -> Report {
        var scanner = JSONScanner(Array(json.utf8))
        return try ReportScanner(.whole).report(&scanner)
    }

    func report(_ json: inout JSONScanner) throws -> Report {
        var report = Report(id: "", source: "", language: "")
        try json.object { key, json in
            switch key {
            case "language": report.language = try json.string()
            case "darija": report.isDarija = try json.boolean()
            case "relevant": report.isRelevant = try json.boolean()
            case "score": report.score = try json.number()
            case "topics": report.topics = try json.list(topic)
            case "facts": report.facts = try facts(&json)
            case _ where detail == .gist: try json.skip()
            case "relevance": report.relevance = try json.list(evidence)
            case "boilerplate": report.boilerplate = try json.list(boilerplate)
            case _ where detail == .quoted: try json.skip()
            case "id": report.id = try json.string()
            case "source": report.source = try json.string()
            case "title": report.title = try json.optional { try $0.string() }
            case "published":
                report.published = try json.optional {
                    Date(timeIntervalSince1970: try $0.number())
                }
            case "paragraphs":
                report.paragraphs = try json.optional { try $0.list(paragraph) }
            case "text": report.text = try json.optional { try $0.string() }
            default: try json.skip()
            }
        }
        return report
    }

    private func topic(_ json: inout JSONScanner) throws -> TopicFinding {
        var topic = TopicFinding(id: "", score: 0, threshold: 0, grade: "", evidence: [])
        try json.object { key, json in
            switch key {
            case "id": topic.id = try json.string()
            case "score": topic.score = try json.number()
            case "threshold": topic.threshold = try json.number()
            case "grade": topic.grade = try json.string()
            case "evidence" where detail != .gist: topic.evidence = try json.list(evidence)
            default: try json.skip()
            }
        }
        return topic
    }

    private func evidence(_ json: inout JSONScanner) throws -> Evidence {
        var evidence = Evidence(rule: "", points: 0, quote: "", start: 0, end: 0, part: .body)
        try json.object { key, json in
            switch key {
            case "points": evidence.points = try json.number()
            case "start": evidence.start = try json.integer()
            case "end": evidence.end = try json.integer()
            case "part": evidence.part = try json.choice()
            case "terms": evidence.terms = try json.optional { try $0.list(term) }
            case "rule" where detail == .whole: evidence.rule = try json.string()
            case "quote" where detail == .whole: evidence.quote = try json.string()
            default: try json.skip()
            }
        }
        return evidence
    }

    private func term(_ json: inout JSONScanner) throws -> Evidence.Term {
        var term = Evidence.Term(start: 0, end: 0)
        try json.object { key, json in
            switch key {
            case "start": term.start = try json.integer()
            case "end": term.end = try json.integer()
            default: try json.skip()
            }
        }
        return term
    }

    private func boilerplate(_ json: inout JSONScanner) throws -> Boilerplate {
        var boilerplate = Boilerplate(start: 0, end: 0, kind: .other)
        try json.object { key, json in
            switch key {
            case "start": boilerplate.start = try json.integer()
            case "end": boilerplate.end = try json.integer()
            case "kind": boilerplate.kind = try json.choice()
            default: try json.skip()
            }
        }
        return boilerplate
    }

    private func paragraph(_ json: inout JSONScanner) throws -> Paragraph {
        var paragraph = Paragraph(start: 0, end: 0, language: "")
        try json.object { key, json in
            switch key {
            case "start": paragraph.start = try json.integer()
            case "end": paragraph.end = try json.integer()
            case "language": paragraph.language = try json.string()
            case "darija": paragraph.isDarija = try json.boolean()
            default: try json.skip()
            }
        }
        return paragraph
    }

    private func facts(_ json: inout JSONScanner) throws -> Facts {
        let scanner = FactScanner(detail)
        var facts = Facts()
        try json.object { key, json in
            switch key {
            case "people": facts.people = try json.list(scanner.person).compactMap(\.self)
            case "organisations": facts.organisations = try json.list(scanner.organisation)
            case "countries": facts.countries = try json.list(scanner.country)
            case "places": facts.places = try json.list(scanner.place)
            case "events": facts.events = try json.list(scanner.event)
            case _ where detail == .gist: try json.skip()
            case "dates": facts.dates = try json.list(scanner.date)
            case "quantities": facts.quantities = try json.list(scanner.quantity)
            case "acts": facts.acts = try json.list(scanner.act)
            case "quotations" where detail == .whole:
                facts.quotations = try json.list(scanner.quotation)
            default: try json.skip()
            }
        }
        return facts
    }
}

extension JSONScanner {
    /// One of a fixed set of words.
    mutating func choice<Value: RawRepresentable<String>>() throws -> Value {
        let word = try string()
        guard let value = Value(rawValue: word) else { throw JSONFault(place: place) }
        return value
    }
}
