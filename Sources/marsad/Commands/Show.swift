import ArgumentParser
import Foundation
import News
import Settings
import Storage

/// `marsad show`: an item of the archive with all that is known of it.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show an item of the archive: text, findings, versions, labels.",
        discussion: """
            Examples:
              marsad show 3f9a2c
              marsad show https://example.org/article --format json
            """)

    @Argument(help: ArgumentHelp("Short id or address.", valueName: "ITEM"))
    var item: String

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
        let archive = try Workspace.open(state, .readOnly)
        let stored = try archive.stored(item)
        let labels = try orFail { () throws(ArchiveError) in try archive.labels(of: stored.key) }
        switch format {
        case .text: Terminal.line(ItemText(stored, labels).text)
        case .json, .jsonl:
            Terminal.line(try JSON.text(ShownItem(stored, labels), pretty: format == .json))
        }
    }
}

/// An item as a person reads it at a terminal.
struct ItemText {
    private let stored: StoredItem
    private let labels: [Label]

    init(_ stored: StoredItem, _ labels: [Label]) {
        self.stored = stored
        self.labels = labels
    }

    var text: String {
        let item = stored.item
        var lines = [
            Terminal.bold(Bidi.isolated(stored.shownTitle)),
            "  \(stored.short)  \(Bidi.isolated(stored.outlet))  "
                + (item.published ?? stored.seen).formatted(.iso8601),
        ]
        if let link = item.link { lines.append("  \(link)") }
        if !item.text.isEmpty {
            let paragraphs = item.text.split(separator: "\n").map { Bidi.isolated(String($0)) }
            lines += [""] + paragraphs + [""]
        }
        if let report = stored.report { lines.append(ReportText(report).text) }
        lines += history
        return lines.joined(separator: "\n")
    }

    private var history: [String] {
        var lines = ["  seen \(stored.seen.formatted(.iso8601))"]
        if let matched = stored.matched {
            let rules = stored.rulesFingerprint.map { " under rules \($0)" } ?? ""
            lines.append("  matched \(matched.formatted(.iso8601))\(rules)")
        }
        for (version, edit) in zip(stored.versions, ItemEdits(stored).all) {
            let when = version.seen.formatted(.iso8601)
            lines.append("  version \(version.number), \(when): \(Bidi.isolated(version.title))")
            lines += edit.lines.map { "    " + Bidi.isolated($0) }
        }
        if let edited = stored.edited { lines.append("  edited \(edited.formatted(.iso8601))") }
        if let story = stored.story {
            let spoken = SpokenFacts([stored.report].compactMap(\.self))
            let why = stored.why.map(spoken.sentence)
            lines.append("  story \(story)" + (why.map { ": \($0)" } ?? ""))
        }
        lines += stored.elsewhere.map { "  also \($0.short) of \($0.feed)" }
        return lines + labels.map { "  label \(LabelText($0).text)" }
    }
}

/// An item as JSON.
private struct ShownItem: Encodable {
    struct Version: Encodable {
        var number: Int
        var seen: Date
        var title: String
        var text: String?
        /// What the next version made of it.
        var changes: [TextChange]
    }

    var id: String
    var feed: String
    var outlet: String
    var item: Item
    var seen: Date
    var edited: Date?
    var matched: Date?
    var rules: String?
    var story: Int64?
    var report: Report?
    var versions: [Version]
    var elsewhere: [ItemKey]
    var labels: [LabelLine.Judgement]

    init(_ stored: StoredItem, _ labels: [Label]) {
        id = stored.short
        feed = stored.key.feed
        outlet = stored.outlet
        item = stored.item
        seen = stored.seen
        edited = stored.edited
        matched = stored.matched
        rules = stored.rulesFingerprint
        story = stored.story
        report = stored.report
        versions = zip(stored.versions, ItemEdits(stored).all).map { version, edit in
            Version(
                number: version.number, seen: version.seen, title: version.title,
                text: version.text, changes: edit.changes)
        }
        elsewhere = stored.elsewhere
        self.labels = labels.map(LabelLine.Judgement.init)
    }
}
