import ArgumentParser
import Extraction
import Foundation
import News
import Settings
import Storage

/// `marsad suggest`: words and phrases that tell a topic's items from others.
struct Suggest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Propose words and phrases that tell a topic's items from others.",
        discussion: """
            Items of the topic are those labelled so, and those matched and not labelled \
            otherwise; of others a sample is taken, of those that concern the police where there \
            are twenty. With FILE its labels decide. Words that the topic's rules find already in \
            nearly all items are left out (--all shows them).

            A column says in how many items of the topic the term stands, in how many others, \
            and in how many of the former a rule of the topic covers it already. z is the \
            log-odds with an informative prior, in standard deviations.

            Below stand terms of the topic's rules that only bring false hits, where documents \
            are labelled, and words to protect: those that are read as و, ف, ب, ك or ل and a \
            keyword, and seem to be words of their own.

            Examples:
              marsad suggest technology
              marsad suggest drugs labelled.jsonl --limit 50
            """)

    @Argument(help: "The topic's id.")
    var topic: String

    @Argument(
        help: ArgumentHelp("Labelled documents instead of the archive.", valueName: "FILE.jsonl"))
    var file: String?

    @Option(help: "How many at most.")
    var limit = 25

    @Option(help: "In how many items of the topic a term must stand.")
    var least = 3

    @Flag(help: "Also what the topic's rules find already.")
    var all = false

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
        if least < 1 { throw ValidationError("--least wants a number from 1 on") }
    }

    func run() async throws {
        let settings = try config.read()
        try Naming.check(topic, "topic", among: settings.topics.topics.map(\.id))
        let sample = try await documents(settings)
        let counted = Proposals.comparable(sample.documents)
        let within = counted.count(where: \.isOfTopic)
        guard within >= least else {
            Terminal.complain(sample.complaints)
            let items = within == 1 ? "1 item is" : "\(within) items are"
            throw Failure.couldNot(
                "\(items) of the topic ‘\(topic)’; \(least) at least are needed")
        }
        let found = Suggestions(least: least, stopwords: settings.stopwords)
            .suggestions(from: counted, limit: .max)
        let shown = found.filter { all || Double($0.covered) < 0.8 * Double($0.within) }
            .prefix(limit)
        switch format {
        case .json, .jsonl:
            let proposals = Proposals(terms: Array(shown), counted)
            Terminal.line(try JSON.text(proposals, pretty: format == .json, snake: true))
        case .text:
            Terminal.line(
                "\(topic): \(within)\(within < sample.ofTopic ? " of \(sample.ofTopic)" : "") items, "
                    + "\(counted.count - within) \(Proposals.others(counted)); "
                    + "\(shown.count) of \(found.count) terms")
            for suggestion in shown { Terminal.line(text(suggestion)) }
            printFaults(Proposals(terms: [], counted))
        }
        Terminal.complain(sample.complaints)
        if !sample.complaints.isEmpty { throw ExitCode(1) }
    }

    private func printFaults(_ proposals: Proposals) {
        if !proposals.falseHits.isEmpty {
            Terminal.line(Terminal.bold("\nterms that only bring false hits"))
        }
        for term in proposals.falseHits.prefix(limit) {
            Terminal.line(
                "  \(Bidi.isolated(term.term))  in \(term.wrong) judged wrong, in none judged right"
                    + "  \(term.place)")
            Terminal.line(Terminal.dim("    such as \(term.examples.joined(separator: ", "))"))
        }
        if !proposals.lookAlikes.isEmpty {
            Terminal.line(Terminal.bold("\nwords to protect (lexicon/protected.yaml)"))
        }
        for word in proposals.lookAlikes.prefix(limit) {
            Terminal.line(
                "  \(Bidi.isolated(word.word)), \(word.count) times, is read as "
                    + "\(Bidi.isolated(word.clitic)) + ‘\(Bidi.isolated(word.term))’, which stands "
                    + "\(word.alone) times without")
        }
    }

    private func text(_ suggestion: SuggestedTerm) -> String {
        var lines = [
            Terminal.bold(Bidi.isolated(suggestion.term))
                + "  in \(suggestion.within), in \(suggestion.without) others, "
                + "covered in \(suggestion.covered)  z \(suggestion.z)"
        ]
        if suggestion.forms.count > 1 {
            lines.append(
                "  also " + suggestion.forms.dropFirst().map(Bidi.isolated).joined(separator: ", "))
        }
        lines += suggestion.examples.map {
            Terminal.dim("  \($0.id)  ") + Bidi.isolated($0.sentence)
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Documents

    private func documents(_ settings: Configuration) async throws -> DocumentSample {
        let counter = DocumentCounter(examiner: settings.examiner, topic: topic)
        if let file {
            guard let read = LabelledFile(file) else {
                throw Failure.couldNot("\(file): cannot be read")
            }
            var sample = DocumentSample(limit: .max)
            sample.complaints = read.complaints
            sample.add(
                await InOrder.map(read.documents) { labelled in
                    counter.counted(labelled.document, label: labelled.verdict(counter.topic))
                }.compactMap { $0 })
            return sample
        }
        let archive = try Workspace.open(state, .readOnly)
        let topic = topic
        do throws(ArchiveError) {
            let labels = Dictionary(
                try archive.labels().filter { $0.subject == .topic(topic) }
                    .map { ($0.key, $0.verdict) }, uniquingKeysWith: { $1 })
            let total = try archive.totals().items
            let bar = ProgressBar(total: total)
            defer { bar.finish() }
            let stored = try StoredDocuments(settings, archive)
            let share = max(1, total / 4000)
            var walk = ArchiveWalk(archive: archive)
            walk.onProgress = { bar.show($0) }
            var sample = DocumentSample(limit: 4000)
            try await walk.eachPage(
                { item in
                    counter.counted(
                        stored.document(item), label: labels[item.key], hash: item.contentHash,
                        keepsOthers: item.contentHash % UInt64(share) == 0)
                }, { sample.add($0) })
            return sample
        } catch {
            throw Failure.couldNot(error)
        }
    }
}

extension Configuration {
    /// The stop words of the lexicon, folded.
    var stopwords: Set<String> {
        Set(
            lexicon.filter { $0.kind == "stopwords" }
                .flatMap { ($0.terms["terms"] ?? []).flatMap { SearchForms.words(of: $0.text) } })
    }
}

/// All that is proposed for a topic.
struct Proposals: Encodable {
    var terms: [SuggestedTerm]
    var falseHits: [FalseTerm]
    var lookAlikes: [WordToProtect]

    init(terms: [SuggestedTerm], _ documents: [CountedDocument]) {
        self.terms = terms
        falseHits = FalseTerms().terms(
            in: documents.compactMap { document in
                document.label.map { (document.id, $0, document.hits) }
            })
        var vocabulary: [String: Int] = [:]
        for document in documents {
            for word in document.words { vocabulary[word.folded, default: 0] += 1 }
        }
        lookAlikes = LookAlikeWords().words(documents.flatMap(\.hits), vocabulary: vocabulary)
    }
}

extension Proposals {
    /// Fewer others that concern the police tell too little.
    private static let enough = 20

    /// The documents without those that do not concern the police, where enough others are left:
    /// topics are judged in no others, and what tells police from football tells no topic.
    static func comparable(_ documents: [CountedDocument]) -> [CountedDocument] {
        let left = documents.filter { $0.isOfTopic || $0.isRelevant }
        return left.count(where: { !$0.isOfTopic }) >= enough ? left : documents
    }

    static func others(_ documents: [CountedDocument]) -> String {
        documents.contains { !$0.isOfTopic && !$0.isRelevant }
            ? "others" : "others that concern the police"
    }
}

/// Takes documents apart for suggestions.
struct DocumentCounter: Sendable {
    let examiner: Examiner
    let topic: String

    /// - Parameters:
    ///   - label: what people say; nil leaves it to the rules.
    ///   - keepsOthers: a document that is not of the topic is wanted too; nil else.
    func counted(
        _ document: Document, label: Bool?, hash: UInt64 = 0, keepsOthers: Bool = true
    ) -> CountedDocument? {
        func finding(_ verdict: Verdict) -> TopicFinding? {
            verdict.topics.first { $0.id == topic }
        }
        let reading = examiner.reading(of: document, for: topic) {
            label != nil || keepsOthers || finding($0) != nil
        }
        guard let reading else { return nil }
        let evidence = finding(reading.verdict)?.evidence ?? []
        return CountedDocument(
            id: document.id, hash: hash, language: reading.language,
            isOfTopic: label ?? (finding(reading.verdict) != nil),
            isRelevant: reading.verdict.isRelevant, words: reading.words,
            isCovered: reading.words.map { word in
                evidence.contains { $0.start <= word.start && word.end <= $0.end }
                    || evidence.contains { word.start <= $0.start && $0.end <= word.end }
            }, text: document.text, label: label, hits: reading.hits)
    }
}

/// The documents that words are counted in: those that are labelled, all others that are not of
/// the topic, and of those that are no more than tell its words.
///
/// Chosen by their hashes, so that the same archive gives the same ones.
struct DocumentSample {
    /// Of the topic and not labelled, at most.
    let limit: Int
    /// How many passed by that are of the topic.
    private(set) var ofTopic = 0
    private var chosen: [CountedDocument] = []
    private var others: [CountedDocument] = []
    /// What could not be read.
    var complaints: [String] = []

    init(limit: Int) { self.limit = limit }

    var documents: [CountedDocument] { chosen + others }

    mutating func add(_ page: [CountedDocument]) {
        ofTopic += page.count(where: \.isOfTopic)
        func isChosen(_ document: CountedDocument) -> Bool {
            document.isOfTopic && document.label == nil
        }
        others += page.filter { !isChosen($0) }
        chosen += page.filter(isChosen)
        guard chosen.count > limit else { return }
        chosen = Array(chosen.sorted { ($0.hash, $0.id) < ($1.hash, $1.id) }.prefix(limit))
    }
}
