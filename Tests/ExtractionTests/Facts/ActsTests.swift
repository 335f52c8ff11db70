import News
import Testing

@testable import Extraction

/// A sentence and its acts, as `kind | agents | objects | place | date | quantities`.
typealias ActRow = FactRow

private func acts(_ text: String) -> [String] {
    Shipped.facts(text).acts.map { act in
        [
            act.kind, act.agents.joined(separator: ", "), act.objects.joined(separator: ", "),
            act.place ?? "-", act.date ?? "-", act.quantities.joined(separator: ", "),
        ].joined(separator: " | ")
    }
}

@Suite struct ActsTests {
    @Test(arguments: [
        ActRow(
            "أوقفت عناصر الشرطة القضائية بالدار البيضاء ثلاثة أشخاص يوم 12 ماي 2025",
            "arrest | judicial-police |  | casablanca | 2025-05-12 | ثلاثة أشخاص"),
        ActRow(
            "La BNPJ a interpellé cinq personnes à Tanger et saisi 3 tonnes de chira",
            "arrest | bnpj |  | tanger | - | cinq personnes",
            "seizure | bnpj |  | tanger | - | 3 tonnes"),
        ActRow(
            "Trois individus ont été arrêtés par la police judiciaire de Fès",
            "arrest | judicial-police |  | fes | - | Trois individus"),
        ActRow(
            "تم توقيف المدعو كريم الراجي بمدينة سلا", "arrest |  | كريم الراجي | sale | - | "),
        ActRow(
            "فكك المكتب المركزي للأبحاث القضائية خلية إرهابية بالعيون",
            "dismantling | bcij |  | laayoune | - | "),
        ActRow(
            "قاد عبد اللطيف حموشي وفدا أمنيا في زيارة عمل إلى تركيا حيث حضر بالعاصمة أنقرة",
            "visit | hammouchi | TR | ankara | - | "),
        ActRow(
            "عقد حموشي اجتماعا موسعا مع نظيره، السيد كنعان دمرجي، بأنقرة",
            "meeting | hammouchi | كنعان دمرجي | ankara | - | "),
        ActRow(
            "استقبل عبد اللطيف حموشي 24 دبلوماسيا", "visit | hammouchi |  | - | - | 24 دبلوماسيا"),
        ActRow(
            "وقعت المديرية العامة للأمن الوطني اتفاقية مع الإنتربول",
            "agreement | dgsn | interpol | - | - | "),
        ActRow(
            "اتفاقية تعاون بين المديرية العامة للأمن الوطني والإنتربول بمراكش",
            "agreement | dgsn, interpol |  | marrakech | - | "),
        ActRow(
            "un accord entre la DGSN et Interpol", "agreement | dgsn, interpol |  | - | - | "),
        ActRow(
            "M. Karim Benjelloun a été nommé préfet de police",
            "appointment |  | Karim Benjelloun | - | - | "),
        ActRow(
            "تعيين السيد محمد الراجي واليا للأمن بمراكش",
            "appointment |  | محمد الراجي | marrakech | - | "),
        ActRow(
            "Police arrested two people in Casablanca",
            "arrest |  |  | casablanca | - | two people"),
        ActRow(
            "The BCIJ dismantled a cell in Tangier", "dismantling | bcij |  | tanger | - | "),
        ActRow(
            "أفاد بلاغ للمديرية العامة للأمن الوطني أنه تم توقيف شخصين بسلا",
            "arrest |  |  | sale | - | شخصين"),
        ActRow(
            "la brigade, sur la base d'informations fournies par la DGST, a arrêté trois hommes",
            "arrest |  |  | - | - | trois hommes"),
        ActRow(
            "Abdellatif Hammouchi met with Mr. John Carver in Rabat",
            "meeting | hammouchi | John Carver | rabat | - | "),
        // Denied, intended, general, or by and of nobody.
        ActRow("لم يتم توقيف أي شخص"),
        ActRow("L'homme n'a pas été arrêté"),
        ActRow("الأبحاث متواصلة لتوقيف باقي المتورطين"),
        ActRow("مكافحة المخدرات والجريمة أولوية"),
        ActRow("الموقوفون أمام القضاء"),
        ActRow("la police poursuit ses efforts pour arrêter deux personnes"),
        ActRow("une visite agréable"),
        ActRow("كأس العالم بشراكة مع إسبانيا والبرتغال"),
        ActRow("the meeting was long"),
        ActRow("لقاء رياضي بين فريقين"),
        ActRow("Nobody was arrested without cause"),
    ])
    func `an act is joined with who, whom, where, when and how much`(_ row: ActRow) {
        #expect(acts(row.text) == row.expected)
    }

    @Test func `an act is quoted from the first to the last of what belongs to it`() {
        let text = "أمس، أوقفت الشرطة القضائية بفاس ثلاثة أشخاص، حسب المصدر"
        let act = Shipped.facts(text).acts.first
        #expect(act?.quote == "أوقفت الشرطة القضائية بفاس ثلاثة أشخاص")
        #expect(act.map { text.scalars($0.start, $0.end) } == act?.quote)
    }
}
