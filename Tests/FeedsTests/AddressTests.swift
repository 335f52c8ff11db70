import Testing

@testable import Feeds

@Suite struct AddressTests {
    /// RFC 3986 §5.4, against `http://a/b/c/d;p?q`.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"), ("http://x/y", "http://x/y"),
        ("أخبار", "http://a/b/c/أخبار"),
    ])
    func `a relative address is resolved`(reference: String, address: String) {
        #expect(Address.resolve(reference, base: "http://a/b/c/d;p?q") == address)
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
        "about:blank",
        "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "",
    ])
    func `an address of another scheme is none`(reference: String) {
        #expect(Address.safe(reference, base: nil) == nil)
    }
}
