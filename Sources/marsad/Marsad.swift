import ArgumentParser
import Foundation

/// The program; one subcommand a file in `Commands/`.
@main
struct Marsad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marsad",
        abstract: "Reads the feeds of the Moroccan press and finds what concerns the police.",
        discussion: """
            Results go to standard output, complaints and progress to standard error.
            Exit codes: 0 done; 1 done, with complaints; 2 could not.

            Try `marsad demo` for a tour without the internet.
            """,
        version: Version.number,
        subcommands: [
            Analyze.self, Parse.self, Poll.self, Run.self, WriteDigest.self, Check.self,
            Explain.self, RunBacktest.self, LabelItem.self, Labels.self, Evaluate.self,
            Suggest.self, Forms.self, FeedCommands.self, Search.self, Show.self, Stories.self,
            ArchiveCommands.self, Status.self, Control.self, Demo.self,
        ])

    static func main() {
        TaskThreads.takeOver()
        // Detached: a task of the main actor would wait for this very thread.
        Task.detached {
            await Program.run(Marsad.self)
            Foundation.exit(0)
        }
        // What there is to do is done by others.
        while true { pause() }
    }
}

/// The version, as `--version` and the User-Agent give it.
enum Version {
    static let number = "0.1.0"
}
