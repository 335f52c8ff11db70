import Foundation

/// Puts digests on disk so that a reader, or a machine that dies, never sees half of one.
///
/// Each file is written under a temporary name in its own folder, flushed, and renamed; all are
/// written before the first is renamed; the folder is flushed last.
package struct DigestFiles {
    package typealias File = (name: String, contents: String)

    /// Writes files into a folder, which is made where it is missing; replaces files of the
    /// same names. Names hold no `/`. Only owner and group may read unless `worldReadable`.
    package static func write(
        _ files: [File], into directory: String, worldReadable: Bool
    ) throws(DigestError) {
        try write(files, into: Folder(directory, worldReadable: worldReadable))
    }

    private static func write(_ files: [File], into folder: Folder) throws(DigestError) {
        if let bad = files.first(where: { !isPlain($0.name) }) { throw .badName(bad.name) }
        var written: [(temporary: String, name: String)] = []
        do throws(DigestError) {
            for file in files {
                let temporary = folder.temporaryName(for: file.name)
                written.append((temporary, file.name))
                try folder.write(file.contents, to: temporary)
            }
            for file in written { try folder.rename(file.temporary, to: file.name) }
        } catch {
            for file in written { folder.remove(file.temporary) }
            throw error
        }
        try folder.flush()
    }

    /// Writes a period's digest into `root/name/`, points `root/latest.*` at its files, and
    /// lists all digests in `root/index.html`; gives the names of its files.
    ///
    /// Pages already written never change: a file that is there stays as it is. Called again
    /// after a death half-way, it does what was left to do.
    ///
    /// - Parameter editions: make the files of a language each, when it is their turn: those of
    ///   all languages together would take up the memory.
    @discardableResult
    package static func publish(
        _ editions: [() -> [File]], as name: String, under root: String, language: DigestLanguage,
        worldReadable: Bool, templates: Templates = .builtIn
    ) throws(DigestError) -> [String] {
        guard isPlain(name) else { throw .badName(name) }
        let pages = root + "/" + name
        let folder = try Folder(root, worldReadable: worldReadable, isOwn: true)
        let own = try Folder(pages, worldReadable: worldReadable, isOwn: true)
        var names: [String] = []
        for edition in editions {
            let files = edition()
            let missing = files.filter {
                !FileManager.default.fileExists(atPath: pages + "/" + $0.name)
            }
            try write(missing, into: own)
            names += files.map(\.name)
        }
        for file in names {
            let latest = latestName(of: file)
            if let linked = folder.target(of: latest), isLater(linked, than: name) { continue }
            try folder.link(latest, to: name + "/" + file)
        }
        let index = IndexPage(of: folder.digests(), language: language).text(by: templates)
        try write([("index.html", index)], into: folder)
        return names
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
