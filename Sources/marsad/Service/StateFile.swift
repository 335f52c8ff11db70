import Foundation

/// A file of the daemon's in its state folder, beside the archive and as private.
enum StateFile {
    /// The file appears whole or not at all.
    static func write(_ text: String, to path: String) throws {
        let partial = path + ".partial"
        let file = URL(filePath: partial)
        unlink(partial)
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw StateFile.fault(file) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
        guard rename(partial, path) == 0 else { throw StateFile.fault(file) }
    }

    private static func fault(_ file: URL) -> any Error {
        let code = POSIXErrorCode(rawValue: errno) ?? .EIO
        return POSIXError(code, userInfo: [NSFilePathErrorKey: file.path])
    }
}
