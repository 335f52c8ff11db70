import ArgumentParser
import Extraction
import Foundation
import Settings

/// `marsad check`: reads all settings and says what loaded, or everything that is wrong.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read all settings, complain with file:line:column, change nothing.",
        discussion: """
            Everything that is wrong is told in one run, in the order of the files. Remarks \
            tell of what works but is of no use: terms that another one makes superfluous. Where \
            they are many, they are only counted.

            Examples:
              marsad check
              marsad check --config /etc/marsad
              marsad check --remarks
            """)

    @OptionGroup var config: ConfigOption

    @Flag(help: "Tell all remarks, however many there are.")
    var remarks = false

    func run() async throws {
        let clock = ContinuousClock()
        let began = clock.now
        let (read, problems, found) = SettingsFolder(config.path).check()
        for problem in problems { Terminal.complain("\(problem)") }
        guard let settings = read else { throw ExitCode(2) }
        let spent = began.duration(to: clock.now)
        let rules = settings.topics.topics.reduce(0) { $0 + $1.rules.count }
        Terminal.line("settings in \(config.path): in order")
        Terminal.line(
            "  feeds    \(settings.enabledFeeds.count) enabled of \(settings.feeds.count)")
        Terminal.line("  topics   \(settings.topics.topics.count) with \(rules) rules")
        let names = settings.lexicon.reduce(0) { $0 + $1.terms.values.joined().count }
        Terminal.line("  lexicon  \(settings.lexicon.count) entries with \(names) names and words")
        Terminal.line("  terms    \(settings.examiner.patternCount)")
        Terminal.line("  rules’ fingerprint \(settings.fingerprint)")
        Terminal.line(
            "  read in \(spent.formatted(.units(allowed: [.seconds, .milliseconds], width: .narrow)))"
        )
        tell(found)
    }

    private func tell(_ found: [SettingsProblem]) {
        guard !found.isEmpty else { return }
        guard remarks || found.count <= 20 else {
            return Terminal.line("  remarks  \(found.count); --remarks tells them")
        }
        for remark in found { Terminal.complain("remark: \(remark)") }
    }
}
