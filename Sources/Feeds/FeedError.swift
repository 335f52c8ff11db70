/// Why a document gave no feed at all.
package enum FeedError: Error, Sendable, Hashable {
    /// Nothing but white space.
    case empty
    /// More bytes than the limit allows.
    case tooLarge(bytes: Int, limit: Int)
    /// A document of another kind, named for a person: `an HTML page`.
    case notAFeed(found: String)
    /// JSON that cannot be read, and what the reader says of it.
    case badJSON(String)
    /// A file that cannot be read, and why.
    case unreadable(path: String, reason: String)
}

extension FeedError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "the document is empty"
        case .tooLarge(let bytes, let limit):
            "the document has \(bytes) bytes or more; the limit is \(limit)"
        case .notAFeed(let found): "the document is \(found), not a feed"
        case .badJSON(let reason): "the document is not valid JSON: \(reason)"
        case .unreadable(let path, let reason): "\(path): \(reason)"
        }
    }
}
