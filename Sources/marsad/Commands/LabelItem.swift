import ArgumentParser
import Extraction
import Foundation
import News
import Settings
import Storage

/// `marsad label`: says what is right of an item.
struct LabelItem: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "Say what is right of an item: relevant or not, which topics.",
        discussion: """
            A judgement is ‘relevant=yes’, ‘relevant=no’, or a topic with yes or no; \
            ‘TOPIC=forget’ takes one back. A later word of the same person replaces the \
            earlier. Without judgements those that there are are shown.

            --review walks through the items that are most worth a judgement: near a threshold, \
            found or lost since they were kept, or by changed rules (--changed), and where rules \
            speak against each other. A key is an answer: y yes, n no, s skip, b back, q quit; \
            + and a topic’s id add a topic. Keys may come from a pipe as well. All this works \
            while the daemon runs.

            Examples:
              marsad label 3f9a2c relevant=yes drugs=yes road-safety=no
              marsad label 3f9a2c relevant=no --note "Algeria's DGSN"
              marsad label https://example.org/article technology=forget
              marsad label --review
              marsad label --review --changed try --topic technology
            """)

    @Argument(help: ArgumentHelp("Short id or address.", valueName: "ITEM"))
    var item: String?

    @Argument(help: ArgumentHelp("relevant=yes|no, TOPIC=yes|no|forget", valueName: "judgement"))
    var judgements: [String] = []

    @Option(help: "Who says so (else $USER).")
    var who: String?

    @Option(help: "Why.")
    var note: String?

    @Flag(help: "Walk through the items most worth a judgement.")
    var review = false

    @Option(
        help: ArgumentHelp(
            "With --review: changed settings, whose gains and losses come first.", valueName: "DIR")
    )
    var changed: String?

    @Option(help: "With --review: only what is in doubt of this topic; ‘relevant’ for relevance.")
    var topic: String?

    @Option(
        help: "With --review: only items seen from this day or moment on; else the last 30 days.",
        transform: Moment.parse)
    var since: Moment?

    @Option(help: "With --review: how many items at most.")
    var limit = 20

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
        if review, item != nil { throw ValidationError("--review chooses the items itself") }
        if review, note != nil { throw ValidationError("--note goes with an item") }
        if !review, changed != nil || topic != nil || since != nil {
            throw ValidationError("--changed, --topic and --since go with --review")
        }
        if !review, item == nil { throw ValidationError("name an item, or walk with --review") }
    }

    func run() async throws {
        let settings = try config.read()
        let topics = settings.topics.topics.map(\.id)
        let labeller = who ?? ProcessInfo.processInfo.environment["USER"] ?? "unknown"
        let subject = try topic.map { try Naming.label($0, settings) }
        guard let item else {
            return try await ReviewItems(
                settings: settings, changed: try changed.map(ConfigOption.read), state: state,
                since: since?.date(in: settings.general.digest.zone)
                    ?? Date().addingTimeInterval(-30 * 86_400), subject: subject,
                limit: limit, who: labeller
            ).run()
        }
        try judge(item, as: labeller, topics)
    }

    private func judge(_ item: String, as labeller: String, _ topics: [String]) throws {
        let said = try judgements.map { text in
            guard let judgement = Judgement(text, topics: topics) else {
                throw Failure.couldNot(Judgement.complaint(text, topics: topics))
            }
            return judgement
        }
        let archive = try Workspace.open(state, .readOnly)
        let stored = try archive.stored(item)
        let pairs = said.map { ($0, label($0, of: stored, as: labeller)) }
        try LabelKeeper(state).keep(
            pairs.filter { $0.0.verdict != nil }.map(\.1),
            forget: pairs.filter { $0.0.verdict == nil }.map(\.1))
        let all = try orFail { () throws(ArchiveError) in try archive.labels(of: stored.key) }
        Terminal.line(Terminal.dim(stored.short) + "  " + Bidi.isolated(stored.shownTitle))
        for label in all { Terminal.line("  " + LabelText(label).text) }
        if all.isEmpty { Terminal.line("  no labels") }
    }

    private func label(
        _ judgement: Judgement, of stored: StoredItem, as labeller: String
    ) -> Label {
        Label(
            key: stored.key, subject: judgement.subject, verdict: judgement.verdict ?? true,
            who: labeller, at: Date(), note: note)
    }
}

/// A judgement as it is typed: `drugs=yes`.
struct Judgement: Hashable {
    var subject: Label.Subject
    /// Nil takes back what was said.
    var verdict: Bool?

    /// Nil where it is none, or the topic is unknown.
    init?(_ text: String, topics: [String]) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "relevant": subject = .relevance
        case let topic where topics.contains(topic): subject = .topic(topic)
        default: return nil
        }
        switch parts[1].lowercased() {
        case "yes", "y", "true": verdict = true
        case "no", "n", "false": verdict = false
        case "forget": verdict = nil
        default: return nil
        }
    }

    static func complaint(_ text: String, topics: [String]) -> String {
        let name = text.split(separator: "=").first.map(String.init) ?? text
        guard name == "relevant" || topics.contains(name) else {
            return "there is no topic ‘\(name)’; there are relevant, "
                + topics.joined(separator: ", ")
        }
        return "‘\(text)’ is no judgement; write \(name)=yes, \(name)=no or \(name)=forget"
    }
}

/// A label as a line at a terminal.
struct LabelText {
    let label: Label

    init(_ label: Label) { self.label = label }

    var text: String {
        let line = LabelLine.Judgement(label)
        let day = label.at.formatted(.iso8601.year().month().day())
        let note = label.note.map { ": " + Bidi.isolated(Terminal.plain($0)) } ?? ""
        return "\(line.subject)=\(label.verdict ? "yes" : "no")  \(Terminal.plain(label.who)), "
            + "\(day)\(note)"
    }
}
