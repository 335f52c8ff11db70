/// Why a digest could not be written.
package enum DigestError: Error, Hashable, CustomStringConvertible {
    /// A folder or file that cannot be made or written, with the system's words for it.
    case unwritable(path: String, cause: String)
    /// A name that would lead out of the digest's folder.
    case badName(String)

    package var description: String {
        switch self {
        case .unwritable(let path, let cause): "\(path): cannot be written: \(cause)"
        case .badName(let name): "‘\(name)’ is not a name for a digest's file"
        }
    }
}
