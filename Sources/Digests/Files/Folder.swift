import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A digest on disk, as the list of all tells it.
struct ListedDigest {
    struct Totals: Decodable {
        let articles: Int
        let stories: Int
    }

    let name: String
    /// Sorted.
    let files: [String]
    /// Nil where its JSON form is missing.
    let totals: Totals?
}

/// A folder that digests lie in, and the system calls on it, each checked.
struct Folder: Sendable {
    let path: String
    private let worldReadable: Bool

    /// Makes the folder, and those above it, where they are missing.
    ///
    /// - Parameter isOwn: it holds digests alone, so that it is as readable as they are even where
    ///   it was there before; a folder that a person names stays as it is.
    init(_ path: String, worldReadable: Bool, isOwn: Bool = false) throws(DigestError) {
        self.path = path
        self.worldReadable = worldReadable
        let mode: mode_t = worldReadable ? 0o755 : 0o750
        try Folder.make(path, mode: mode)
        if isOwn, chmod(path, mode) != 0 { throw Folder.failure(path) }
    }

    func temporaryName(for name: String) -> String {
        ".\(name).\(getpid()).\(UInt32.random(in: .min ... .max)).tmp"
    }

    /// A new file, empty.
    func create(_ name: String) throws(DigestError) -> NewFile {
        try NewFile(place(name), mode: worldReadable ? 0o644 : 0o640)
    }

    func rename(_ temporary: String, to name: String) throws(DigestError) {
        guard Foundation.rename(place(temporary), place(name)) == 0 else {
            throw Folder.failure(place(name))
        }
    }

    func holds(_ name: String) -> Bool { access(place(name), F_OK) == 0 }

    /// The files of a digest in this folder, sorted.
    func pages() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasPrefix("digest.") }.sorted()
    }

    /// Points a link at a place relative to this folder, replacing the one there is.
    func link(_ name: String, to target: String) throws(DigestError) {
        let temporary = temporaryName(for: name)
        guard symlink(target, place(temporary)) == 0 else { throw Folder.failure(place(name)) }
        do throws(DigestError) {
            try rename(temporary, to: name)
        } catch {
            remove(temporary)
            throw error
        }
    }

    /// Where a link points; nil where there is none.
    func target(of name: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: place(name))
    }

    /// What cannot be removed is left: it is a temporary file, which nothing reads.
    func remove(_ name: String) {
        unlink(place(name))
    }

    /// Makes what was renamed here survive a loss of power.
    func flush() throws(DigestError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Folder.failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Folder.failure(path) }
    }

    /// The digests in this folder, newest name first. What cannot be read is passed over.
    func digests() -> [ListedDigest] {
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted(by: >).compactMap { name in
            let files = (try? manager.contentsOfDirectory(atPath: place(name))) ?? []
            let pages = files.filter { $0.hasPrefix("digest.") }.sorted()
            guard !pages.isEmpty else { return nil }
            return ListedDigest(name: name, files: pages, totals: totals(of: pages, in: name))
        }
    }

    /// As the digest's JSON form tells them, in whatever language.
    private func totals(of pages: [String], in name: String) -> ListedDigest.Totals? {
        struct Page: Decodable { let totals: ListedDigest.Totals }
        guard let page = pages.first(where: { $0.hasSuffix(".json") }),
            let data = FileManager.default.contents(atPath: place(name + "/" + page))
        else { return nil }
        return (try? JSONDecoder().decode(Page.self, from: data))?.totals
    }

    private func place(_ name: String) -> String { path + "/" + name }

    /// The mode is set once more where a folder was made, for the process's umask takes from it.
    private static func make(_ path: String, mode: mode_t) throws(DigestError) {
        var isMade = mkdir(path, mode) == 0
        if !isMade, errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try make(String(path[..<slash]), mode: mode)
            // Once: in `/proc` no folder can be made, and the system says ENOENT of it too.
            isMade = mkdir(path, mode) == 0
        }
        if isMade {
            guard chmod(path, mode) == 0 else { throw failure(path) }
            return
        }
        guard errno == EEXIST else { throw failure(path) }
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
            throw .unwritable(path: path, cause: "it is not a folder")
        }
    }

    private static func failure(_ path: String) -> DigestError { .refused(path) }
}
