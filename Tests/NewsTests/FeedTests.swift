import Testing

@testable import News

@Suite struct FeedTests {
    @Test(arguments: [
        ("https://example.org/feed", "https://example.org/feed"),
        ("https://name:word@example.org/feed", "https://example.org/feed"),
        ("https://example.org/feed?key=secret#part", "https://example.org/feed"),
        ("https://name@word@example.org:8080/", "https://example.org:8080/"),
        ("example.org", "example.org"),
        ("", ""),
    ])
    func `an address is shown without what may be secret`(_ url: String, _ shown: String) {
        #expect(Feed(id: "feed", name: "Feed", url: url).shownURL == shown)
    }
}
