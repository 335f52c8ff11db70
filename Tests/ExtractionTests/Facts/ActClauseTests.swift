import Foundation
import News
import Testing

@testable import Extraction

/// Acts as `kind | agents | objects | place | date | quantities`, told on 12 March 2026.
private func acts(_ text: String) -> [String] {
    let document = Document(
        id: "row", source: "rows", text: text, titleLength: 0,
        published: try? Date("2026-03-12T12:00:00Z", strategy: .iso8601))
    return Shipped.examiner.examine(document).facts.acts.map(\.row)
}

@Suite struct ActClauseTests {
    @Test(arguments: [
        // Counted behind another verb, a reason, a preposition, or somebody who is not counted.
        ActRow("أوقفت الشرطة بسطات سائقا طعن أربعة أشخاص", "arrest |  |  | settat | - | "),
        ActRow("توقيف سائق شاحنة تسبب في مقتل ستة أشخاص بخنيفرة", "arrest |  |  | khenifra | - | "),
        ActRow(
            "تم توقيف شخصين بآسفي، فيما فر خمسة أشخاص", "arrest |  |  | safi | - | شخصين"),
        ActRow(
            "توقيف 30 مشجعا بوجدة وإصابة 4 شرطيين", "arrest |  |  | oujda | - | 30 مشجعا"),
        ActRow(
            "أوقفت الشرطة بتازة 3 أشخاص من أصل 9 أشخاص", "arrest |  |  | taza | - | 3 أشخاص"),
        ActRow(
            "La police de Fès a interpellé un chauffeur qui transportait 12 migrants",
            "arrest |  |  | fes | - | "),
        ActRow(
            "La BNPJ a arrêté deux hommes après les plaintes de 15 femmes",
            "arrest | bnpj |  | - | - | deux hommes"),
        ActRow(
            "Dix supporters ont été interpellés à Rabat et 3 policiers ont été blessés",
            "arrest |  |  | rabat | - | Dix supporters"),
        ActRow(
            "Police in Agadir arrested a man for attacking six passengers",
            "arrest |  |  | agadir | - | "),
        ActRow(
            "Police in Fez arrested two men who had robbed nine tourists",
            "arrest |  |  | fes | - | two men"),
        // Lists go on.
        ActRow(
            "توقيف أربعة رجال وثلاث نساء بالجديدة",
            "arrest |  |  | el-jadida | - | أربعة رجال, ثلاث نساء"),
        ActRow(
            "La douane a saisi 200 téléphones, 5 kg de cocaïne et deux voitures",
            "seizure | customs |  | - | - | 200 téléphones, 5 kg, deux voitures"),
        ActRow(
            "حجزت الجمارك 3 كيلوغرامات من الشيرا ومبلغا ماليا قدره 20 ألف درهم",
            "seizure | customs |  | - | - | 3 كيلوغرامات, 20 ألف درهم"),
        ActRow(
            "حجزت الجمارك سيفين لدى مسافرين كانوا على متن 4 حافلات",
            "seizure | customs |  | - | - | سيفين"),
        // Each at its place.
        ActRow(
            "توقيف شخصين بتطوان وأربعة أشخاص بالناظور", "arrest |  |  | tetouan | - | شخصين"),
        ActRow(
            "Saisie de 4 kg de cocaïne à Tanger et de 2 tonnes de chira à Nador",
            "seizure |  |  | tanger | - | 4 kg"),
        // The act's own word is counted.
        ActRow(
            "La BNPJ a arrêté le chef d'un gang de six hommes", "arrest | bnpj |  | - | - | "),
        ActRow(
            "La police enquête sur cinq suspects après l'arrestation d'un homme à Safi",
            "arrest |  |  | safi | - | "),
        // What failed or was asked for in front is told of another clause.
        ActRow("فشل شخص في الفرار وتم توقيفه بسلا", "arrest |  |  | sale | - | "),
        ActRow(
            "Deux hommes ont échoué à fuir et ont été arrêtés à Safi",
            "arrest |  |  | safi | - | Deux hommes"),
        ActRow("Rabat : quatre interpellés", "arrest |  |  | rabat | - | quatre interpellés"),
    ])
    func `an act met what its own clause counts`(_ row: ActRow) {
        #expect(acts(row.text) == row.expected)
    }

    @Test(arguments: [
        // The crime's, the hearing's and the announcement's day and place.
        ActRow(
            "أوقفت الشرطة بسلا مشتبها فيه في سرقة وقعت يوم 5 مارس بالرباط",
            "arrest |  |  | sale | - | "),
        ActRow(
            "توقيف شخصين بفاس سيمثلان أمام المحكمة يوم 25 مارس",
            "arrest |  |  | fes | - | شخصين"),
        ActRow(
            "أعلنت المديرية العامة للأمن الوطني أمس أن الجمارك حجزت 20 كيلوغراما من الكوكايين",
            "seizure | customs |  | - | - | 20 كيلوغراما"),
        ActRow(
            "La BNPJ a arrêté l'auteur d'un braquage commis le 2 mars à Safi",
            "arrest | bnpj |  | - | - | "),
        ActRow(
            "Deux suspects du vol du 4 mars ont été arrêtés à Oujda",
            "arrest |  |  | oujda | - | Deux suspects"),
        ActRow(
            "Police in Rabat arrested two men for a robbery on March 3",
            "arrest |  |  | rabat | - | two men"),
        ActRow(
            "أوقفت الشرطة بالعرائش أمس ثلاثة أشخاص",
            "arrest |  |  | larache | 2026-03-11 | ثلاثة أشخاص"
        ),
        ActRow(
            "Trois hommes ont été arrêtés mardi à Nador",
            "arrest |  |  | nador | 2026-03-10 | Trois hommes"),
        ActRow(
            "Le BCIJ a démantelé à Nador une cellule active à Oujda",
            "dismantling | bcij |  | nador | - | "),
        ActRow(
            "Le procès de quatre hommes arrêtés en février s'ouvrira à Rabat",
            "arrest |  |  | - | 2026-02 | quatre hommes"),
        ActRow(
            "Police arrested two men in Morocco's capital Rabat",
            "arrest |  |  | rabat | - | two men"),
        // A court's place.
        ActRow(
            "توقيف شخصين وتقديمهما أمام النيابة العامة بمكناس", "arrest |  |  | - | - | شخصين"),
        ActRow(
            "Deux hommes ont été interpellés à Settat et déférés devant le parquet de Casablanca",
            "arrest |  |  | settat | - | Deux hommes"),
        // A former post's.
        ActRow(
            "تعيين السيد كريم الراجي، الذي كان يعمل بتطوان، مديرا",
            "appointment |  | كريم الراجي | - | - | "),
    ])
    func `an act was when and where its own clause says`(_ row: ActRow) {
        #expect(acts(row.text) == row.expected)
    }

    @Test(arguments: [
        ActRow("كذبت المديرية العامة للأمن الوطني خبر توقيف خمسة مشجعين بفاس"),
        ActRow("لا صحة لخبر اعتقال ثلاثة طلبة بوجدة"),
        ActRow("لم تسفر العملية عن توقيف أي من الأشخاص الثلاثة بسلا"),
        ActRow("La DGSN dément avoir interpellé deux touristes à Agadir"),
        ActRow("Sans procéder à l'arrestation de deux suspects à Fès"),
        ActRow("Aucun des quatre suspects n'a été arrêté à Fès"),
        ActRow("No arrests were reported among the 200 fans in Rabat"),
        ActRow("None of the three suspects was arrested in Fez"),
        ActRow("أصدر القاضي مذكرة اعتقال في حق شخصين بطنجة"),
        ActRow("طالب الدفاع باعتقال ثلاثة مسؤولين بالقنيطرة"),
        ActRow("نجا شخصان من الاعتقال بفاس"),
        ActRow("تواصل الشرطة أبحاثها لتحديد وتوقيف شخصين بفاس"),
        ActRow("Le juge a ordonné l'arrestation de deux élus à Safi"),
        ActRow("Deux hommes ont échappé à une arrestation à Taza"),
        ActRow("An arrest warrant was issued for two suspects in Rabat"),
        ActRow("Residents demanded the arrest of three officials in Fez"),
        ActRow("دعا وزير الداخلية الإسباني عبد اللطيف حموشي إلى زيارة مدريد"),
        ActRow("ألغى عبد اللطيف حموشي زيارته إلى تركيا"),
        ActRow("Abdellatif Hammouchi a reporté sa visite en Espagne"),
        ActRow("Abdellatif Hammouchi postponed his visit to Spain"),
        ActRow("لم توقع المديرية العامة للأمن الوطني أي اتفاقية مع الإنتربول"),
    ])
    func `what is denied, demanded, ordered or called off is no act`(_ row: ActRow) {
        #expect(acts(row.text) == row.expected)
    }

    @Test(arguments: [
        ActRow(
            "بناء على معلومات دقيقة من المديرية العامة لمراقبة التراب الوطني، تم حجز 30 كيلوغراما من الكوكايين بالداخلة",
            "seizure |  |  | dakhla | - | 30 كيلوغراما"),
        ActRow(
            "Recherché par une notice rouge d'Interpol, un Belge a été interpellé à Nador",
            "arrest |  |  | nador | - | "),
        ActRow(
            "Sur la base de renseignements de la DGST, la BNPJ a arrêté deux hommes",
            "arrest | bnpj |  | - | - | deux hommes"),
        ActRow(
            "بتنسيق مع الإنتربول، أوقفت الشرطة القضائية ثلاثة أشخاص",
            "arrest | judicial-police |  | - | - | ثلاثة أشخاص"),
        ActRow(
            "La DGST et la BNPJ ont arrêté trois hommes à Oujda",
            "arrest | dgst, bnpj |  | oujda | - | trois hommes"),
        ActRow(
            "The BCIJ and the DGST foiled an attempt to smuggle 40 kg of cocaine",
            "foiling | bcij, dgst |  | - | - | 40 kg"),
        ActRow(
            "إحباط محاولة تهريب 70 ألف قرص مخدر بميناء بني أنصار",
            "foiling |  |  | port-de-nador | - | 70 ألف قرص مخدر"),
        ActRow(
            "أطاحت المصالح الأمنية بالعيون بشبكة للهجرة السرية",
            "dismantling |  |  | laayoune | - | "),
        // Receptions, meetings and agreements of those whom they are of.
        ActRow(
            "M. Karim Tazi, préfet de police de Safi, a été nommé wali",
            "appointment |  | Karim Tazi | - | - | "),
        ActRow(
            "استقبل الملك محمد السادس، بحضور عبد اللطيف حموشي، السيد كنعان دمرجي",
            "visit | mohammed-vi | كنعان دمرجي | - | - | "),
        ActRow(
            "L'ambassadeur Karim Tazi a été reçu par Abdellatif Hammouchi à Rabat",
            "visit | hammouchi | Karim Tazi | rabat | - | "),
        ActRow(
            "Mr. John Carver was received by Abdellatif Hammouchi",
            "visit | hammouchi | John Carver | - | - | "),
        ActRow(
            "التقى عبد اللطيف حموشي بكل من السيد كنعان دمرجي والسيد كريم الراجي",
            "meeting | hammouchi | كنعان دمرجي, كريم الراجي | - | - | "),
        ActRow(
            "وقعت المديرية العامة للأمن الوطني اتفاقية شراكة مع الإنتربول",
            "agreement | dgsn | interpol | - | - | "),
        ActRow("جرى توقيفه أمس بطنجة", "arrest |  |  | tanger | 2026-03-11 | "),
        ActRow(
            "La police a cueilli deux trafiquants à Berkane",
            "arrest |  |  | berkane | - | deux trafiquants"),
    ])
    func `an act is of those who did it and those whom it was done to`(_ row: ActRow) {
        #expect(acts(row.text) == row.expected)
    }
}
