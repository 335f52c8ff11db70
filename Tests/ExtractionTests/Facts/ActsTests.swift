import News
import Testing

@testable import Extraction

/// A sentence and its acts, as `kind | agents | objects | place | date | quantities`.
typealias ActRow = FactRow

extension Act {
    var row: String {
        [
            kind, agents.joined(separator: ", "), objects.joined(separator: ", "),
            place ?? "-", date ?? "-", quantities.joined(separator: ", "),
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
        // Nobody is named or counted.
        ActRow("توقيف شخص بفاس", "arrest |  |  | fes | - | "),
        ActRow("ألقت عناصر الشرطة القبض على المتهم", "arrest |  |  | - | - | "),
        ActRow(
            "Un individu a été arrêté le 3 mars 2025 à Safi", "arrest |  |  | safi | 2025-03-03 | "),
        ActRow("A Belgian man was arrested in Agadir", "arrest |  |  | agadir | - | "),
        ActRow("تفكيك شبكة للهجرة السرية بمكناس", "dismantling |  |  | meknes | - | "),
        ActRow("La police démantèle un réseau", "dismantling |  |  | - | - | "),
        // Those that whom the act met did harm to, those for whom it was done.
        ActRow("اعتقال سائق دهس أربعة أطفال بسلا", "arrest |  |  | sale | - | "),
        ActRow(
            "La BNPJ a arrêté un homme qui a agressé trois touristes", "arrest | bnpj |  | - | - | "
        ),
        ActRow(
            "Huit passeurs ont été arrêtés et 43 migrants secourus",
            "arrest |  |  | - | - | Huit passeurs"),
        ActRow(
            "Arrestation à Tanger d'un ressortissant belge recherché par Interpol",
            "arrest |  |  | tanger | - | "),
        // Two sides.
        ActRow("وقع المغرب وإسبانيا اتفاقية أمنية", "agreement | MA, ES |  | - | - | "),
        ActRow(
            "La DGSN et Interpol ont signé un accord", "agreement | dgsn, interpol |  | - | - | "),
        ActRow(
            "The DGSN and Europol signed a memorandum", "agreement | dgsn, europol |  | - | - | "),
        ActRow(
            "مباحثات بين عبد اللطيف حموشي والسيد كنعان دمرجي بالرباط",
            "meeting | hammouchi | كنعان دمرجي | rabat | - | "),
        ActRow(
            "عقدت المديرية العامة للأمن الوطني اجتماعا مع الإنتربول",
            "meeting | dgsn | interpol | - | - | "),
        ActRow(
            "عين الملك محمد السادس السيد كريم الراجي عاملا",
            "appointment | mohammed-vi | كريم الراجي | - | - | "),
        ActRow(
            "Le roi Mohammed VI a nommé M. Karim Tazi wali",
            "appointment | mohammed-vi | Karim Tazi | - | - | "),
        // Denied, intended, only possible, general, or by and of nobody.
        ActRow("قد يتم توقيف ثلاثة أشخاص"),
        ActRow("Trois personnes devraient être arrêtées"),
        ActRow("Si la police arrête trois suspects, le dossier sera clos"),
        ActRow("قررت المديرية العامة للأمن الوطني توقيف شرطيين اثنين عن العمل"),
        ActRow("باشرت ولاية أمن طنجة بحثا بعد العثور على جثة"),
        ActRow("تفكيك الشبكات الإجرامية هدف دائم"),
        ActRow("La Marine royale a intercepté 52 migrants"),
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
        #expect(Shipped.facts(row.text).acts.map(\.row) == row.expected)
    }

    @Test func `an act is quoted from the first to the last of what belongs to it`() {
        let text = "أمس، أوقفت الشرطة القضائية بفاس ثلاثة أشخاص، حسب المصدر"
        let act = Shipped.facts(text).acts.first
        #expect(act?.quote == "أوقفت الشرطة القضائية بفاس ثلاثة أشخاص")
        #expect(act.map { text.scalars($0.start, $0.end) } == act?.quote)
    }
}
