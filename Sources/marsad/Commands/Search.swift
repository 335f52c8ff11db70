import ArgumentParser
import Extraction
import Foundation
import News
import Storage

/// `marsad search`: full-text search over the archive.
struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Search the archive.",
        discussion: """
            Words are found with what is usually written onto them (article, conjunctions, \
            prepositions, pronouns), vocalised or not; "two words" is a phrase, word* a beginning, \
            a OR b either, -word not, @TR or @hammouchi a fact. A topic or an outlet that neither \
            the archive nor the settings know is told with the nearest. Days, and moments that \
            name no zone, are of the settings' ‘digest: time-zone’.

            Examples:
              marsad search 'حموشي تركيا' --since 2025-01-01
              marsad search 'saisie OR حجز' --topic drugs --outlet hespress
            """)

    @Argument(parsing: .allUnrecognized, help: "What to look for.")
    var query: [String]

    @Option(help: "Only matches of this topic.")
    var topic: [String] = []

    @Option(help: "Only this outlet, by id or name.")
    var outlet: [String] = []

    @Option(help: "Only from this day or moment on (\(Moment.examples)).", transform: Moment.parse)
    var since: Moment?

    @Option(help: "Only before this day or moment.", transform: Moment.parse)
    var until: Moment?

    @Flag(help: "Only items that concern the police.")
    var matches = false

    @Option(help: "How many at most.")
    var limit = 20

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text, json or jsonl.")
    var format = OutputFormat.text

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
        if let option = query.first(where: { $0.hasPrefix("--") && $0.count > 2 }) {
            throw ValidationError("there is no option ‘\(option)’")
        }
        if query.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
            throw ValidationError("say what to look for")
        }
    }

    func run() async throws {
        let archive = try Workspace.open(state, .readOnly)
        try checkNames(archive)
        let text = query.joined(separator: " ")
        var search = SearchQuery(text, now: Date(), in: PressLanguage(config.path))
        guard !search.isEmpty else {
            throw Failure.couldNot(
                "‘\(text)’ has no word to look for; see ‘marsad search --help’")
        }
        search.topics = topic
        search.outlets = outlet
        search.since = try since?.date(by: config)
        search.until = try until?.date(by: config)
        search.matchesOnly = matches || !topic.isEmpty
        search.limit = limit
        let hits = try orFail { () throws(ArchiveError) in try archive.search(search) }
        try format.print(hits.map(SearchLine.init)) { _ in printText(hits) }
    }

    private func printText(_ hits: [SearchHit]) {
        if hits.isEmpty { Terminal.complain("nothing found") }
        for hit in hits {
            let day = hit.date.formatted(.iso8601.year().month().day())
            let mark = hit.isMatch ? " ●" : ""
            Terminal.line("\(Terminal.dim(hit.short))  \(day)  \(hit.outlet)\(mark)")
            let title = hit.title.isEmpty ? "(no headline)" : Bidi.isolated(hit.title)
            Terminal.line("  " + Terminal.bold(title))
            if !hit.snippet.text.isEmpty { Terminal.line("  " + Bidi.isolated(shown(hit.snippet))) }
        }
    }

    private func shown(_ snippet: Snippet) -> String {
        let scalars = Array(snippet.text.unicodeScalars)
        var text = ""
        for (index, scalar) in scalars.enumerated() {
            if Terminal.hasColour, snippet.highlights.contains(where: { $0.lowerBound == index }) {
                text += "\u{1B}[1;33m"
            }
            text.unicodeScalars.append(scalar)
            if Terminal.hasColour,
                snippet.highlights.contains(where: { $0.upperBound == index + 1 })
            {
                text += "\u{1B}[0m"
            }
        }
        return text
    }
}

/// A hit as JSON.
private struct SearchLine: Encodable {
    var id: String
    var feed: String
    var outlet: String
    var title: String
    var link: String?
    var date: Date
    var match: Bool
    var snippet: String

    init(_ hit: SearchHit) {
        id = hit.short
        feed = hit.key.feed
        outlet = hit.outlet
        title = hit.title
        link = hit.link
        date = hit.date
        match = hit.isMatch
        snippet = hit.snippet.text
    }
}
