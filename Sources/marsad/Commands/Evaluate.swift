import ArgumentParser
import Extraction
import Foundation
import News
import Settings
import Storage

/// `marsad evaluate`: how right the rules are of labelled documents.
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure precision, recall and F1 on labelled documents.",
        discussion: """
            FILE holds a labelled document a line: {"id", "title", "text", "language", \
            "country", "outlet", "relevant", "topics"}. Without FILE the labelled items of the \
            archive are used. Documents whose relevance is null are left out; where only a topic \
            was judged, only that counts. Intervals hold 95 %: Wilson's, and for F1 those of a \
            bootstrap with a fixed seed.

            A rule's hits are the documents in which it counted, sole hits those in which no \
            other rule of its topic did. It is dead since its last hit where that is more than \
            thirty days before the latest document; --dead looks for it in the whole archive.

            Examples:
              marsad evaluate labelled.jsonl
              marsad evaluate labelled.jsonl --rules --topic drugs
              marsad evaluate --format json
            """)

    @Argument(help: ArgumentHelp("Labelled documents, JSON Lines.", valueName: "FILE.jsonl"))
    var file: String?

    @Option(help: "Show only this topic's rules and errors (‘relevant’ for relevance).")
    var topic: String?

    @Flag(help: "List every rule with its hits, sole hits and precision.")
    var rules = false

    @Flag(help: "Look in the whole archive for when each rule last counted.")
    var dead = false

    @Option(help: "How many documents a topic must have to count in the macro average.")
    var macroFrom = 5

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
        let settings = try config.read()
        let topic = try topic.map { try Naming.label($0, settings) }
        var (documents, complaints) = try labelled(settings)
        for index in documents.indices { documents[index].places = places }
        guard !documents.isEmpty else {
            Terminal.complain(complaints)
            throw Failure.couldNot("nothing is labelled; see ‘marsad label --help’")
        }
        let judge = RuleJudge(examiner: settings.examiner)
        let judged = await InOrder.map(documents) { judge.judged($0) }
        var evaluation = Evaluator(
            judged, topics: settings.topics.topics.map(\.id), rules: settings.ratedRules,
            macroFrom: macroFrom
        ).evaluation()
        if dead { try await addLastHits(to: &evaluation, settings) }
        switch format {
        case .text:
            Terminal.line(
                EvaluationText(evaluation, topic: topic, allRules: rules || dead || topic != nil)
                    .text)
        case .json, .jsonl:
            Terminal.line(try JSON.text(evaluation, pretty: format == .json))
        }
        Terminal.complain(complaints)
        if !complaints.isEmpty { throw ExitCode(1) }
    }

    /// The folders given, for commands that are printed.
    private var places: [String] {
        [("--config", config.folder), ("--state", state.folder)].flatMap { option, folder in
            folder.map { [option, $0] } ?? []
        }
    }

    /// When each rule last counted in the archive, by the date of its item.
    private func addLastHits(
        to evaluation: inout Evaluation, _ settings: Configuration
    ) async throws {
        let archive = try Workspace.open(state, .readOnly)
        let judge = RuleJudge(examiner: settings.examiner)
        var last: [String: Date] = [:]
        var until: Date?
        do throws(ArchiveError) {
            let stored = try StoredDocuments(settings, archive)
            let bar = ProgressBar(total: try archive.totals().items)
            defer { bar.finish() }
            var walk = ArchiveWalk(archive: archive)
            walk.onProgress = { bar.show($0) }
            try await walk.eachPage(
                { item in
                    (item.item.published ?? item.seen, judge.rules(of: stored.document(item)))
                },
                { page in
                    for (date, rules) in page {
                        until = max(until ?? date, date)
                        for rule in rules { last[rule] = max(last[rule] ?? date, date) }
                    }
                })
        } catch {
            throw Failure.couldNot(error)
        }
        evaluation.until = until
        for index in evaluation.rules.indices {
            evaluation.rules[index].lastHit = last[evaluation.rules[index].rule]
        }
    }

    private func labelled(_ settings: Configuration) throws -> ([Labelled], [String]) {
        if let file {
            guard let read = LabelledFile(file) else {
                throw Failure.couldNot("\(file): cannot be read")
            }
            return (read.documents, read.complaints)
        }
        let archive = try Workspace.open(state, .readOnly)
        return try orFail { () throws(ArchiveError) in
            (try ArchiveLabels(archive, settings).documents(), [])
        }
    }
}

/// Examines labelled documents.
struct RuleJudge: Sendable {
    let examiner: Examiner

    /// The rules that count in a document.
    func rules(of document: Document) -> [String] {
        let accounts = examiner.accounts(of: document, topicsWhere: \.isReached)
        return ([accounts.relevance] + accounts.topics).flatMap { $0.rules.map(\.rule) }
    }

    func judged(_ labelled: Labelled) -> Judged {
        let explanation = examiner.explain(labelled.document, nearest: false)
        var rules = ["relevance": explanation.relevance.rules.map(\.rule)]
        if explanation.report.isRelevant {
            for topic in explanation.topics { rules[topic.id] = topic.rules.map(\.rule) }
        }
        return Judged(
            labelled: labelled, isRelevant: explanation.report.isRelevant,
            score: explanation.report.score,
            topics: Set(explanation.report.topics.map(\.id)), rules: rules)
    }
}

extension Configuration {
    /// The rules by topic; those of relevance under `relevance`.
    var ratedRules: [String: [RatedRule]] {
        func rated(_ topic: TopicRules) -> [RatedRule] {
            topic.rules.map { RatedRule(id: $0.id, speaksAgainst: $0.weight < 0) }
        }
        var rules = Dictionary(
            topics.topics.map { ($0.id, rated($0)) }, uniquingKeysWith: { $1 })
        rules["relevance"] = rated(topics.relevance)
        return rules
    }
}
