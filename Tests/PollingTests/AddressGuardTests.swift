import Testing

@testable import Polling

@Suite struct AddressGuardTests {
    @Test(arguments: [
        ("0.0.0.0", "this network"), ("0.1.2.3", "this network"),
        ("10.255.0.1", "private"), ("100.64.0.1", "shared by a carrier"),
        ("100.127.255.255", "shared by a carrier"), ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"), ("169.254.169.254", "link-local"),
        ("172.16.0.1", "private"), ("172.31.255.255", "private"),
        ("192.0.0.8", "protocol assignments"), ("192.0.2.1", "documentation"),
        ("192.88.99.1", "6to4 relays"), ("192.168.1.1", "private"),
        ("198.18.0.1", "benchmarking"), ("198.19.255.255", "benchmarking"),
        ("198.51.100.7", "documentation"), ("203.0.113.7", "documentation"),
        ("224.0.0.1", "multicast"), ("239.255.255.250", "multicast"),
        ("240.0.0.1", "reserved"), ("255.255.255.255", "reserved"),
        ("::", "unspecified"), ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback, within IPv6"),
        ("::ffff:10.0.0.1", "private, within IPv6"),
        ("::127.0.0.1", "loopback, within IPv6"),
        ("::ffff:0:192.168.0.1", "private, within IPv6"),
        ("64:ff9b::169.254.169.254", "link-local, within IPv6"),
        ("64:ff9b:1::1", "local NAT64"), ("100::1", "discard"),
        ("2001::1", "this network, within IPv6"),
        ("2001:0:808:808:0:0:80ff:fffe", "loopback, within IPv6"),
        ("2001:2::1", "benchmarking"), ("2001:10::1", "ORCHID"), ("2001:20::1", "ORCHID"),
        ("2001:db8::1", "documentation"), ("3fff::1", "documentation"),
        ("2002:7f00:1::1", "loopback, within IPv6"),
        ("2002:c0a8:101::1", "private, within IPv6"),
        ("2a00:1450::5efe:192.168.0.1", "private, within IPv6"),
        ("2a00:1450::200:5efe:10.0.0.1", "private, within IPv6"),
        ("5f00::1", "segment routing"), ("fc00::1", "private"), ("fdff::1", "private"),
        ("fe80::1", "link-local"), ("febf::1", "link-local"), ("fec0::1", "site-local"),
        ("ff02::1", "multicast"), ("4000::1", "not a global address"),
    ])
    func `an address outside the public internet is refused`(
        address: String, kind: String
    ) throws {
        #expect(AddressGuard().refusal(of: try #require(IPAddress(address))) == kind)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
        "192.0.1.1", "198.17.255.255", "198.20.0.0", "223.255.255.255", "196.200.160.1",
        "2606:4700::1", "2a00:1450::1", "2001:4860:4860::8888", "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:0:808:808:0:0:f7f7:f7f7",
    ])
    func `an address of the public internet is permitted`(address: String) throws {
        #expect(AddressGuard().refusal(of: try #require(IPAddress(address))) == nil)
    }

    @Test(
        arguments: [
            (["127.0.0.0/8"], "127.0.0.1", nil), (["127.0.0.0/8"], "::ffff:127.0.0.1", nil),
            (["127.0.0.1"], "127.0.0.1", nil), (["127.0.0.1"], "127.0.0.2", "loopback"),
            (["fd00::/8"], "fd12::1", nil), (["fd00::/8"], "fc00::1", "private"),
            (["10.0.0.0/8"], "127.0.0.1", "loopback"), (["nonsense"], "10.0.0.1", "private"),
            (["192.168.4.0/22"], "192.168.7.255", nil),
            (["192.168.4.0/22"], "192.168.8.0", "private"),
        ] as [([String], String, String?)])
    func `the settings may allow a range`(
        networks: [String], address: String, kind: String?
    ) throws {
        let addressGuard = AddressGuard(allowing: networks)
        #expect(addressGuard.refusal(of: try #require(IPAddress(address))) == kind)
    }

    @Test(arguments: [
        "", "/", "127.0.0.1/", "127.0.0.1/33", "127.0.0.1/-1", "127.0.0.1/8/8", "::/129",
        "example.org/8", "127.1/8", "2130706433",
    ])
    func `what is no network is none`(text: String) {
        #expect(IPNetwork(text) == nil)
    }
}
