import ArgumentParser
import CLinux
import Digests
import Extraction
import Foundation
import Settings
import Storage

/// `marsad digest`: writes the digest of a period.
struct WriteDigest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Write the digest of a period.",
        discussion: """
            Without --since and --until the last 24 hours are told. --since and --until take a \
            day (2026-11-21), which begins at midnight, or a moment (2026-11-21T07:00), both in \
            the time zone of the settings; or a moment that names its zone \
            (2026-11-21T06:00:00Z, 2026-11-21T07:00+01:00). Nothing is told of the future: an \
            --until to come ends now.

            The files go to drafts/ in the state folder, each span and each choice of topics in \
            a folder of its own, where they replace those of the same name; what the daemon \
            wrote in digests/ stays as it is. --output - prints one form in one language; plain \
            text is then as wide as the terminal, with what matched in bold.

            --due is for a timer that takes the daemon's place: it writes into digests/ what the \
            daemon would have written by now, as the settings say, and each digest once.

            Examples:
              marsad digest
              marsad digest --period week --language fr --output week/
              marsad digest --since 2026-11-01 --language fr --format text --output -
              marsad digest --open
              marsad digest --due
              marsad digest --templates config/templates
            """)

    @Option(help: "The last of its kind that is over.")
    var period: GeneralSettings.Period?

    @Option(
        help: "From this day or moment on (\(Moment.examples)).", transform: Moment.parse)
    var since: Moment?

    @Option(help: "Up to this day or moment, which is left out.", transform: Moment.parse)
    var until: Moment?

    @Option(help: "Several times for several (else as the settings say).")
    var language: [DigestLanguage] = []

    @Option(help: "Several times for several (else all but mail).")
    var format: [DigestForm] = []

    @Option(help: "Only stories of this topic.")
    var topic: [String] = []

    @Option(help: ArgumentHelp("The folder to write to; - is standard output.", valueName: "DIR"))
    var output: String?

    @Flag(help: "Show the page once it is written, as xdg-open does or what $BROWSER names.")
    var open = false

    @Flag(help: "Write into digests/ what is due, as the daemon does; each digest once.")
    var due = false

    @Option(
        help: ArgumentHelp(
            "Write no digest but the program's templates, to be changed and put into the settings.",
            valueName: "DIR"))
    var templates: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    func validate() throws {
        if period != nil, since != nil || until != nil {
            throw ValidationError("--period says from when to when; leave out --since and --until")
        }
        if output == "-", format.count > 1 || language.count > 1 {
            throw ValidationError("--output - prints one form in one language; name one of each")
        }
        if open, output == "-" {
            throw ValidationError("--open wants a file, and --output - writes none")
        }
        try checkDue()
    }

    func run() async throws {
        // As in the daemon: what is freed goes back.
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_MMAP_THRESHOLD, 128 << 10)
        if let templates { return try writeTemplates(to: templates) }
        if due { return try await writeDue() }
        let settings = try config.read()
        malloc_trim(0)
        try checkTopics(settings)
        let archive = try Workspace.open(state, .readOnly)
        let writer = DigestWriter(settings: settings, archive: archive)
        let now = Date()
        let span = try span(settings.general.digest, at: now)
        let languages = language.isEmpty ? settings.general.digest.digestLanguages : language
        var input = try orFail { () throws(ArchiveError) in
            try writer.input(
                since: span.since, until: span.until, languages: languages, topics: topic, at: now)
        }
        guard output != "-" else { return print(input, languages, settings) }
        let folder = output ?? "\(state.path)/drafts/\(span.draftName(ofTopics: topic))"
        let forms = format.isEmpty ? DigestForm.pages : format
        let digests = writer.digests(of: &input, in: languages)
        do throws(DigestError) {
            try DigestFiles.write(
                digests.flatMap { writer.batches(of: $0, forms) }, into: folder,
                worldReadable: settings.general.digest.isWorldReadable)
        } catch {
            throw Failure.couldNot(error)
        }
        let written = digests.flatMap { digest in forms.map(digest.fileName) }
        for file in written { Terminal.line("\(folder)/\(file)") }
        if open, let page = written.first(where: { $0.hasSuffix(".html") }) ?? written.first {
            try Viewer.show("\(folder)/\(page)")
        }
    }

    /// None that is there is replaced: it may have been changed.
    private func writeTemplates(to folder: String) throws {
        let known = Templates.texts.sorted { $0.key < $1.key }
        let missing = known.filter {
            !FileManager.default.fileExists(atPath: "\(folder)/\($0.key)")
        }
        do throws(DigestError) {
            try DigestFiles.write(
                missing.map { ($0.key, $0.value) }, into: folder, worldReadable: true)
        } catch {
            throw Failure.couldNot(error)
        }
        for file in missing { Terminal.line("\(folder)/\(file.key)") }
    }

    private func checkTopics(_ settings: Configuration) throws {
        let known = settings.topics.topics.map(\.id)
        for id in topic where !known.contains(id) {
            throw Failure.couldNot(
                "there is no topic ‘\(id)’; there are \(known.joined(separator: ", "))")
        }
    }

    private func print(
        _ input: DigestInput, _ languages: [DigestLanguage], _ settings: Configuration
    ) {
        let digest = Digest(input, language: languages.first ?? .ar)
        Terminal.write(
            digest.render(
                format.first ?? .markdown, by: settings.templates ?? .builtIn,
                envelope: settings.general.digest.mail?.envelope ?? .unaddressed,
                on: Terminal.sheet))
    }

    private func span(
        _ digest: GeneralSettings.Digest, at now: Date
    ) throws -> DigestPeriod {
        if let period {
            var span = DigestPeriod.last(period, before: now, atMinute: digest.at, in: digest.zone)
            // Lest it replace that of the last 24 hours.
            if period == .day { span.name += "-day" }
            return span
        }
        let asked = until?.date(in: digest.zone)
        let end = min(asked ?? now, now)
        let begin = since?.date(in: digest.zone) ?? end.addingTimeInterval(-86_400)
        guard begin < end else {
            throw ValidationError(
                asked.map { $0 <= now } == true
                    ? "--since is not before --until" : "--since is not in the past")
        }
        return DigestPeriod(
            since: begin, until: end,
            name: DigestPeriod.draftName(
                from: since == nil && until == nil ? nil : begin,
                to: end, isOver: end < now, in: digest.zone))
    }
}

extension Terminal {
    /// What plain text is laid out for: the terminal where there is one, else a file.
    fileprivate static var sheet: TextSheet {
        guard let columns else { return .file }
        return TextSheet(width: columns, highlight: hasColour ? .bold : .stars)
    }
}

extension GeneralSettings.Period: ExpressibleByArgument {}
extension DigestLanguage: ExpressibleByArgument {}
extension DigestForm: ExpressibleByArgument {}
