import Testing

@testable import Feeds

/// What a writer got, as texts.
private struct Written: Equatable {
    var html: String
    var text: String

    init(_ writer: HTMLWriter) {
        html = String(decoding: writer.html, as: UTF8.self)
        text = String(decoding: writer.textBytes, as: UTF8.self)
    }
}

/// Nil where it is not simple.
private func simple(_ html: String) -> Written? {
    let writer = HTMLWriter(base: "https://a.ma/", wantsHTML: true)
    return SimpleHTML.write(Array(html.utf8), to: writer) ? Written(writer) : nil
}

private func parsed(_ html: String) -> Written {
    let writer = HTMLWriter(base: "https://a.ma/", wantsHTML: true)
    HTMLReader.read(Array(html.utf8), into: writer)
    return Written(writer)
}

@Suite struct SimpleHTMLTests {
    @Test(arguments: [
        "", "Un texte.", "<p>Un</p>\n<p>Deux</p>\n", "<P>Un <B>mot</B></P>",
        "<p style=\"text-align: right;\">خبر <strong>مهم</strong>&nbsp;&#8230;</p>",
        "<ul>\n<li>un</li>\n<li>deux <a href=\"/x\">lien</a></li>\n</ul>",
        "<p><img src='/i.jpg' alt='' width=\"1\" height=\"1\" /><br>a<br/>b</p>",
        "<div class=\"x\"><h2>T</h2><p>a &amp; b &lt; c &gt; d & e</p></div>",
        "<figure><img src=\"/i.jpg\"/></figure> a<!--more-->b",
        "<p hidden=\"hidden\">caché</p><p style='display:none'>caché</p>vu",
        "<p onclick=\"x()\" title=\"&quot;&eacute;\">a</p>",
    ])
    func `simple HTML is read as libxml2 reads it`(html: String) {
        #expect(simple(html) == parsed(html))
    }

    @Test(arguments: [
        "<p>Un<p>Deux", "<b>a", "a</b>", "<b><p>a</p></b>", "<a><a></a></a>", "<ul>a</ul>",
        "<li>a</li>", "<script>a</script>", "<p/>", "<p a>b</p>", "<p a=b>c</p>", "a < b",
        "<table></table>", "&foo;", "&eacute", "&#0;", "<!DOCTYPE html>", "<?php ?>", "<!-- a",
        "<p title=\"<\">a</p>", "<p a=\"1\"b=\"2\">c</p>", "<p title='1' title='2'>a</p>", "a\u{1}",
        "<", "<p", "</", "<p title=\"a", "a<b",
    ])
    func `what is not simple is left to libxml2`(html: String) {
        #expect(simple(html) == nil)
    }

    private static let pieces = [
        "<p>", "</p>", "<p>", "</p>", "<p class='c'>", "<b>", "</b>", "<a href=\"x\">", "</a>",
        "<br>", "<br />", "<img src=\"i\">", "<ul>", "</ul>", "<li>", "</li>", "<div>", "</div>",
        "<h3>", "</h3>", "<strong>", "</strong>", "un mot", "كلمة", " ", "\n", "&amp;", "&nbsp;",
        "&#233;", "&", "<!--x-->", "<em>", "</em>", "<figure>", "</figure>", "<span>", "</span>",
        "<section>", "</section>",
    ]

    /// Elements within one another at random, most of them rightly ended.
    private static func body(_ dice: inout Dice) -> String {
        var html = ""
        var open: [String] = []
        for _ in 0..<dice.number(below: 30) {
            let piece = dice.one(of: pieces)
            if piece.hasPrefix("</") {
                guard let last = open.popLast() else { continue }
                html += "</\(last)>"
            } else {
                html += piece
                let name = piece.dropFirst().prefix { $0.isLetter || $0.isNumber }
                if piece.hasPrefix("<"), !["br", "img", ""].contains(name) {
                    open.append(String(name))
                }
            }
        }
        return html + open.reversed().map { "</\($0)>" }.joined()
    }

    @Test func `whatever is taken for simple is read as libxml2 reads it`() {
        var dice = Dice(state: 7)
        var taken = 0
        for _ in 0..<8000 {
            let html = Self.body(&dice)
            guard let written = simple(html) else { continue }
            taken += 1
            #expect(written == parsed(html), "\(html)")
        }
        #expect(taken > 800)
    }
}
