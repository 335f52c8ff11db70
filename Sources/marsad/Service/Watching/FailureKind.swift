import Feeds
import Polling

/// Why polls fail, in few kinds: what the log counts together and metrics tell apart.
enum FailureKind: String, Sendable, Hashable, CaseIterable {
    case address, dns, connect, tls, timeout, size, encoding, transfer, redirect, descriptors
    case status, document

    init(_ error: DownloadError) {
        self =
            switch error {
            case .badAddress, .refusedScheme, .refusedAddress: .address
            case .dns: .dns
            case .connect: .connect
            case .tls: .tls
            case .timeout, .tooSlow: .timeout
            case .tooLarge, .headersTooLarge: .size
            case .badEncoding: .encoding
            case .tooManyRedirects, .downgrade: .redirect
            case .noDescriptors: .descriptors
            case .truncated, .transfer, .held, .cancelled, .closed: .transfer
            }
    }

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
