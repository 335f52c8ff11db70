import ArgumentParser
import Extraction
import Foundation
import Storage

/// `marsad archive`: looks after what is on disk.
struct ArchiveCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Look after the archive: check it, copy it, carry it elsewhere.",
        discussion: """
            Examples:
              marsad archive check
              marsad archive backup /var/backups/marsad.sqlite
              marsad archive export archive.jsonl
            """,
        subcommands: [
            CheckArchive.self, BackUpArchive.self, CompactArchive.self, ExportArchive.self,
            ImportArchive.self,
        ])
}

/// `marsad archive check`: whether all is in order.
struct CheckArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for damage, and for what should never be in an archive.",
        discussion: """
            Reads the whole file; polls go on meanwhile. Beside a running daemon the search \
            index alone is not compared with its words. Exit code 1 where there are faults.

            Examples:
              marsad archive check
              marsad archive check --state /var/lib/marsad --format json
            """)

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
        let archive = try open()
        let progress = Gauge()
        let faults = try orFail { () throws(ArchiveError) in
            try archive.check(onProgress: progress.show)
        }
        progress.finish()
        switch format {
        case .text: print(faults, archive)
        case .json, .jsonl:
            Terminal.line(try JSON.text(Finding(archive, faults), pretty: format == .json))
        }
        if !faults.isEmpty { throw ExitCode(1) }
    }

    /// For writing where nobody else does, so that the index can be checked too.
    private func open() throws -> Archive {
        let reader = try Workspace.open(state, .readOnly)
        guard reader.holder == nil, let writer = try? Archive(at: state.path, access: .readWrite)
        else { return reader }
        try? reader.close()
        return writer
    }

    private func print(_ faults: [String], _ archive: Archive) {
        for fault in faults { Terminal.complain("\(archive.path): \(fault)") }
        guard faults.isEmpty else { return }
        let size = (try? archive.size()).map { ", \(Bytes($0.database + $0.log))" } ?? ""
        let items = (try? archive.counts()).map { ", \($0.items) items" } ?? ""
        Terminal.line("\(archive.path): in order\(items)\(size)")
        if !archive.isWritable {
            Terminal.line(
                "the search index was not compared with its words: another process writes the "
                    + "archive, or it may not be written; ‘marsad archive compact’ does both")
        }
    }

    private struct Finding: Encodable {
        var archive: String
        var sound: Bool
        var faults: [String]
        /// Whether the search index was compared with its words.
        var index: Bool

        init(_ archive: Archive, _ faults: [String]) {
            self.archive = archive.path
            self.faults = faults
            sound = faults.isEmpty
            index = archive.isWritable
        }
    }
}

/// `marsad archive compact`: the file without gaps, the index in order.
struct CompactArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact",
        abstract: "Give room back to the disk and put the search index in order.",
        discussion: """
            What is kept and no search finds is put into the index, and what is found and not \
            kept taken out. Needs as much room again meanwhile. A daemon that runs is asked to \
            do it, and polls nothing meanwhile. What retention drops is given back bit by bit \
            without it.

            Example: marsad archive compact
            """)

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption

    func run() async throws {
        if let bytes = try ControlClient(state: state.path)?
            .ask(ControlRequest(.compact), patience: 3_600)?.bytes, bytes.count == 2
        {
            return tell(state.path + "/archive.sqlite", before: bytes[0], now: bytes[1])
        }
        try Workspace.open(state, .readOnly).close()
        let archive = try Workspace.open(state, .readWrite)
        let progress = Gauge()
        try orFail { () throws(ArchiveError) in
            let before = try archive.size()
            try archive.compact(
                words: SearchForms.words, onProgress: progress.show)
            let after = try archive.size()
            progress.finish()
            tell(
                archive.path, before: before.database + before.log, now: after.database + after.log)
            try archive.close()
        }
    }

    private func tell(_ path: String, before: Int, now: Int) {
        Terminal.line("\(path): \(Bytes(before)) before, \(Bytes(now)) now")
    }
}

/// How far work is whose extent is known only once it has begun.
struct Gauge: Sendable {
    func show(_ done: Int, _ total: Int) { ProgressBar(total: total).show(done) }

    func finish() { ProgressBar(total: 0).finish() }
}

/// A number of bytes, for people: `512 bytes`, `3.4 MB`.
struct Bytes: CustomStringConvertible {
    let description: String

    init(_ count: Int) {
        let units = ["kB", "MB", "GB", "TB"]
        var value = Double(count)
        var unit: String?
        for next in units where value >= 1_000 {
            value /= 1_000
            unit = next
        }
        description = unit.map { String(format: "%.1f \($0)", value) } ?? "\(count) bytes"
    }
}
