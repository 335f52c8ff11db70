import ArgumentParser
import Extraction
import Foundation
import News
import Settings

/// `marsad analyze`: examines files through the same examiner as the daemon.
struct Analyze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Examine files: text, HTML, feeds, JSON Lines of documents, or folders of them.",
        discussion: """
            Examples:
              marsad analyze seeds/
              marsad analyze seeds/ --format json --with-text
              marsad analyze documents.jsonl --format jsonl
            """)

    @Argument(help: "Files or folders.")
    var paths: [String]

    @OptionGroup var config: ConfigOption

    @Option(help: "text, json (an array) or jsonl (an object a line).")
    var format = OutputFormat.text

    @Flag(help: "Give each report the text that its offsets count in.")
    var withText = false

    func run() async throws {
        let settings = try config.read()
        var reader = DocumentReader()
        let documents = paths.flatMap { reader.documents(at: $0) }
        let examiner = settings.examiner
        let needsText = withText
        let reports = await InOrder.map(documents) {
            examiner.examine($0, withText: needsText, withParagraphs: true)
        }
        try print(reports)
        for complaint in reader.complaints { Terminal.complain("marsad: \(complaint)") }
        if !reader.complaints.isEmpty { throw ExitCode(1) }
    }

    private func print(_ reports: [Report]) throws {
        try format.print(reports) { for report in $0 { Terminal.line(ReportText(report).text) } }
    }
}
