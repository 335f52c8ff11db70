import Foundation
import Testing

@testable import Feeds

@Suite struct ArticlePageTests {
    private static let body = """
        <p>أوقفت عناصر الشرطة، صباح اليوم، ثلاثة أشخاص بمدينة الرباط، وذلك للاشتباه في تورطهم.</p>
        <h2>تفاصيل</h2>
        <p>وقد تم وضع المعنيين بالأمر رهن الحراسة النظرية، في انتظار استكمال البحث القضائي.</p>
        """

    private func article(_ page: String) throws -> ArticlePage {
        try ArticleReader().article(
            Array(page.utf8), context: FeedContext(url: "https://a.ma/1", fetched: noon))
    }

    @Test func `an article is found among the page's furniture`() throws {
        let page = try article(
            """
            <!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>عنوان - موقع</title>
            <meta property="og:title" content="عنوان المقال">
            <meta property="og:description" content="موجز">
            <meta property="article:published_time" content="2026-11-18T09:30:00+01:00">
            <meta name="author" content="هيئة التحرير"></head><body>
            <nav><a href="/">الرئيسية</a> <a href="/2">سياسة</a></nav>
            <div class="sidebar"><p>أخبار أخرى، كثيرة جدا، لا علاقة لها بالمقال، ولا تهم القارئ هنا.</p></div>
            <div id="content"><h1>عنوان المقال</h1><div class="text">\(Self.body)</div></div>
            <div class="comments"><p>تعليق طويل جدا، من قارئ، يقول كلاما كثيرا، لا يهم أحدا هنا.</p></div>
            <footer><p>جميع الحقوق محفوظة، للموقع، وشركائه، في المغرب، وفي كل مكان آخر.</p></footer>
            <script>var a = "<p>x</p>";</script></body></html>
            """)
        let expected = ArticlePage(
            title: "عنوان المقال", lead: "موجز",
            blocks: [
                "أوقفت عناصر الشرطة، صباح اليوم، ثلاثة أشخاص بمدينة الرباط، وذلك للاشتباه في تورطهم.",
                "تفاصيل",
                "وقد تم وضع المعنيين بالأمر رهن الحراسة النظرية، في انتظار استكمال البحث القضائي.",
            ],
            published: instant("2026-11-18T08:30:00Z"), authors: ["هيئة التحرير"], language: "ar")
        #expect(page == expected)
    }

    @Test func `JSON-LD comes before all else that a page says of itself`() throws {
        let page = try article(
            """
            <html><head><meta property="og:title" content="Autre"><script type="application/ld+json">
            {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Site"},
             {"@type": "NewsArticle", "headline": "Le titre", "datePublished": "2026-11-18T08:30:00Z",
              "author": [{"@type": "Person", "name": "La rédaction"}], "description": "Le chapeau"}]}
            </script></head><body><article><p>Un texte, assez long pour être lu, et pour compter comme
            une phrase de journal, avec ses virgules.</p></article></body></html>
            """)
        #expect(page.title == "Le titre")
        #expect(page.lead == "Le chapeau")
        #expect(page.authors == ["La rédaction"])
        #expect(page.published == instant("2026-11-18T08:30:00Z"))
        #expect(page.blocks.count == 1)
    }

    @Test func `a page without prose has no blocks`() throws {
        #expect(try article("<html><body><a href='/'>Accueil</a></body></html>").blocks == [])
        #expect(throws: FeedError.empty) { try article("") }
    }
}
