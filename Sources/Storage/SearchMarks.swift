import Foundation
import News

/// The words of the index's third column, by which a search is narrowed without looking at items:
/// `@tr` a fact, `#drugs` a topic, `=12` a feed, `~2025-05` a month, `+match`.
enum SearchMarks {
    static let match = "+match"

    static func fact(_ id: String) -> String { "@" + safe(id) }
    static func topic(_ id: String) -> String { "#" + safe(id) }
    static func feed(_ row: Int64) -> String { "=\(row)" }

    static func month(_ date: Date) -> String {
        let (year, month) = yearAndMonth(date)
        return named(year: year, month: month)
    }

    /// The months from one to the other, or nil where they are too many to ask for one by one.
    static func months(from since: Date, to until: Date) -> [String]? {
        let first = yearAndMonth(since)
        let last = yearAndMonth(until)
        let start = first.year * 12 + first.month - 1
        let end = last.year * 12 + last.month - 1
        guard start <= end, end - start < 60 else { return nil }
        return (start...end).map { named(year: $0 / 12, month: $0 % 12 + 1) }
    }

    /// Everything that narrows to an item: what was found in it, its feed, and when it is of.
    static func all(_ findings: String, feed row: Int64, date: Date) -> String {
        "\(feed(row)) \(month(date)) \(findings)"
    }

    /// The facts of an item and, of a match, its topics.
    static func findings(of report: Report?, isMatch: Bool) -> String {
        guard let report else { return "" }
        var marks = facts(of: report).map(fact)
        if isMatch { marks += [match] + report.topics.map { topic($0.id) } }
        return marks.joined(separator: " ")
    }

    /// Only people whom the lexicon knows have an id: others cannot be searched for by name here.
    private static func facts(of report: Report) -> [String] {
        let facts = report.facts
        let ids =
            facts.people.compactMap(\.id) + facts.organisations.map(\.id)
            + facts.countries.map(\.code) + facts.places.map(\.id) + facts.events.map(\.id)
        return Set(ids).sorted()
    }

    /// An id as one word of the index's tokenizer.
    private static func safe(_ id: String) -> String {
        guard !id.utf8.allSatisfy({ SearchWords.isWordByte($0) || $0 == 0x2D }) else { return id }
        return String(
            decoding: id.utf8.map { SearchWords.isWordByte($0) || $0 == 0x2D ? $0 : 0x5F },
            as: UTF8.self)
    }

    private static func named(year: Int, month: Int) -> String {
        "~\(year)-\(month < 10 ? "0" : "")\(month)"
    }

    /// In GMT, by the civil calendar (the days-from-civil algorithm turned round).
    private static func yearAndMonth(_ date: Date) -> (year: Int, month: Int) {
        let bounded = min(max(date.timeIntervalSince1970, -62_000_000_000), 200_000_000_000)
        let days = Int((bounded / 86_400).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month)
    }
}
