/// Feeds as WordPress writes them, their texts made of the sentences of the seeds in a new order:
/// thirty items of some eight kilobytes each are what an Arabic newspaper sends.
struct FeedMaker {
    /// How an item's content is written.
    enum Body {
        case characterData, escaped
    }

    private let sentences: [Substring]
    private var dice: Dice
    private var number = 0

    init(of seeds: [String], seed: UInt64) {
        sentences = seeds.flatMap { $0.split(whereSeparator: \.isNewline) }
            .flatMap { $0.split(separator: ".") }.filter { $0.utf8.count > 20 }
        dice = Dice(state: seed)
    }

    mutating func feed(ofItems count: Int, body: Body) -> [UInt8] {
        let items = (0..<count).map { _ in item(body) }.joined()
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
            \txmlns:content="http://purl.org/rss/1.0/modules/content/"
            \txmlns:wfw="http://wellformedweb.org/CommentAPI/"
            \txmlns:dc="http://purl.org/dc/elements/1.1/"
            \txmlns:atom="http://www.w3.org/2005/Atom"
            \txmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
            \txmlns:slash="http://purl.org/rss/1.0/modules/slash/"
            >

            <channel>
            \t<title>\(sentence)</title>
            \t<atom:link href="https://journal.example/feed/" rel="self" type="application/rss+xml" />
            \t<link>https://journal.example</link>
            \t<description>\(sentence)</description>
            \t<lastBuildDate>Sat, 21 Nov 2026 09:30:00 +0000</lastBuildDate>
            \t<language>ar</language>
            \t<sy:updatePeriod>hourly</sy:updatePeriod>
            \t<sy:updateFrequency>1</sy:updateFrequency>
            \(items)</channel>
            </rss>

            """.utf8)
    }

    private mutating func item(_ body: Body) -> String {
        number += 1
        let content = content()
        return """
            \t<item>
            \t\t<title>\(sentence)</title>
            \t\t<link>https://journal.example/\(number)/article-\(number).html</link>
            \t\t<comments>https://journal.example/\(number)/article-\(number).html#comments</comments>
            \t\t<dc:creator><![CDATA[الجريدة]]></dc:creator>
            \t\t<pubDate>Fri, 20 Nov 2026 \(10 + number % 10):\(10 + number % 50):00 +0000</pubDate>
            \t\t<category><![CDATA[مجتمع]]></category>
            \t\t<category><![CDATA[حوادث]]></category>
            \t\t<guid isPermaLink="false">https://journal.example/?p=\(number)</guid>
            \(element(content, body))
            \t\t<wfw:commentRss>https://journal.example/\(number)/feed/</wfw:commentRss>
            \t\t<slash:comments>0</slash:comments>
            \t</item>

            """
    }

    private mutating func element(_ content: String, _ body: Body) -> String {
        switch body {
        case .characterData:
            return """
                \t\t<description><![CDATA[<p>\(sentence) [&#8230;]</p>]]></description>
                \t\t<content:encoded><![CDATA[\(content)]]></content:encoded>
                """
        case .escaped:
            let escaped = content.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                .replacing(">", with: "&gt;")
            return "\t\t<description>\(escaped)</description>"
        }
    }

    private mutating func content() -> String {
        var content = """
            <p><img src="https://journal.example/wp-content/\(number).jpg" alt="" width="800" \
            height="500" class="alignnone size-full" /></p>

            """
        while content.utf8.count < 8000 {
            let first = dice.number(below: 3) == 0 ? "<strong>\(sentence)</strong>" : sentence
            content += """
                <p style="text-align: right;">\(first). \(sentence).&nbsp;\(sentence).</p>

                """
        }
        return content + """
            <p>The post <a href="https://journal.example/\(number)/">\(sentence)</a> appeared first \
            on <a href="https://journal.example">\(sentence)</a>.</p>
            """
    }

    /// A sentence of the seeds, its letters of markup escaped.
    private var sentence: String {
        mutating get {
            let sentence = String(sentences[dice.number(below: sentences.count)])
            return sentence.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        }
    }
}

/// The same numbers in every run (SplitMix64).
struct Dice {
    var state: UInt64

    mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(max(limit, 1)))
    }
}
