import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file in the making, written piece by piece; closed when nobody holds it any more.
final class NewFile {
    private let path: String
    private let descriptor: Int32

    /// - Parameter mode: what may be done with it, whatever the umask says.
    init(_ path: String, mode: mode_t) throws(DigestError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, fchmod(descriptor, mode) == 0 else { throw .refused(path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func write(_ piece: String) throws(DigestError) {
        var piece = piece
        let isWritten = piece.withUTF8 { NewFile.writeAll($0, to: descriptor) }
        guard isWritten else { throw .refused(path) }
    }

    /// Makes what was written survive a loss of power.
    func flush() throws(DigestError) {
        guard fsync(descriptor) == 0 else { throw .refused(path) }
    }

    private static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool
    {
        var rest = UnsafeRawBufferPointer(bytes)[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = Foundation.write(descriptor, part.baseAddress, part.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

extension DigestError {
    /// With what the system says of the last call.
    static func refused(_ path: String) -> DigestError {
        .unwritable(path: path, cause: String(cString: strerror(errno)))
    }
}
