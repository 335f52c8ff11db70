import ArgumentParser
import Extraction
import Foundation
import News
import Settings
import Storage

/// `marsad forms`: every form of a term in the archive, and the look-alikes that were refused.
struct Forms: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the forms in which the archive has a term, and look-alikes refused.",
        discussion: """
            TERM is written as in a rule: ‘قرص’, ‘+شرطي’, ‘terror*’, ‘=أمن’, ‘police \
            judiciaire’. Forms are counted by item.

            Examples:
              marsad forms 'أمن'
              marsad forms '+شرطي' --since 2026-10-01
            """)

    @Argument(help: ArgumentHelp("A term as in a rule.", valueName: "TERM"))
    var term: String

    @Option(
        help: "Only items seen from this day or moment on (\(Moment.examples)).",
        transform: Moment.parse)
    var since: Moment?

    @Option(help: "How many forms at most.")
    var limit = 40

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
        if let first = term.first, "@#$".contains(first) {
            throw ValidationError("‘\(term)’ is a reference; give a word or a phrase")
        }
    }

    func run() async throws {
        let settings = try config.read()
        guard let forms = TermForms(term, lexicon: settings.lexicon) else {
            throw Failure.couldNot("‘\(term)’ holds no word to look for")
        }
        let archive = try Workspace.open(state, .readOnly)
        let counts = try await count(
            forms, archive, since: since?.date(in: settings.general.digest.zone))
        switch format {
        case .text: printText(counts)
        case .json, .jsonl: Terminal.line(try JSON.text(counts, pretty: format == .json))
        }
    }

    private func count(
        _ forms: TermForms, _ archive: Archive, since: Date?
    ) async throws -> FormCounts {
        do throws(ArchiveError) {
            let bar = ProgressBar(total: try archive.totals(since: since).items)
            defer { bar.finish() }
            var walk = ArchiveWalk(archive: archive, since: since)
            walk.onProgress = { bar.show($0) }
            let found = try await walk.map { stored in
                forms.forms(in: stored.item.title + "\n\n" + stored.item.text)
            }
            return FormCounts(term, forms, found)
        } catch {
            throw Failure.couldNot(error)
        }
    }

    private func printText(_ counts: FormCounts) {
        let term = Bidi.isolated(counts.term)
        Terminal.line(Terminal.bold("\(term): \(counts.found.count) forms"))
        for form in counts.found.prefix(limit) {
            Terminal.line(
                "  \(form.items)  \(Bidi.isolated(form.form))  \(form.reading ?? "")")
        }
        guard !counts.refused.isEmpty else { return }
        Terminal.line(Terminal.bold("look-alikes refused: \(counts.refused.count)"))
        for form in counts.refused.prefix(limit) {
            Terminal.line(
                "  \(form.items)  \(Bidi.isolated(form.form))  \(form.refusal ?? "")")
        }
    }
}

/// The forms of a term with the number of items that have them, the most frequent first.
struct FormCounts: Encodable {
    struct Form: Encodable, Hashable {
        var form: String
        var items: Int
        /// What was read as clitics, and what liberties the letters take; of a form found.
        var reading: String?
        /// Of a look-alike.
        var refusal: String?
    }

    var term: String
    var found: [Form]
    var refused: [Form]

    init(
        _ term: String, _ forms: TermForms, _ items: [(found: [String], alike: [TermForms.Alike])]
    ) {
        self.term = term
        found = FormCounts.counts(items.map(\.found)).map {
            Form(form: $0.key, items: $0.value, reading: forms.reading(of: $0.key)?.words)
        }.sorted(by: FormCounts.isBefore)
        refused = FormCounts.counts(items.map(\.alike)).map {
            Form(form: $0.key.quote, items: $0.value, refusal: forms.refusal(of: $0.key))
        }.sorted(by: FormCounts.isBefore)
    }

    /// In how many items something is.
    private static func counts<Value: Hashable>(_ items: [[Value]]) -> [Value: Int] {
        items.reduce(into: [:]) { counts, item in
            for value in Set(item) { counts[value, default: 0] += 1 }
        }
    }

    private static func isBefore(_ one: Form, _ other: Form) -> Bool {
        (other.items, one.form) < (one.items, other.form)
    }
}
