import ArgumentParser
import Extraction
import Foundation
import Settings

/// `marsad check`: reads all settings and says what loaded, or everything that is wrong.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read all settings, complain with file:line:column, change nothing.",
        discussion: "Example: marsad check --config /etc/marsad")

    @OptionGroup var config: ConfigOption

    func run() async throws {
        let clock = ContinuousClock()
        let began = clock.now
        let settings = try config.read()
        let spent = began.duration(to: clock.now)
        let rules = settings.topics.topics.reduce(0) { $0 + $1.rules.count }
        Terminal.line("settings in \(config.path): in order")
        Terminal.line(
            "  feeds    \(settings.enabledFeeds.count) enabled of \(settings.feeds.count)")
        Terminal.line("  topics   \(settings.topics.topics.count) with \(rules) rules")
        Terminal.line("  lexicon  \(settings.lexicon.count) entries")
        Terminal.line("  terms    \(settings.examiner.patternCount)")
        Terminal.line("  rules’ fingerprint \(settings.fingerprint)")
        Terminal.line(
            "  read in \(spent.formatted(.units(allowed: [.seconds, .milliseconds], width: .narrow)))"
        )
    }
}
