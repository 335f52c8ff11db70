import Testing

@testable import Extraction

/// A term and a text in which its hits are marked.
struct TermRow: Sendable, CustomTestStringConvertible {
    let term: String
    let marked: Marked
    var testDescription: String { "\(term): \(marked.testDescription)" }

    init(_ term: String, _ marked: String) {
        self.term = term
        self.marked = Marked(marked)
    }
}

private let protected = [
    "وجدة", "وحدة", "ولاية", "وزارة", "وكالة", "فلسطين", "بلد", "كلية", "كتاب", "لجنة", "وفاة",
]

private func quotes(of terms: [String], in text: String) -> [String] {
    var builder = MatcherBuilder(
        protected: protected, variants: [(standard: "نموذج", spellings: ["نمودج"])])
    for term in terms { _ = builder.add(term) }
    return builder.build().hits(in: FoldedText(text)).map {
        text.scalars(Int($0.start), Int($0.end))
    }
}

@Suite struct MatcherTests {
    @Test(arguments: [
        // Clitics.
        TermRow("تركيا", "زيارة إلى ⟦تركيا⟧ ول⟦تركيا⟧ وب⟦تركيا⟧ و ⟦تركيا⟧"),
        TermRow("شرطة", "⟦الشرطة⟧ و⟦الشرطة⟧ وب⟦الشرطة⟧ ⟦للشرطة⟧ و⟦للشرطة⟧ ⟦شرطة⟧ ⟦شرطته⟧"),
        TermRow("مديرية", "⟦مديريته⟧ و⟦مديريتها⟧ ⟦المديرية⟧ مديري"),
        TermRow("لجنة", "⟦للجنة⟧ ⟦اللجنة⟧ و⟦لجنة⟧"),
        TermRow("وفد", "استقبل وفدا و⟦وفدًا⟧ و⟦الوفد⟧"),
        // The article of a term of one word is obligatory.
        TermRow("الجديدة", "مدينة ⟦الجديدة⟧ و⟦الجديدة⟧ ب⟦الجديدة⟧ ⟦للجديدة⟧ صفحة جديدة"),
        TermRow("العيون", "ب⟦العيون⟧ عيون"),
        // Whole words are not taken apart.
        TermRow("جدة", "وصل إلى ⟦جدة⟧ وب⟦جدة⟧ من وجدة وبوجدة"),
        TermRow("زارة", "وزارة"),
        // Other words.
        TermRow("أمن", "⟦أمن⟧ ⟦الأمن⟧ ⟦امن⟧ ⟦الامن⟧ آمن آمنة الأمين أمين أمنية"),
        TermRow("تركي", "⟦التركي⟧ التركيز تركيب"),
        TermRow("فاس", "مدينة ⟦فاس⟧ فأس ب⟦فاس⟧"),
        TermRow("علي", "⟦علي⟧ على"),
        TermRow("الرياض", "⟦الرياض⟧ الرياضية رياض"),
        // Orthography.
        TermRow("إنتربول", "⟦الإنتربول⟧ ⟦الأنتربول⟧ ⟦الانتربول⟧ ⟦إنتربول⟧"),
        TermRow("مسؤول", "⟦مسؤول⟧ ⟦المسؤول⟧ ⟦مسئول⟧ ⟦مسوول⟧"),
        TermRow("أكادير", "⟦أكادير⟧ ⟦أگادير⟧ ⟦اكادير⟧ ب⟦أݣادير⟧"),
        TermRow("مستشفى", "⟦المستشفى⟧ ⟦المستشفي⟧"),
        TermRow("نموذج", "⟦نمودج⟧ رائد و⟦نموذج⟧"),
        TermRow("محمد", "⟦مُحَمَّد⟧ و⟦محـمـد⟧ \u{202B}⟦محمد⟧\u{202C}"),
        TermRow(
            "الأمن",
            "ﺍﻷﻣﻦ الأمن".replacing("ﺍﻷﻣﻦ", with: "⟦ﺍﻷﻣﻦ⟧").replacing(" الأمن", with: " ⟦الأمن⟧")),
        // Phrases.
        TermRow("الأمن الوطني", "⟦للأمن الوطني⟧ و⟦الأمن الوطني⟧ ⟦أمن وطني⟧ الأمن، الوطني"),
        TermRow(
            "المديرية العامة للأمن الوطني",
            "⟦المديرية العامة للأمن الوطني⟧ و⟦المديرية العامة الأمن الوطني⟧"),
        TermRow("عبد اللطيف حموشي", "⟦عبد اللطيف حموشي⟧ ⟦عبداللطيف حموشي⟧ ⟦عبد اللطيف الحموشي⟧"),
        TermRow(
            "الأمن الوطني ومراقبة التراب الوطني",
            "⟦للأمن الوطني ولمراقبة التراب الوطني⟧ ⟦الأمن الوطني و مراقبة التراب الوطني⟧"),
        TermRow(
            "توقيف ... مشتبه",
            "⟦توقيف شخص مشتبه⟧ ⟦توقيف مشتبه⟧ توقيف واحد اثنان ثلاثة أربعة مشتبه توقيف. مشتبه"),
        // Modifiers.
        TermRow("=أمن", "⟦أمن⟧ الأمن وأمن امن"),
        TermRow("إرهاب*", "⟦الإرهاب⟧ و⟦إرهابيون⟧ ⟦ارهابية⟧ رهاب"),
        TermRow("+شرطي", "⟦شرطي⟧ ⟦شرطية⟧ ⟦شرطيون⟧ ⟦الشرطيين⟧ شرطة شرط"),
    ])
    func `an arabic term is found with its clitics and spellings, and nothing else`(
        _ row: TermRow
    ) {
        #expect(quotes(of: [row.term], in: row.marked.text) == row.marked.found)
    }

    @Test(arguments: [
        TermRow(
            "sûreté nationale", "la ⟦Sûreté nationale⟧, la ⟦surete nationale⟧, sûreté, nationale"),
        TermRow("policier", "le ⟦policier⟧ et les ⟦policiers⟧, policière"),
        TermRow("ordre", "maintien de l’⟦ordre⟧, d'⟦ordre⟧, désordre"),
        TermRow("sous-préfet", "le ⟦sous-préfet⟧ et le ⟦sous préfet⟧"),
        TermRow("DGSN", "la ⟦DGSN⟧ et d'⟦DGSN⟧, dgsn"),
        TermRow("FAR", "les ⟦FAR⟧ et un far"),
        TermRow("+arrêter", "⟦arrêter⟧ ⟦arrêtés⟧ ⟦arrêtée⟧ ⟦arrête⟧"),
        TermRow("=Mali", "au ⟦Mali⟧ mali"),
        TermRow("terroris*", "un ⟦terroriste⟧, le ⟦terrorisme⟧, terreur"),
        TermRow("garde à vue", "placé en ⟦garde à vue⟧, ⟦garde-à-vue⟧, garde. à vue"),
        TermRow("aujourd'hui", "⟦aujourd’hui⟧ hui"),
        TermRow("2030", "la Coupe du monde ⟦2030⟧, 20300"),
    ])
    func `a french term is found with elision, accents and plurals, and nothing else`(
        _ row: TermRow
    ) {
        #expect(quotes(of: [row.term], in: row.marked.text) == row.marked.found)
    }

    @Test func `words of the same letters but one are told apart however often they come`() {
        let text = "commission Commission commissioN Commissiom " + "commission Commission "
        #expect(
            quotes(of: ["=Commission"], in: text + text + "fin")
                == Array(
                    repeating: "Commission", count: 4))
    }

    @Test func `more words than are remembered are all found`() {
        let words = (0..<2000).map { number in
            String(
                String(number).unicodeScalars.map {
                    Character(
                        Unicode.Scalar($0.value + 0x628 - 0x30) ?? "ب")
                }) + "اتي"
        }
        let text = (words + words).joined(separator: " ")
        #expect(quotes(of: words.map { "=" + $0 }, in: text) == words + words)
    }

    @Test func `a hit says how freely the text was read`() {
        var builder = MatcherBuilder()
        _ = builder.add("أمن")
        let hits = builder.build().hits(in: FoldedText("أمن الأمن الامن"))
        #expect(hits.map(\.liberty) == [.none, .clitics, .orthography])
    }
}
