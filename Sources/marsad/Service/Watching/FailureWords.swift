import News

extension FailureKind {
    /// No word came from the host: the fault may lie with the way to it.
    var isUnreached: Bool { self == .dns || self == .connect }

    /// What many feeds at once are said to suffer from.
    var words: String {
        switch self {
        case .address: "an address that is not asked"
        case .dns: "no such host, or no name server answers"
        case .connect: "no connection"
        case .tls: "no secure connection"
        case .timeout: "no whole answer in time"
        case .size: "more than is taken in"
        case .encoding: "a body in a broken encoding"
        case .transfer: "a transfer that broke"
        case .redirect: "redirects that are not followed"
        case .descriptors: "too many open files here; raise the limit (LimitNOFILE=)"
        case .status: "an answer that is no feed"
        case .document: "a document that cannot be read"
        }
    }
}
