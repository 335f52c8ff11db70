/// Which addresses may be connected to: those of the public internet, and what the settings
/// allow besides.
///
/// It judges the address of the socket about to be opened, so that neither a name, a redirect
/// nor a second resolution leads into the machine's own network. The ranges are those that the
/// registries of special purposes call not globally reachable (RFC 6890, RFC 8190).
package struct AddressGuard: Sendable {
    private let allowed: [IPNetwork]

    /// A text that is no network allows nothing.
    package init(allowing networks: [String] = []) {
        allowed = networks.compactMap(IPNetwork.init)
    }

    /// What kind of address forbids the connection: `loopback`, `private`, …; nil where it is
    /// permitted. An address that carries another within is refused for that one's sake.
    package func refusal(of address: IPAddress) -> String? {
        let inner = address.embedded
        if (inner + [address]).contains(where: isAllowed) { return nil }
        if let own = AddressGuard.special(address) { return own }
        for carried in inner {
            if let kind = AddressGuard.special(carried) { return "\(kind), within IPv6" }
        }
        let isGlobal = address.bytes.count == 4 || address.bytes[0] >> 5 == 1 || !inner.isEmpty
        return isGlobal ? nil : "not a global address"
    }

    private func isAllowed(_ address: IPAddress) -> Bool {
        allowed.contains { $0.contains(address) }
    }

    private static func special(_ address: IPAddress) -> String? {
        ranges.first { $0.network.contains(address) }?.kind
    }

    private static let ranges: [(network: IPNetwork, kind: String)] = [
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a carrier"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relays"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("64:ff9b:1::/48", "local NAT64"),
        ("100::/64", "discard"),
        ("2001:2::/48", "benchmarking"),
        ("2001:10::/28", "ORCHID"),
        ("2001:20::/28", "ORCHID"),
        ("2001:db8::/32", "documentation"),
        ("3fff::/20", "documentation"),
        ("5f00::/16", "segment routing"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    ].compactMap { text, kind in IPNetwork(text).map { ($0, kind) } }
}
