/// An address that may be linked: `http` or `https` and a host, in printable ASCII.
///
/// What other schemes could do (`javascript:`, `data:`, `file:`), what names a user before the
/// host (`https://bank@evil`) and what is longer than browsers take is no link at all.
/// Everything that a form could take for its own syntax is percent-encoded (RFC 3986 §2.1),
/// so the text needs escaping in no form but for `&`.
package struct WebLink: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init?(_ address: String?) {
        guard let address, address.utf8.count <= 4096 else { return nil }
        let bytes = Array(address.drop(while: \.isWhitespace).utf8)
        guard let scheme = ["https://", "http://"].first(where: { bytes.starts(with: $0) })
        else { return nil }
        let rest = bytes[scheme.utf8.count...]
        let host = rest.prefix { !"/?#".utf8.contains($0) }
        guard !host.isEmpty, !host.contains(where: { "@\\ ".utf8.contains($0) }) else {
            return nil
        }
        description = scheme + WebLink.encoded(rest)
    }

    private static func encoded(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in bytes {
            if allowed.contains(byte) {
                result.append(byte)
            } else if byte >= 0x20 && byte != 0x7F {
                result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let allowed = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&+,;=%".utf8)
}

extension [UInt8] {
    /// True where the bytes begin with the text, whatever the case of its ASCII letters.
    fileprivate func starts(with text: String) -> Bool {
        let lead = prefix(text.utf8.count)
        return lead.count == text.utf8.count
            && zip(lead, text.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
}
