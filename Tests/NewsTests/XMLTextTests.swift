import News
import Testing

struct XMLTextTests {
    @Test(arguments: [
        ("calme", "calme", "calme"),
        ("", "", ""),
        ("a<b> & \"c\" 'd'", "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;", nil),
        ("الأمن & الشرطة", "الأمن &amp; الشرطة", nil),
        (
            "un\tdeux\ntrois\rquatre", "un\tdeux\ntrois&#13;quatre",
            "un&#9;deux&#10;trois&#13;quatre"
        ),
        ("a\u{0}b\u{1B}c\u{FFFE}d\u{FFFF}e", "abcde", nil),
        ("\u{FEFB}\u{FEFF}", "\u{FEFB}\u{FEFF}", nil),
        ("&lt;", "&amp;lt;", nil),
    ])
    func `text is XML's in text and in attributes`(
        _ text: String, _ escaped: String, _ inAttribute: String?
    ) {
        #expect(XMLText.escaped(text) == escaped)
        #expect(XMLText.escaped(text, inAttribute: true) == inAttribute ?? escaped)
    }
}
