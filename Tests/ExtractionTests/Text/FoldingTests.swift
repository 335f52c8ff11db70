import Testing

@testable import Extraction

@Suite struct FoldingTests {
    @Test(arguments: [
        ("أَمْنٌ", "امن"), ("الأمـــن", "الامن"), ("إدارة", "اداره"), ("مسئول", "مسيول"),
        ("ﺍﻷﻣﻦ", "الامن"), ("کلمیم", "كلميم"), ("٢٠٢٥", "2025"), ("۲۰۲۵", "2025"),
        ("أگادير", "اكادير"), ("Sûreté", "surete"), ("ŒUVRE", "oeuvre"), ("Straße", "strasse"),
        ("l’ordre", "l ordre"), ("garde-à-vue", "garde a vue"), ("DGSN", "dgsn"),
        ("\u{202B}نص\u{202C}", "نص"), ("م\u{200C}ن", "من"), ("E\u{301}tat", "etat"),
        ("المغرب2030", "المغرب 2030"), ("CANالمغرب", "can المغرب"), ("", ""), ("\u{64B}", ""),
        ("12,5", "12 5"), ("و القضاء", "والقضاء"),
        // Ligatures, letters with two accents, wide letters.
        ("traﬁc", "trafic"), ("oﬃcier", "officier"), ("conﬂit", "conflit"), ("ĳzer", "ijzer"),
        ("Nguyễn", "nguyen"), ("ＤＧＳＮ ２０３０", "dgsn 2030"),
    ])
    func `letters that readers take for one are one`(_ text: String, _ folded: String) {
        #expect(FoldedText(text).searchable == folded)
    }

    @Test(arguments: [
        ("مدينة فاس", ["مدينة", "فاس"]), ("و الأمن", ["و الأمن"]), ("مُحَمَّد يصل", ["مُحَمَّد", "يصل"]),
        ("🚔 Police 🚨 à Fès", ["Police", "à", "Fès"]), ("d’Agadir", ["d", "Agadir"]),
        ("E\u{301}tat", ["E\u{301}tat"]), ("2030م", ["2030", "م"]),
        ("un traﬁc d’or", ["un", "traﬁc", "d", "or"]), ("ﬁ ﬀ", ["ﬁ", "ﬀ"]),
    ])
    func `every word knows where it stands in the original`(_ text: String, _ words: [String]) {
        let folded = FoldedText(text)
        let slices = folded.tokens.map {
            text.scalars(Int($0.scalarStart), Int($0.scalarEnd))
        }
        #expect(slices == words)
    }
}
