import Testing

@testable import Feeds

@Suite struct HTMLTextTests {
    @Test(arguments: [
        ("<p>Un</p><p>Deux</p>", "Un\n\nDeux"),
        ("Un<br>deux<br/><br>trois", "Un\ndeux\n\ntrois"),
        ("<h2>Titre</h2>\n  <p>Un   <b>mot</b>\n et un autre.</p>", "Titre\n\nUn mot et un autre."),
        ("<ul><li>un</li><li>deux</li></ul>", "un\n\ndeux"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("Caf&eacute; &amp; th&#233; &hellip;", "Café & thé …"),
        ("<p>&nbsp;</p><p>Un&nbsp;mot</p>", "Un\u{A0}mot"),
        ("<script>alert(1)</script><style>p{}</style>Reste", "Reste"),
        ("<p style=\"display: none\">caché</p><p hidden>caché</p>vu", "vu"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("1 < 2 et 3 > 2", "1 < 2 et 3 > 2"),
        ("<p>غير مغلق<p>فقرة", "غير مغلق\n\nفقرة"),
        ("un<sup>2</sup>", "un2"),
        ("", ""),
    ])
    func `HTML becomes the text that a browser shows`(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test(arguments: [
        ("<p onclick=\"x()\" class=\"c\">a</p>", "<p>a</p>"),
        ("<a href=\"javascript:x()\">a</a>", "<a>a</a>"),
        ("<a href=\"JaVa\tScRiPt:x()\">a</a>", "<a>a</a>"),
        ("<a href=\" &#106;avascript:x()\">a</a>", "<a>a</a>"),
        ("<img src=\"data:text/html,x\" alt=\"a\">", "<img alt=\"a\">"),
        ("<a href=\"../b?c=1&amp;d=2\">a</a>", "<a href=\"https://a.ma/b?c=1&amp;d=2\">a</a>"),
        (
            "<a href=\"mailto:a@a.ma\">m</a><a href=\"tel:+212\">t</a>",
            "<a href=\"mailto:a@a.ma\">m</a><a href=\"tel:+212\">t</a>"
        ),
        ("<img src=\"/p.gif\" width=\"1\" height=\"1\">a", "a"),
        ("<iframe src=\"https://x.ma\"></iframe><form><b>a</b></form>", "<b>a</b>"),
        ("<svg onload=x()><p>a</p></svg>", "<p>a</p>"),
        ("<b>a", "<b>a</b>"),
        ("a &lt;script&gt;", "a &lt;script&gt;"),
        ("a<!--more-->b<!--[if IE]><p>c<![endif]-->", "a<!--more-->b"),
        (
            "<p title='\"><script>x()</script>'>a</p>",
            "<p title=\"&quot;&gt;&lt;script&gt;x()&lt;/script&gt;\">a</p>"
        ),
    ])
    func `sanitised HTML holds nothing that acts`(html: String, safe: String) {
        let written = HTMLText.both(Array(html.utf8), base: "https://a.ma/n/1").html
        #expect(String(decoding: written, as: UTF8.self) == safe)
    }

    @Test(arguments: [
        ("Un texte.\n\nThe post Un texte appeared first on Site.", "Un texte."),
        ("Un texte.\n\nL’article Un texte est apparu en premier sur Site.", "Un texte."),
        ("خبر.\n\nظهرت المقالة خبر أولاً على موقع.", "خبر."),
        ("Un texte […]", "Un texte"), ("The post a appeared first on b.", ""), ("", ""),
        ("Un texte.\n\nPartager\n\nLire la suite\u{A0}", "Un texte."),
        ("Un texte […]\n\nLire la suite", "Un texte"),
        ("Un texte.\n\nLire la suite du procès.", "Un texte.\n\nLire la suite du procès."),
    ])
    func `a feed's footers are no part of the text`(text: String, rest: String) {
        #expect(FeedFooters.cut(from: Array(text.utf8)) == rest)
    }

    /// Each letter at each place within the eight bytes that are looked at once.
    @Test(arguments: ["&", "<", ">", "\"", "\u{1C}", "!", "$", "=", "?", "é", "~"])
    func `letters of markup are escaped wherever they stand`(letter: String) {
        let entities = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]
        for before in 0..<17 {
            for after in 0..<10 {
                let start = String(repeating: "=", count: before)
                let end = String(repeating: "?", count: after)
                let escaped = HTMLText.escaped(Array((start + letter + end).utf8))
                let expected = start + (entities[letter] ?? letter) + end
                #expect(String(decoding: escaped, as: UTF8.self) == expected)
            }
        }
    }
}
