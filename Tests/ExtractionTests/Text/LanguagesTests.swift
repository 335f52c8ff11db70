import News
import Testing

@testable import Extraction

/// A text and the language that a reader would call it.
struct LanguageRow: Sendable, CustomTestStringConvertible {
    let text: String
    let language: String
    let isDarija: Bool
    var testDescription: String { "\(language): \(text)" }

    init(_ language: String, _ text: String, isDarija: Bool = false) {
        self.text = text
        self.language = language
        self.isDarija = isDarija
    }
}

@Suite struct LanguagesTests {
    @Test(arguments: [
        LanguageRow("ar", "توقيف مشتبه فيه بمدينة سلا"),
        LanguageRow("ar", "أمطار غزيرة مرتقبة يوم الأحد بعدد من الأقاليم"),
        LanguageRow("ar", "شركة Renault تعلن عن مصنع جديد بطنجة"),
        LanguageRow("ar", "نهائي CAN 2025: برنامج المباريات"),
        LanguageRow("ar", "الذهب"),
        LanguageRow("fr", "Deux individus interpellés à Tanger"),
        LanguageRow("fr", "Météo : fortes pluies attendues dimanche"),
        LanguageRow("fr", "L’école reprend lundi"),
        LanguageRow("fr", "Le prix du gasoil baisse de 30 centimes"),
        LanguageRow("fr", "Khouribga : un incendie maîtrisé"),
        LanguageRow("fr", "La société مرجان ouvre un magasin à Settat"),
        LanguageRow("en", "Two men arrested in the old town of Tangier"),
        LanguageRow("en", "Police are looking for the driver of a lorry"),
        LanguageRow("en", "The price of bread will not rise this year"),
        LanguageRow("en", "Heavy rain is expected on Sunday"),
        LanguageRow("zgh", "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ ⵜⴰⵎⴰⵣⵉⵖⵜ"),
        LanguageRow("other", "Полиция задержала двух человек"),
        LanguageRow("other", "警察は二人を逮捕した"),
        LanguageRow("other", ""),
        LanguageRow("other", "2030 – 12/5"),
    ])
    func `a text is in the language of most of its letters and of its small words`(
        _ row: LanguageRow
    ) {
        #expect(finding(row.text).language == row.language)
    }

    @Test(arguments: [
        LanguageRow("ar", "البوليس شدّو واحد كان كيبيع الحشيش فسيدي مومن", isDarija: true),
        LanguageRow("ar", "هادشي اللي وقع البارح فالملعب ديال فاس", isDarija: true),
        LanguageRow("ar", "واش غادي يرجعو الدراري للمدرسة هاد السيمانة؟", isDarija: true),
        LanguageRow("ar", "بزاف ديال الناس بقاو بلا ما فهاد الدوار", isDarija: true),
        LanguageRow("ar", "ماكاين والو حيت المدير مازال ما جاش", isDarija: true),
        LanguageRow("ar", "أعلنت الوزارة عن موعد الامتحانات المقبلة"),
        LanguageRow("ar", "قرر المجلس تأجيل الجلسة إلى الأسبوع القادم"),
        LanguageRow("ar", "هذا ما حدث في الملعب بعد نهاية المباراة"),
        LanguageRow("ar", "ارتفع ثمن الطماطم في أسواق الجملة"),
        LanguageRow("fr", "Le souk de Derb Ghallef rouvre ses portes"),
    ])
    func `darija is told from the written language`(_ row: LanguageRow) {
        let finding = finding(row.text)
        #expect(finding.language == row.language)
        #expect(finding.isDarija == row.isDarija)
    }

    @Test(arguments: [
        ("OCP Benguerir", "fr", "fr"), ("OCP Benguerir", "en", "en"),
        ("OCP Benguerir", nil, "other"),
        ("The train is late", "fr", "en"), ("توقيف مشتبه فيه", "fr", "ar"),
    ])
    func `what the feed says counts where the text says nothing`(
        _ text: String, _ declared: String?, _ language: String
    ) {
        #expect(finding(text, declared: declared).language == language)
    }

    @Test func `each paragraph has its own language, and page chrome has none`() {
        let text = """
            بلاغ حول حادثة السير بأكادير

            أعلنت السلطات أن الطريق أعيد فتحها مساء اليوم في وجه السيارات.
            La route est rouverte aux voitures depuis ce soir.
            The road has been open to traffic since the evening.
            هادشي اللي وقع البارح ديال بصح، وبزاف ديال الناس شافو.
            ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ ⵜⴰⵎⴰⵣⵉⵖⵜ
            OCP Benguerir
            2030 – 12/5
            اقرأ أيضا: برنامج المباريات
            """
        let report = Shipped.examiner.examine(
            Document(id: "row", source: "rows", text: text, titleLength: 28),
            withParagraphs: true)
        let found = (report.paragraphs ?? []).map { paragraph in
            let words = text.scalars(paragraph.start, paragraph.end)
                .split(whereSeparator: \.isWhitespace)
            let darija = paragraph.isDarija ? " darija" : ""
            return "\(paragraph.language)\(darija): \(words.first ?? "") … \(words.last ?? "")"
        }
        #expect(
            found == [
                "ar: بلاغ … بأكادير", "ar: أعلنت … السيارات.", "fr: La … soir.",
                "en: The … evening.", "ar darija: هادشي … شافو.", "zgh: ⴰⵣⵓⵍ … ⵜⴰⵎⴰⵣⵉⵖⵜ",
                "other: OCP … Benguerir", "other: 2030 … 12/5",
            ])
        #expect(report.boilerplate.map(\.kind) == [.related])
    }

    private func finding(
        _ text: String, declared: String? = nil
    ) -> (language: String, isDarija: Bool) {
        let report = Shipped.examiner.examine(
            Document(id: "row", source: "rows", text: text, titleLength: 0, language: declared))
        return (report.language, report.isDarija)
    }
}
