import Testing

@testable import marsad

@Suite struct BacktestPageTests {
    private var backtest: Backtest {
        Backtest(
            items: 7, present: "one", other: "two",
            subjects: [.init(subject: "drugs", before: 1, after: 1, gained: 1, lost: 1)],
            changes: [
                .init(
                    item: "abc", outlet: "<Le Journal>", title: "حجز 3 أطنان <script>",
                    link: "https://paper.example/?a=1&b=\"2\"", subject: "drugs", kind: .gained,
                    before: nil, after: .init(score: 4.5, grade: "secondary"),
                    reasons: [
                        .init(rule: "drugs.seized", before: 0, after: 4.5, quotes: ["3 أطنان"])
                    ], causes: []),
                .init(
                    item: "def", outlet: "Le Journal", title: "Un film",
                    link: "javascript:alert(1)",
                    subject: "drugs", kind: .lost, before: .init(score: 3, grade: "mention"),
                    after: nil, reasons: [], causes: ["threshold 3 → 4"]),
            ])
    }

    @Test func `a page tells each change with its reasons, escaped and in its direction`() {
        let page = BacktestPage(backtest, limit: 10).text
        #expect(page.contains("<td>1</td><td>1</td><td>1</td><td>1</td><td>0</td>"))
        #expect(page.contains("<li>threshold 3 → 4</li>"))
        #expect(
            page.contains(
                """
                <h3 dir="auto"><a href="https://paper.example/?a=1&amp;b=&quot;2&quot;">\
                حجز 3 أطنان &lt;script&gt;</a></h3>
                """))
        #expect(page.contains("<bdi>&lt;Le Journal&gt;</bdi>"))
        #expect(
            page.contains(
                "<code>drugs.seized</code> 0 → 4.5 <mark><bdi>3 أطنان</bdi></mark></li>"))
        #expect(page.contains("<b>drugs</b> mention 3 → –</p>"))
        // What is no web address is not followed.
        #expect(!page.contains("javascript:"))
        #expect(page.contains("<h3 dir=\"auto\">Un film</h3>"))
    }

    @Test func `a page loads nothing and runs nothing`() {
        let page = BacktestPage(backtest, limit: 10).text
        #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline';"))
        for word in ["<script", "<link", "<img", "@import", "url("] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func `changes beyond the limit are counted, and none at all is said`() {
        var many = backtest
        many.changes += many.changes + many.changes
        #expect(BacktestPage(many, limit: 1).text.contains("… and 2 more"))
        many.changes = []
        many.subjects = []
        #expect(BacktestPage(many, limit: 1).text.contains("Nothing is found otherwise."))
    }
}
