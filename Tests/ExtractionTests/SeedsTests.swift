import Foundation
import News
import Testing

@testable import Extraction

/// The five seeds against their reviewed reports; `seeds/expected/README.md` has the rules.
@Suite struct SeedsTests {
    private static let folder = Shipped.root + "/seeds"

    static let names = [
        "000_faf8f11325de0dd0", "001_22047a009cdbfedb", "002_47caf0ef6bbe0610",
        "003_d7ac58148a78377f", "004_9041b622680db657",
    ]

    @Test(arguments: names)
    func `a seed is reported as it was read`(_ name: String) throws {
        let text = try String(contentsOfFile: "\(Self.folder)/\(name).txt", encoding: .utf8)
        let document = Document(id: name, source: "seeds/\(name).txt", text: text)
        let report = Shipped.examiner.examine(document)
        let found = try Object(JSONEncoder().encode(report))
        let data = try Data(contentsOf: URL(filePath: "\(Self.folder)/expected/\(name).json"))
        let comparison = try ReportComparison(expected: Object(data), found: found)
        #expect(comparison.differences == [])
    }

    @Test(arguments: names)
    func `every quote of a seed's report is that slice of its text`(_ name: String) throws {
        let text = try String(contentsOfFile: "\(Self.folder)/\(name).txt", encoding: .utf8)
        let report = Shipped.examiner.examine(Document(id: name, source: name, text: text))
        let found = try Object(JSONEncoder().encode(report))
        for quote in found.quotes() {
            #expect(text.scalars(quote.start, quote.end) == quote.text)
        }
    }
}

/// A JSON object, for comparing reports key by key.
struct Object {
    let fields: [String: Any]

    init(_ data: Data) throws {
        fields = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    init(_ fields: [String: Any]) { self.fields = fields }

    func has(_ key: String) -> Bool { fields[key] != nil }
    func text(_ key: String) -> String? { fields[key] as? String }
    func number(_ key: String) -> Int { (fields[key] as? NSNumber)?.intValue ?? 0 }
    func object(_ key: String) -> Object { Object(fields[key] as? [String: Any] ?? [:]) }

    func list(_ key: String) -> [Object] {
        (fields[key] as? [[String: Any]] ?? []).map(Object.init)
    }

    /// A value as text, `null` included, so that values of all kinds compare.
    func shown(_ key: String) -> String {
        switch fields[key] {
        case nil, is NSNull: "null"
        case let value?: "\(value)"
        }
    }

    /// Every quote with its offsets, however deep.
    func quotes() -> [(text: String, start: Int, end: Int)] {
        var quotes: [(text: String, start: Int, end: Int)] = []
        if let text = text("quote"), has("start") {
            quotes.append((text, number("start"), number("end")))
        }
        for value in fields.values {
            if let object = value as? [String: Any] { quotes += Object(object).quotes() }
            for object in value as? [[String: Any]] ?? [] { quotes += Object(object).quotes() }
        }
        return quotes
    }
}

/// What a report says otherwise than the reviewed one.
struct ReportComparison {
    private(set) var differences: [String] = []
    private let expected: Object
    private let found: Object

    init(expected: Object, found: Object) {
        self.expected = expected
        self.found = found
        for key in ["language", "darija", "published", "title", "relevant"] {
            compare(key, expected, found, in: "report")
        }
        compareTopics()
        for kind in ["people", "organisations", "countries", "places", "events"] {
            compareNames(kind)
        }
        for kind in ["dates", "quantities", "quotations"] { compareStretches(kind) }
        compareBoilerplate()
    }

    private mutating func compare(
        _ key: String, _ wanted: Object, _ found: Object, in place: String
    ) {
        guard wanted.has(key), wanted.shown(key) != found.shown(key) else { return }
        differences.append("\(place): \(key) is \(found.shown(key)), not \(wanted.shown(key))")
    }

    private mutating func compareTopics() {
        let wanted = expected.list("topics").compactMap { $0.text("id") }
        let got = found.list("topics").compactMap { $0.text("id") }
        let allowed = expected.object("allowed").fields["topics"] as? [String] ?? []
        let leading = expected.object("allowed").fields["main"] as? [String] ?? []
        for id in wanted where !got.contains(id) { differences.append("topic \(id) is missing") }
        for id in got where !wanted.contains(id) && !allowed.contains(id) {
            differences.append("topic \(id) is too much")
        }
        if let first = got.first, first != wanted.first, !leading.contains(first) {
            differences.append("topic \(first) leads")
        }
    }

    // MARK: Names with mentions

    private mutating func compareNames(_ kind: String) {
        let wanted = expected.object("facts").list(kind)
        var rest = found.object("facts").list(kind)
        for entry in wanted {
            let name = key(entry)
            guard let index = rest.firstIndex(where: { key($0) == name }) else {
                differences.append("\(kind) \(name) is missing")
                continue
            }
            let got = rest.remove(at: index)
            for key in ["role", "edition", "host", "start", "end"] {
                compare(key, entry, got, in: "\(kind) \(name)")
            }
            compareMentions(entry, got, "\(kind) \(name)", allowed(kind, name))
        }
        for entry in rest {
            let allowed = allowed(kind, key(entry))
            for mention in entry.list("mentions") where !lies(mention, in: allowed) {
                differences.append("\(kind) \(key(entry)) is too much: \(shown(mention))")
            }
        }
    }

    /// The id or code; the name for people without an id.
    private func key(_ entry: Object) -> String {
        entry.text("id") ?? entry.text("code") ?? entry.text("name") ?? "?"
    }

    private func allowed(_ kind: String, _ name: String) -> [Object] {
        expected.object("allowed").list(kind).filter { key($0) == name }
            .flatMap { $0.list("mentions") }
    }

    private mutating func compareMentions(
        _ wanted: Object, _ got: Object, _ place: String, _ allowed: [Object]
    ) {
        let wantedMentions = wanted.list("mentions")
        let gotMentions = got.list("mentions")
        for mention in wantedMentions where !gotMentions.contains(where: { same($0, mention) }) {
            differences.append("\(place): \(shown(mention)) is missing")
        }
        for mention in gotMentions
        where !wantedMentions.contains(where: { same($0, mention) }) && !lies(mention, in: allowed)
        {
            differences.append("\(place): \(shown(mention)) is too much")
        }
    }

    private func same(_ one: Object, _ other: Object) -> Bool { shown(one) == shown(other) }

    private func shown(_ mention: Object) -> String {
        let kind = mention.text("as").map { " as \($0)" } ?? ""
        return
            "«\(mention.text("quote") ?? "")» \(mention.number("start"))–\(mention.number("end"))"
            + kind
    }

    private func lies(_ mention: Object, in allowed: [Object]) -> Bool {
        allowed.contains {
            $0.number("start") <= mention.number("start")
                && mention.number("end") <= $0.number("end")
        }
    }

    // MARK: Stretches

    private mutating func compareStretches(_ kind: String) {
        let wanted = expected.object("facts").list(kind)
        var rest = found.object("facts").list(kind)
        for entry in wanted {
            guard let index = rest.firstIndex(where: { same($0, entry) }) else {
                differences.append("\(kind) \(shown(entry)) is missing")
                continue
            }
            let got = rest.remove(at: index)
            for key in ["value", "kind", "of", "unit", "bound", "speaker"] {
                compare(key, entry, got, in: "\(kind) \(shown(entry))")
            }
            if entry.has("from"), !got.has("from") {
                differences.append("\(kind) \(shown(entry)): does not say what it comes from")
            }
        }
        let allowed = expected.object("allowed").list(kind)
        for entry in rest where !lies(entry, in: allowed) {
            differences.append("\(kind) \(shown(entry)) is too much")
        }
    }

    // MARK: Page chrome

    private mutating func compareBoilerplate() {
        let wanted = expected.list("boilerplate")
        let got = found.list("boilerplate")
        for line in wanted
        where !got.contains(where: { covers($0, line) && $0.text("kind") == line.text("kind") }) {
            differences.append("\(line.text("kind") ?? ""): \(shown(line)) is missing")
        }
        for line in got where !wanted.contains(where: { covers(line, $0) }) {
            differences.append(
                "\(line.text("kind") ?? "") at \(line.number("start")) is too much")
        }
    }

    /// The same line, white space at its ends aside.
    private func covers(_ line: Object, _ quote: Object) -> Bool {
        line.number("start") <= quote.number("start") && quote.number("end") <= line.number("end")
            && line.number("end") - line.number("start")
                <= quote.number("end") - quote.number("start") + 8
    }
}
