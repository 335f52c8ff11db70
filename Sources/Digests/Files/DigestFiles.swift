import Foundation
import News

/// Puts digests on disk so that a reader, or a machine that dies, never sees half of one.
///
/// Each file is written under a temporary name in its own folder, flushed, and renamed; all are
/// written before the first is renamed; the folder is flushed last.
package struct DigestFiles {
    package typealias File = (name: String, contents: String)
    /// Files that are made together, in pieces: whole, and all at once, they would take up the
    /// memory.
    package struct Batch: Sendable {
        package typealias Maker =
            @Sendable (_ take: @escaping (_ name: String, _ piece: String) -> Void) -> Void

        let names: [String]
        /// Hands on what comes next of a file of that name.
        let make: Maker

        package init(_ names: [String], make: @escaping Maker) {
            self.names = names
            self.make = make
        }

        /// Files that are there.
        package init(_ files: [File]) {
            self.init(files.map { $0.name }) { take in
                for file in files { take(file.name, file.contents) }
            }
        }
    }

    /// Writes files into a folder, which is made where it is missing; replaces files of the
    /// same names. Names hold no `/`. Only owner and group may read unless `worldReadable`.
    package static func write(
        _ files: [File], into directory: String, worldReadable: Bool
    ) throws(DigestError) {
        try write([Batch(files)], into: directory, worldReadable: worldReadable)
    }

    /// The same for files that are made at the same time, as far as there are processors.
    package static func write(
        _ batches: [Batch], into directory: String, worldReadable: Bool
    ) throws(DigestError) {
        try write(batches, into: Folder(directory, worldReadable: worldReadable))
    }

    /// - Parameter keepsOld: what is there stays as it is.
    private static func write(
        _ batches: [Batch], into folder: Folder, keepsOld: Bool = false
    ) throws(DigestError) {
        let parts = AllAtOnce.map(batches) { Part(of: $0, in: folder, keepsOld: keepsOld) }
        let written = parts.flatMap(\.written)
        do throws(DigestError) {
            for case let error? in parts.map(\.error) { throw error }
            for file in written { try folder.rename(file.temporary, to: file.name) }
        } catch {
            for file in written { folder.remove(file.temporary) }
            throw error
        }
        try folder.flush()
    }

    /// What came of writing some files under temporary names.
    private struct Part: Sendable {
        private(set) var written: [(temporary: String, name: String)] = []
        private(set) var error: DigestError?

        init(of batch: Batch, in folder: Folder, keepsOld: Bool) {
            do throws(DigestError) {
                var files: [String: NewFile] = [:]
                for name in batch.names {
                    guard isPlain(name) else { throw .badName(name) }
                    if keepsOld, folder.holds(name) { continue }
                    let temporary = folder.temporaryName(for: name)
                    written.append((temporary, name))
                    files[name] = try folder.create(temporary)
                }
                try Part.fill(files, by: batch.make)
            } catch {
                self.error = error
            }
        }

        /// Pieces of other files are passed over, and after a failure all are.
        private static func fill(
            _ files: [String: NewFile], by make: Batch.Maker
        ) throws(DigestError) {
            guard !files.isEmpty else { return }
            var failure: DigestError?
            make { name, piece in
                guard failure == nil, let file = files[name] else { return }
                do throws(DigestError) { try file.write(piece) } catch { failure = error }
            }
            if let failure { throw failure }
            for file in files.values { try file.flush() }
        }
    }

    /// Writes a period's digest into `root/name/`, points `root/latest.*` at its files, and
    /// lists all digests in `root/index.html`.
    ///
    /// Pages already written never change: a file that is there stays as it is. Called again
    /// after a death half-way, it does what was left to do.
    package static func publish(
        _ batches: [Batch], as name: String, under root: String, language: DigestLanguage,
        worldReadable: Bool, templates: Templates = .builtIn
    ) throws(DigestError) {
        guard isPlain(name) else { throw .badName(name) }
        let folder = try Folder(root, worldReadable: worldReadable, isOwn: true)
        let pages = try Folder(root + "/" + name, worldReadable: worldReadable, isOwn: true)
        try write(batches, into: pages, keepsOld: true)
        for file in pages.pages() {
            let latest = latestName(of: file)
            if let linked = folder.target(of: latest), isLater(linked, than: name) { continue }
            try folder.link(latest, to: name + "/" + file)
        }
        let index = IndexPage(of: folder.digests(), language: language).text(by: templates)
        try write([Batch([("index.html", index)])], into: folder)
    }

    /// True where a link leads to a later period of the same kind: days and months are told
    /// apart by the length of their names.
    private static func isLater(_ target: String, than name: String) -> Bool {
        let linked = target.prefix { $0 != "/" }
        return linked.count == name.count && linked > name
    }

    /// `latest.fr.html` for `digest.fr.html`.
    private static func latestName(of name: String) -> String {
        "latest" + (name.firstIndex(of: ".").map { String(name[$0...]) } ?? "")
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\0")
    }
}
