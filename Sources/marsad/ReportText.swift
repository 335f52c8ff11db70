import News

/// A report as a person reads it at a terminal.
struct ReportText {
    private let report: Report

    init(_ report: Report) { self.report = report }

    var text: String {
        var lines = [Terminal.bold(Bidi.isolated(report.title ?? "(no headline)"))]
        let verdict = report.isRelevant ? "relevant" : "not relevant"
        lines.append("  \(report.source)  \(languages)  \(verdict), \(report.score)")
        for topic in report.topics {
            let quotes = topic.evidence.prefix(3).map { Bidi.isolated("«\($0.quote)»") }
            lines.append(
                "  \(topic.id) \(topic.score)/\(topic.threshold) \(topic.grade): "
                    + quotes.joined(separator: " "))
        }
        lines += facts
        return lines.joined(separator: "\n") + "\n"
    }

    /// `ar`, `ar (darija)`, `ar, with 2 paragraphs of fr`.
    private var languages: String {
        func name(_ language: String, _ isDarija: Bool) -> String {
            isDarija ? "\(language) (darija)" : language
        }
        let counts = (report.paragraphs ?? []).filter { $0.language != "other" }
            .reduce(into: [:]) { $0[name($1.language, $1.isDarija), default: 0] += 1 }
        let whole = name(report.language, report.isDarija)
        let others = counts.filter { $0.key != whole }.sorted { $0.key < $1.key }.map {
            "\($0.value) \($0.value == 1 ? "paragraph" : "paragraphs") of \($0.key)"
        }
        return others.isEmpty ? whole : "\(whole), with \(others.joined(separator: " and "))"
    }

    private var facts: [String] {
        let facts = report.facts
        return [
            row("people", facts.people.map(\.name)),
            row("organisations", facts.organisations.map(\.name)),
            row("countries", facts.countries.map(\.code)),
            row("places", facts.places.map(\.name)),
            row("events", facts.events.map(\.name)),
            row("dates", facts.dates.map { $0.value ?? "\($0.quote)?" }),
            row("quantities", facts.quantities.map(\.quote)),
        ].compactMap { $0 }
    }

    private func row(_ name: String, _ values: [String]) -> String? {
        guard !values.isEmpty else { return nil }
        return "  \(name): " + values.map(Bidi.isolated).joined(separator: ", ")
    }
}

/// Keeps right-to-left text from turning the line around it.
enum Bidi {
    /// First-strong isolate, and pop (UAX #9 §2.4); on a terminal only, so that what is piped on
    /// can be compared and searched.
    static func isolated(_ text: String) -> String {
        Terminal.isShown ? "\u{2068}\(text)\u{2069}" : text
    }
}
