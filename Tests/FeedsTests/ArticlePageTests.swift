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

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// Whole pages as sites write them, each with its own traps: furniture around the text, a table
    /// for a layout, another encoding, no word about itself.
    @Test(arguments: [
        (
            "article-arabic-with-json-ld",
            ArticlePage(
                title: "افتتاح مكتبة جديدة بتطوان", lead: "مكتبة عمومية جديدة تفتح أبوابها.",
                blocks: [
                    "افتتحت صباح اليوم مكتبة عمومية جديدة بمدينة تطوان، بحضور عدد من الكتاب، وتلاميذ المدارس.",
                    "وتضم المكتبة، التي استغرق بناؤها سنتين، قاعات للمطالعة، وفضاء للأطفال، ومقهى ثقافيا.",
                    "أوقات العمل",
                    "من الإثنين إلى الجمعة، من التاسعة صباحا إلى السابعة مساء، دون انقطاع.",
                    "يوم السبت، من العاشرة صباحا إلى الخامسة مساء، مع ورشات للأطفال.",
                    "«هذا الفضاء لكم جميعا»، يقول مدير المكتبة، داعيا السكان إلى زيارتها، والاستفادة منها.",
                ],
                published: instant("2026-11-18T08:30:00Z"), authors: ["هيئة التحرير"],
                language: "ar-MA")
        ),
        (
            "article-french-with-open-graph",
            ArticlePage(
                title: "Une fête du livre à Agadir", lead: "La troisième édition s’ouvre samedi.",
                blocks: [
                    """
                    La troisième édition de la fête du livre s’ouvre samedi à Agadir, avec plus de \
                    quarante éditeurs, venus de tout le royaume, et des ateliers pour les enfants.

                    L’entrée est libre, précisent les organisateurs, et les auteurs signeront leurs \
                    ouvrages chaque après-midi, de quinze à dix-huit heures.
                    """
                ],
                published: instant("2026-11-18T08:30:00Z"), authors: ["La rédaction"])
        ),
        (
            "article-without-metadata",
            ArticlePage(
                title: "Un pont rouvre à Kénitra",
                blocks: [
                    "Fermé depuis le printemps, le pont a rouvert mercredi, après des travaux plus longs que prévu.",
                    "La circulation y est rétablie dans les deux sens, mais les camions, eux, devront attendre.",
                ],
                published: instant("2026-11-18T08:30:00Z"), authors: [])
        ),
    ])
    func `an article is read from a whole page`(name: String, page: ArticlePage) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name + ".html"))
        let read = try ArticleReader().article(
            Array(bytes), context: FeedContext(url: "https://a.ma/1", fetched: noon))
        #expect(read == page)
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
