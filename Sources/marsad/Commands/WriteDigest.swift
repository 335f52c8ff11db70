import ArgumentParser
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
            Without --since and --until the last 24 hours are told. The files go to drafts/ in \
            the state folder, where they replace those of the same name; what the daemon wrote \
            in digests/ stays as it is. --output - prints one form in one language; plain text \
            is then as wide as the terminal, with what matched in bold.

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

    @Option(help: "From this day on (2026-11-21).", transform: Day.parse)
    var since: Date?

    @Option(help: "Up to this day, which is left out.", transform: Day.parse)
    var until: Date?

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
        if let since, since >= until ?? Date() {
            throw ValidationError(
                until == nil ? "--since is not in the past" : "--since is not before --until")
        }
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
        if let templates { return try writeTemplates(to: templates) }
        if due { return try await writeDue() }
        let settings = try config.read()
        try checkTopics(settings)
        let archive = try Workspace.open(state, .readOnly)
        let writer = DigestWriter(settings: settings, archive: archive)
        let now = Date()
        let span = span(settings, at: now)
        let input = try orFail { () throws(ArchiveError) in
            try writer.input(since: span.since, until: span.until, topics: topic, at: now)
        }
        let languages = language.isEmpty ? settings.general.digest.digestLanguages : language
        guard output != "-" else { return print(input, languages, settings) }
        let folder = output ?? "\(state.path)/drafts/\(span.name)"
        let forms = format.isEmpty ? DigestForm.pages : format
        let files = writer.files(input, languages: languages, forms: forms)
        do throws(DigestError) {
            try DigestFiles.write(
                files, into: folder, worldReadable: settings.general.digest.isWorldReadable)
        } catch {
            throw Failure.couldNot(error)
        }
        for file in files { Terminal.line("\(folder)/\(file.name)") }
        if open, let page = files.first(where: { $0.name.hasSuffix(".html") }) ?? files.first {
            try Viewer.show("\(folder)/\(page.name)")
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

    private func span(_ settings: Configuration, at now: Date) -> DigestPeriod {
        let digest = settings.general.digest
        if let period, since == nil, until == nil {
            return DigestPeriod.last(period, before: now, atMinute: digest.at, in: digest.zone)
        }
        let end = until ?? now
        let begin = since ?? end.addingTimeInterval(-86_400)
        let style = Date.ISO8601FormatStyle(timeZone: digest.zone).year().month().day()
        return DigestPeriod(since: begin, until: end, name: end.formatted(style))
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
