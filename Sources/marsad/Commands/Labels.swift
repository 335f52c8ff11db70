import ArgumentParser
import Extraction
import Foundation
import News
import Settings
import Storage

/// `marsad labels`: labels in and out, as JSON Lines.
struct Labels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Carry labels in and out of the archive as JSON Lines.",
        discussion: """
            Examples:
              marsad labels export > labelled.jsonl
              marsad labels import labelled.jsonl
            """,
        subcommands: [ExportLabels.self, ImportLabels.self])
}

/// `marsad labels export`: every labelled item with its text and judgements.
struct ExportLabels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the labelled items with their texts and judgements.",
        discussion: """
            A line an item: {"id", "title", "text", "language", "country", "outlet", \
            "relevant", "topics"}, as ‘marsad evaluate’ reads it, and who said what when.

            Example: marsad labels export > labelled.jsonl
            """)

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    func run() async throws {
        let settings = try config.read()
        let archive = try Workspace.open(state, .readOnly)
        let lines = try orFail { () throws(ArchiveError) in
            try ArchiveLabels(archive, settings).lines()
        }
        for line in lines { Terminal.line(try JSON.text(line)) }
    }
}

/// `marsad labels import`: takes judgements of items that the archive has.
struct ImportLabels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take judgements of items that the archive has.",
        discussion: """
            Items are known by feed and id, by address, or by short id. A line that does not \
            say who judged is taken to be yours (--who), of now. Judgements of topics that \
            neither the settings nor the archive's matches know are left out.

            A daemon that runs is asked to keep them.

            Example: marsad labels import labelled.jsonl
            """)

    @Argument(help: ArgumentHelp("JSON Lines.", valueName: "FILE.jsonl"))
    var file: String

    @Option(help: "Who says so, where the file does not (else $USER).")
    var who: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure.couldNot("\(file): cannot be read")
        }
        let labeller = who ?? ProcessInfo.processInfo.environment["USER"] ?? "unknown"
        let read = LabelLines(data, path: file, who: labeller, at: Date())
        let archive = try Workspace.open(state, .readOnly)
        var complaints = read.complaints
        let unknown = try unknownTopics(read, in: archive)
        complaints += unknown.values.sorted { $0.line < $1.line }.map(\.complaint)
        var taken: [Label] = []
        var items: Set<ItemKey> = []
        for entry in read.entries {
            let stored = try orFail { () throws(ArchiveError) in try archive.item(entry.item) }
            guard let stored else {
                complaints.append("\(file):\(entry.line): its item is not in the archive")
                continue
            }
            items.insert(stored.key)
            taken += entry.judgements.filter { $0.topic.map { unknown[$0] == nil } ?? true }
                .map { $0.label(of: stored.key) }
        }
        try LabelKeeper(state).keep(taken)
        Terminal.line("\(taken.count) judgements of \(items.count) items taken")
        Terminal.complain(complaints)
        if !complaints.isEmpty { throw ExitCode(1) }
    }

    /// The first line of each topic that nobody knows, with what is said of it; none where there
    /// are no settings to tell them.
    private func unknownTopics(
        _ read: LabelLines, in archive: Archive
    ) throws -> [String: (line: Int, complaint: String)] {
        let named = read.entries.flatMap { entry in
            entry.judgements.compactMap(\.topic).map { ($0, entry.line) }
        }
        var lines = Dictionary(named, uniquingKeysWith: { first, _ in first })
        let found = try orFail { () throws(ArchiveError) in try archive.topicsOfMatches() }
        for topic in found { lines[topic] = nil }
        guard !lines.isEmpty, let settings = try? SettingsFolder(config.path).read() else {
            return [:]
        }
        let known = settings.topics.topics.map(\.id)
        return lines.filter { !known.contains($0.key) }.reduce(into: [:]) { unknown, topic in
            let hint = Suggestion.question(for: topic.key, among: known)
            unknown[topic.key] = (
                topic.value,
                "\(file):\(topic.value): there is no topic ‘\(topic.key)’, so that judgements of it "
                    + "are left out\(hint)"
            )
        }
    }
}
