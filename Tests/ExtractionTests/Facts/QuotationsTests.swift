import News
import Testing

@testable import Extraction

/// A text with its quotations marked, and who says the first of them.
struct QuotationRow: Sendable, CustomTestStringConvertible {
    let marked: Marked
    let speaker: String?
    var testDescription: String { marked.testDescription }

    init(_ marked: String, by speaker: String? = nil) {
        self.marked = Marked(marked)
        self.speaker = speaker
    }
}

@Suite struct QuotationsTests {
    @Test(arguments: [
        QuotationRow("تأتي هذه الدورة تحت شعار “⟦فخورون بخدمة الوطن والمواطن⟧”، تزامنا مع العيد"),
        QuotationRow("نظم اللقاء تحت شعار: ⟦المدرسة والأمن معا⟧، بحضور الآباء"),
        QuotationRow(
            "قال السيد كريم الراجي إن “⟦التعاون بين الطرفين يسير في الطريق الصحيح⟧”",
            by: "كريم الراجي"),
        QuotationRow(
            "وأكد السيد كريم الراجي: «⟦العمل متواصل ليلا ونهارا⟧»، مضيفا", by: "كريم الراجي"),
        QuotationRow(
            "أوضح بلاغ للمديرية العامة للأمن الوطني أن “⟦الأبحاث متواصلة في هذه القضية⟧”",
            by: "المديرية العامة للأمن الوطني"),
        QuotationRow(
            "« ⟦Les policiers ont été exemplaires⟧ », a déclaré le préfet de police de Paris.",
            by: "préfet de police de Paris"),
        QuotationRow(
            "قال والي أمن الدار البيضاء كريم الراجي إن «⟦ولاية الأمن عبأت كل مصالحها⟧»",
            by: "كريم الراجي"),
        QuotationRow(
            "« ⟦Chaque minute compte beaucoup⟧ », souligne la commissaire Nadia R., cheffe.",
            by: "Nadia R."),
        QuotationRow("وأضاف المصدر أن «⟦الوضع عاد إلى طبيعته اليوم⟧»"),
        QuotationRow("\"⟦لا شيء تغير في المدينة⟧\"، يقول أحد السكان"),
        QuotationRow(
            "« ⟦Nous avons renforcé la présence sur le terrain⟧ », a déclaré M. Karim Tazi.",
            by: "Karim Tazi"),
        QuotationRow(
            "M. Karim Tazi a dit : « ⟦la sécurité est l'affaire de tous⟧ ».", by: "Karim Tazi"),
        QuotationRow(
            "Selon la DGSN, « ⟦aucune plainte n'a été déposée⟧ »",
            by: "Direction générale de la sûreté nationale"),
        QuotationRow("une édition sous le slogan « ⟦Une police proche du citoyen⟧ »"),
        QuotationRow("journée placée sous le thème “⟦la route et la vie⟧”"),
        QuotationRow("« ⟦Je n'ai rien vu ce soir-là⟧ », affirme un voisin"),
        QuotationRow(
            "\"⟦We will keep working with our partners⟧,\" said Inspector Omar Haddad",
            by: "Omar Haddad"),
        QuotationRow(
            "Inspector Omar Haddad said: “⟦the case is now closed⟧”.", by: "Omar Haddad"),
        QuotationRow("under the theme “⟦Safe roads for everyone⟧”"),
        QuotationRow("“⟦Nobody was hurt that night⟧,” a witness said"),
        // Names and words at a distance, indirect speech, marks without a partner.
        QuotationRow("تم عرض سيارة “أمان” للدوريات"),
        QuotationRow("شارك في “معرض الدفاع العالمي” بالرياض"),
        QuotationRow("أكد أن الأبحاث متواصلة في هذه القضية"),
        QuotationRow("جعل “الابتكار والتطوير” ركيزتين"),
        QuotationRow("قالت مصادر “الموقع” إن الأبحاث متواصلة في هذه القضية وقال “آخر” شيئا"),
        QuotationRow("قال “كلاما لم ينته بعد"),
        QuotationRow("le véhicule « Amane » est exposé"),
        QuotationRow("le film « La nuit des longs couteaux noirs » est sorti"),
        QuotationRow("Il a déclaré que tout allait bien"),
        QuotationRow("the \"smart\" patrol car"),
        QuotationRow("He said that the case was closed"),
    ])
    func `words in quotation marks are quoted with who says them`(_ row: QuotationRow) {
        let found = Shipped.facts(row.marked.text).quotations
        #expect(found.map(\.quote) == row.marked.found)
        #expect(found.first?.speaker == row.speaker)
        for quotation in found {
            #expect(quotation.quote == row.marked.text.scalars(quotation.start, quotation.end))
        }
    }
}
