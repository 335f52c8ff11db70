import Foundation

/// A file of the archive's own.
enum OwnFile {
    /// Opens it for reading and writing, or makes it: readable to its owner and group alone. What
    /// root makes belongs to the owner of the folder: a look by an administrator must not take the
    /// archive from the service.
    ///
    /// - Returns: a descriptor, to be closed; negative where it cannot be had, as errno says.
    static func open(_ path: String) -> Int32 {
        let made = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard made >= 0 else { return Glibc.open(path, O_RDWR | O_CLOEXEC) }
        var folder = stat()
        if geteuid() == 0,
            stat(URL(fileURLWithPath: path).deletingLastPathComponent().path, &folder) == 0
        {
            _ = fchown(made, folder.st_uid, folder.st_gid)
        }
        return made
    }
}
