import Digests
import Foundation
import Testing

/// What lies on disk after digests were written.
struct DigestFilesTests {
    private let root = FileManager.default.temporaryDirectory
        .appending(path: "marsad-digests-\(UUID().uuidString)").path

    @Test func `a digest's files are whole and nothing else lies beside them`() throws {
        defer { remove() }
        let folder = root + "/a/b"
        try DigestFiles.write(
            [("digest.fr.html", "un"), ("digest.fr.md", "deux")], into: folder,
            worldReadable: false)
        try DigestFiles.write([("digest.fr.md", "trois")], into: folder, worldReadable: false)
        #expect(try contents(of: folder) == ["digest.fr.html": "un", "digest.fr.md": "trois"])
    }

    @Test(arguments: [(true, 0o644, 0o755), (false, 0o640, 0o750)])
    func `only the settings make a digest readable for all`(
        worldReadable: Bool, file: Int, folder: Int
    ) throws {
        defer { remove() }
        try DigestFiles.write([("digest.ar.html", "")], into: root, worldReadable: worldReadable)
        #expect(try permissions(root + "/digest.ar.html") == file)
        #expect(try permissions(root) == folder)
    }

    /// As under the unit's `UMask=0077`, and where the settings changed their mind.
    @Test func `what is published is as readable as the settings say, whatever the umask`() throws {
        defer { remove() }
        let root = root + "/state/digests"
        for (isReadable, file, folder) in [(false, 0o640, 0o750), (true, 0o644, 0o755)] {
            let day = isReadable ? "2025-11-21" : "2025-11-20"
            try withUmask(0o077) {
                try DigestFiles.publish(
                    [.init([("digest.fr.html", "x")])], as: day, under: root, language: .fr,
                    worldReadable: isReadable)
            }
            #expect(try permissions(root) == folder)
            #expect(try permissions(root + "/" + day) == folder)
            #expect(try permissions(root + "/\(day)/digest.fr.html") == file)
            #expect(try permissions(root + "/index.html") == file)
        }
    }

    @Test func `folders above are made with the same rights`() throws {
        defer { remove() }
        try withUmask(0o077) {
            try DigestFiles.write([("x", "")], into: root + "/a/b", worldReadable: true)
        }
        for folder in ["", "/a", "/a/b"] { #expect(try permissions(root + folder) == 0o755) }
        #expect(try permissions(root + "/a/b/x") == 0o644)
    }

    /// `mkdir` says ENOENT of them too, as if a folder above were missing.
    @Test(arguments: ["/proc/marsad", "/proc/self/fd/marsad/deep"])
    func `where no folder can be made that is told`(_ path: String) {
        let error = #expect(throws: DigestError.self) {
            try DigestFiles.write([("x", "")], into: path, worldReadable: false)
        }
        let description = error?.description ?? ""
        #expect(description.hasPrefix("/proc/"))
        #expect(description.hasSuffix(": cannot be written: No such file or directory"))
    }

    @Test func `a folder that was there stays as it is`() throws {
        defer { remove() }
        try FileManager.default.createDirectory(
            atPath: root, withIntermediateDirectories: true,
            attributes: [.posixPermissions: NSNumber(value: 0o700)])
        try DigestFiles.write([("x", "")], into: root, worldReadable: true)
        #expect(try permissions(root) == 0o700)
    }

    @Test(arguments: ["", "..", "../x.html", "a/b.html", ".hidden"])
    func `a name cannot lead out of the folder`(_ name: String) {
        defer { remove() }
        #expect(throws: DigestError.badName(name)) {
            try DigestFiles.write([(name, "")], into: root, worldReadable: false)
        }
    }

    @Test func `what stands in the way is named`() throws {
        defer { remove() }
        try DigestFiles.write([("file", "")], into: root, worldReadable: false)
        #expect(
            throws: DigestError.unwritable(path: root + "/file", cause: "it is not a folder")
        ) {
            try DigestFiles.write([("x.html", "")], into: root + "/file", worldReadable: false)
        }
    }

    @Test func `a failure leaves no temporary file`() throws {
        defer { remove() }
        try DigestFiles.write([("kept", "")], into: root + "/taken", worldReadable: false)
        #expect(throws: DigestError.self) {
            try DigestFiles.write(
                [("taken", "a file where a folder is")], into: root, worldReadable: false)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: root) == ["taken"])
    }

    @Test func `pages already written never change, and the latest are linked`() throws {
        defer { remove() }
        try publish("2025-11-20", "premier")
        try publish("2025-11-21", "second")
        try publish("2025-11-21", "autre")
        try publish("2025-11-20", "autre")
        #expect(try contents(of: root + "/2025-11-20") == ["digest.fr.html": "premier"])
        #expect(try String(contentsOfFile: root + "/latest.fr.html", encoding: .utf8) == "second")
        let index = try String(contentsOfFile: root + "/index.html", encoding: .utf8)
        let days = ["21 novembre 2025", "20 novembre 2025"].map { index.range(of: $0)?.lowerBound }
        #expect(
            days[0] != nil && days[1] != nil
                && days[0] ?? index.endIndex < days[1] ?? index.startIndex)
        #expect(index.contains(#"href="2025-11-21/digest.fr.html""#))
    }

    /// The umask is the whole process's: other tests of this suite set modes that it cannot take.
    private func withUmask(_ mask: mode_t, _ work: () throws -> Void) rethrows {
        let former = umask(mask)
        defer { umask(former) }
        try work()
    }

    private func publish(_ day: String, _ text: String) throws {
        try DigestFiles.publish(
            [.init([("digest.fr.html", text)])], as: day, under: root, language: .fr,
            worldReadable: true)
    }

    private func contents(of folder: String) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8))
            })
    }

    private func permissions(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    private func remove() {
        try? FileManager.default.removeItem(atPath: root)
    }
}
