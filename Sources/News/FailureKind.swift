/// Why polls fail, in few kinds: what the log counts together, metrics tell apart and digests say
/// in their reader's language.
package enum FailureKind: String, Sendable, Hashable, CaseIterable, Codable {
    case address, dns, connect, tls, timeout, size, encoding, transfer, redirect, descriptors
    /// An answer that is no document; its status says more.
    case status
    /// A document that cannot be read.
    case document
}

/// So that words can be read by it.
extension FailureKind: CodingKeyRepresentable {}
