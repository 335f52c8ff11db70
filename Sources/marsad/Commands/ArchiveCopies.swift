import ArgumentParser
import Foundation
import Storage

/// `marsad archive backup`: a copy of one moment, while polls go on.
struct BackUpArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a copy of the archive, beside a running daemon.",
        discussion: """
            The copy shows one moment and appears once it is whole; an earlier one of that name \
            is replaced. To bring it back: stop the daemon, take archive.sqlite-wal and \
            archive.sqlite-shm out of the state folder, and put the copy there as archive.sqlite.

            Example: marsad archive backup /var/backups/marsad.sqlite
            """)

    @Argument(help: ArgumentHelp("Where the copy goes.", valueName: "FILE"))
    var file: String

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption

    func run() async throws {
        let archive = try Workspace.open(state, .readOnly)
        let progress = Gauge()
        try orFail { () throws(ArchiveError) in
            try archive.backup(to: file, onProgress: progress.show)
        }
        progress.finish()
        Terminal.line("\(file): \(Bytes(FileSize.of(file)))")
    }
}

/// `marsad archive export`: everything as JSON Lines.
struct ExportArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole archive as JSON Lines, for another machine or program.",
        discussion: """
            A line for each row under the names of its columns; the first line tells the \
            schema, the last the number of rows. ‘marsad archive import’ makes the very same \
            archive of it. Polls go on meanwhile. The digests' files are not in it.

            Examples:
              marsad archive export archive.jsonl
              marsad archive export - | zstd > archive.jsonl.zst
            """)

    @Argument(help: ArgumentHelp("Where to; - for standard output.", valueName: "FILE"))
    var file: String

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption

    func run() async throws {
        let archive = try Workspace.open(state, .readOnly)
        let progress = Gauge()
        // To know the extent all rows have to be counted.
        var onProgress: Archive.OnProgress?
        if Terminal.hasProgress { onProgress = progress.show }
        let rows = try orFail { () throws(ArchiveError) in
            if file == "-" {
                // A reader that went away ends the program quietly, as it ends `cat`.
                signal(SIGPIPE, SIG_DFL)
                return try archive.export(to: FileHandle.standardOutput, onProgress: onProgress)
            }
            return try archive.export(to: file, onProgress: onProgress)
        }
        progress.finish()
        if file != "-" { Terminal.line("\(file): \(rows) rows, \(Bytes(FileSize.of(file)))") }
    }
}

/// `marsad archive import`: an archive from JSON Lines.
struct ImportArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make an archive of what was exported.",
        discussion: """
            Only into a state folder without an archive, or with an empty one; all of the file \
            is taken, or nothing.

            Examples:
              marsad archive import archive.jsonl --state /var/lib/marsad
              zstd -dc archive.jsonl.zst | marsad archive import -
            """)

    @Argument(help: ArgumentHelp("What was exported; - for standard input.", valueName: "FILE"))
    var file: String

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption

    func run() async throws {
        let input = try input()
        let archive = try Workspace.open(state, .readWrite)
        let progress = Gauge()
        let size = FileSize.of(file)
        let rows = try orFail { () throws(ArchiveError) in
            try archive.take(from: input, named: file == "-" ? "standard input" : file) {
                progress.show($0, size)
            }
        }
        progress.finish()
        try orFail { () throws(ArchiveError) in try archive.close() }
        Terminal.line("\(archive.path): \(rows) rows")
    }

    private func input() throws -> FileHandle {
        if file == "-" { return .standardInput }
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        guard !isFolder.boolValue else {
            throw Failure.couldNot(
                "\(file): is a folder; give the file that ‘archive export’ wrote")
        }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw Failure.couldNot(
                "\(file): cannot be opened: \(String(cString: strerror(errno)))")
        }
        return handle
    }
}

/// Bytes of a file; 0 where there is none.
enum FileSize {
    static func of(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
