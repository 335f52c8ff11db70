import Foundation
import News

/// Puts digests on disk so that a reader, or a machine that dies, never sees half of one.
///
/// Each file is written under a temporary name in its own folder, flushed, and renamed; all are
/// written before the first is renamed; the folder is flushed last.
package struct DigestFiles {
    package typealias File = (name: String, contents: String)
    /// Makes some files when it is their turn: all of them together would take up the memory.
    package typealias Maker = @Sendable () -> [File]

    /// Writes files into a folder, which is made where it is missing; replaces files of the
    /// same names. Names hold no `/`. Only owner and group may read unless `worldReadable`.
    package static func write(
        _ files: [File], into directory: String, worldReadable: Bool
    ) throws(DigestError) {
        try write([{ files }], into: directory, worldReadable: worldReadable)
    }

    /// The same for files that are made at the same time, as far as there are processors.
    package static func write(
        _ makers: [Maker], into directory: String, worldReadable: Bool
    ) throws(DigestError) {
        try write(makers, into: Folder(directory, worldReadable: worldReadable))
    }

    /// - Parameter keepsOld: what is there stays as it is.
    private static func write(
        _ makers: [Maker], into folder: Folder, keepsOld: Bool = false
    ) throws(DigestError) {
        let parts = AllAtOnce.map(makers) { Part(of: $0(), in: folder, keepsOld: keepsOld) }
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

        init(of files: [File], in folder: Folder, keepsOld: Bool) {
            do throws(DigestError) {
                for file in files {
                    guard isPlain(file.name) else { throw .badName(file.name) }
                    if keepsOld, folder.holds(file.name) { continue }
                    let temporary = folder.temporaryName(for: file.name)
                    written.append((temporary, file.name))
                    try folder.write(file.contents, to: temporary)
                }
            } catch {
                self.error = error
            }
        }
    }

    /// Writes a period's digest into `root/name/`, points `root/latest.*` at its files, and
    /// lists all digests in `root/index.html`.
    ///
    /// Pages already written never change: a file that is there stays as it is. Called again
    /// after a death half-way, it does what was left to do.
    package static func publish(
        _ makers: [Maker], as name: String, under root: String, language: DigestLanguage,
        worldReadable: Bool, templates: Templates = .builtIn
    ) throws(DigestError) {
        guard isPlain(name) else { throw .badName(name) }
        let folder = try Folder(root, worldReadable: worldReadable, isOwn: true)
        let pages = try Folder(root + "/" + name, worldReadable: worldReadable, isOwn: true)
        try write(makers, into: pages, keepsOld: true)
        for file in pages.pages() {
            let latest = latestName(of: file)
            if let linked = folder.target(of: latest), isLater(linked, than: name) { continue }
            try folder.link(latest, to: name + "/" + file)
        }
        let index = IndexPage(of: folder.digests(), language: language).text(by: templates)
        try write([{ [("index.html", index)] }], into: folder)
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
