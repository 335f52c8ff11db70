import News
import Testing

@testable import Extraction

@Suite struct SentencesTests {
    /// Sentences are parted by `|` in the rows, and nothing else is said of their ends.
    @Test(arguments: [
        "انطلقت العملية فجرا.| وانتهت قبل الظهر",
        "هل انتهى البحث؟| لا أحد يعلم",
        "أوقف السائق؛| ونقل المصاب إلى المستشفى",
        "يا له من يوم!| غادر الجميع الملعب",
        "بلغت الكمية 1.200 كيلوغرام من الشيرا",
        "سجلت نسبة 3.5 في المائة",
        "نشر موقع goud.ma الخبر صباحا",
        "حضر د. الوردي اللقاء",
        "في سنة 1445 هـ.| ثم عاد",
        "العنوان الأول|\nالفقرة الأولى",
        "العنوان|\n\nالنص كله",
        "ثلاث نقاط...| ثم تتمة",
        "M. Alaoui est arrivé à 8 h.| Il a pris la parole",
        "Le Dr Benani et Mme. Tazi étaient là.| Tous deux ont signé",
        "Selon l'art. 5 de la loi, rien ne change",
        "Le no. 12 a gagné.| La foule a crié",
        "Le prix passe à 12.50 dirhams.| Il baissera",
        "Le site le360.ma l'annonce",
        "Il est né en 1960.| Il a joué",
        "Qui a parlé ?| Personne",
        "C'est fini !| Rideau",
        "Il habite av. Hassan II, à Rabat",
        "J. Tazi et A. Alami ont joué",
        "Il est venu ;| il est reparti",
        "Mr. Haddad spoke first.| Then came the others",
        "It cost $3.5 million.| Nobody paid",
        "Who knows?| Not me",
        "Police said so.| “It is over,” they added",
        "",
        "كلمة",
    ])
    func `a sentence ends where a reader takes breath, not at every dot`(_ row: String) {
        let text = row.replacing("|", with: "")
        let abbreviations = Shipped.examiner.lexicon.abbreviations
        let folded = FoldedText(text, abbreviations: abbreviations)
        let starts = Sentences(of: folded).ranges.dropFirst().map {
            Int(folded.tokens[$0.lowerBound].scalarStart)
        }
        let wanted = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        var expected: [String] = []
        for part in wanted { expected.append(firstWord(String(part))) }
        #expect(starts.map { firstWord(text.scalars($0, text.unicodeScalars.count)) } == expected)
    }

    @Test func `a paragraph ends at a line's end`() {
        let folded = FoldedText("Un. Deux\nTrois\n\nQuatre")
        let sentences = Sentences(of: folded)
        #expect(folded.tokens.indices.map(sentences.paragraph) == [0, 0, 1, 2])
        #expect(folded.tokens.indices.map(sentences.number) == [0, 1, 2, 3])
    }

    private func firstWord(_ text: String) -> String {
        text.split { !$0.isLetter && !$0.isNumber }.first.map(String.init) ?? ""
    }
}
