import News
import Testing

@testable import Extraction

/// A text with its dates marked and their values, `-` for an unresolved one.
struct DateRow: Sendable, CustomTestStringConvertible {
    let marked: Marked
    let values: [String]
    let published: String?
    let language: String?
    var testDescription: String { marked.testDescription }

    init(
        _ marked: String, _ values: String..., published: String? = nil, language: String? = nil
    ) {
        self.marked = Marked(marked)
        self.values = values
        self.published = published
        self.language = language
    }

    var findings: [DateFact] {
        Dates().findings(
            in: Shipped.scan(marked.text, published: published, language: language))
    }
}

/// A Tuesday.
private let tuesday = "2025-05-20T10:00:00Z"

@Suite struct DatesTests {
    @Test(arguments: [
        // A day, a month, a year.
        DateRow("افتتحت الدورة يوم ⟦17 ماي 2025⟧ بالجديدة", "2025-05-17"),
        DateRow("في ⟦3 غشت 2024⟧ وفي ⟦7 دجنبر 2024⟧", "2024-08-03", "2024-12-07"),
        DateRow("تاريخ ⟦12 كانون الثاني 2024⟧", "2024-01-12"),
        DateRow("يوم ⟦الثلاثاء 20 ماي 2025⟧", "2025-05-20"),
        DateRow("في ⟦فاتح يوليوز 2025⟧", "2025-07-01"),
        DateRow("منذ ⟦٥ شتنبر ٢٠٢٣⟧", "2023-09-05"),
        DateRow("le ⟦8 février 2026⟧ à Rabat", "2026-02-08"),
        DateRow("le ⟦1er août 2025⟧", "2025-08-01"),
        DateRow("⟦mardi 20 mai 2025⟧", "2025-05-20"),
        DateRow("on ⟦May 16, 2025⟧ the police said", "2025-05-16", language: "en"),
        DateRow("the fair of ⟦16 May 2025⟧ was the first", "2025-05-16"),
        // Ranges.
        DateRow("تمتد ⟦من 17 إلى 21 ماي 2025⟧", "2025-05-17/2025-05-21"),
        DateRow("⟦من 17 إلى غاية 21 ماي 2025⟧", "2025-05-17/2025-05-21"),
        DateRow(
            "⟦ما بين 17 و21 ماي 2025⟧".replacing("⟦ما بين", with: "ما ⟦بين"),
            "2025-05-17/2025-05-21"),
        DateRow("⟦يومي 17 و18 ماي 2025⟧", "2025-05-17/2025-05-18"),
        DateRow("⟦أيام 17 و18 و19 ماي 2025⟧", "2025-05-17/2025-05-19"),
        DateRow("⟦17-21 ماي 2025⟧", "2025-05-17/2025-05-21"),
        DateRow("⟦من 28 أبريل إلى 3 ماي 2025⟧", "2025-04-28/2025-05-03"),
        DateRow("⟦من 28 دجنبر إلى 3 يناير 2026⟧", "2025-12-28/2026-01-03"),
        DateRow("⟦du 17 au 21 mai 2025⟧", "2025-05-17/2025-05-21"),
        DateRow("⟦les 17 et 18 mai 2025⟧", "2025-05-17/2025-05-18"),
        DateRow("⟦du 28 avril au 3 mai 2025⟧", "2025-04-28/2025-05-03"),
        DateRow("⟦entre le 17 et le 21 mai 2025⟧", "2025-05-17/2025-05-21"),
        DateRow("⟦from 17 to 21 May 2025⟧", "2025-05-17/2025-05-21"),
        DateRow("the show runs ⟦May 17–21, 2025⟧", "2025-05-17/2025-05-21", language: "en"),
        DateRow("⟦الثاني من أكتوبر تشرين الأول 2018⟧", "2018-10-02"),
        // A month.
        DateRow("بمراكش في ⟦نونبر 2025⟧", "2025-11"),
        DateRow("⟦نونبر/نوفمبر 2025⟧ و⟦ماي (مايو) 2024⟧", "2025-11", "2024-05"),
        DateRow("⟦من يناير إلى مارس 2025⟧", "2025-01/2025-03"),
        DateRow("en ⟦novembre 2025⟧", "2025-11"),
        // Digits.
        DateRow("بتاريخ ⟦16/05/2025⟧ و⟦16-05-2025⟧", "2025-05-16", "2025-05-16"),
        DateRow("⟦2025-05-16⟧ et ⟦16.05.2025⟧", "2025-05-16", "2025-05-16"),
        // Years.
        DateRow("خلال ⟦سنة 2024⟧ و⟦منذ 2015⟧", "2024", "2015"),
        DateRow("en ⟦2023⟧, ⟦depuis 2015⟧ et d'ici ⟦2030⟧", "2023", "2015", "2030"),
        DateRow("⟦بين 2015 و2020⟧ و⟦من 2021 إلى 2023⟧", "2015/2020", "2021/2023"),
        DateRow("⟦عامي 2012 و2013⟧", "2012/2013"),
        DateRow("حصيلة ⟦2024⟧ والتقرير السنوي ⟦2023⟧", "2024", "2023"),
        DateRow("le bilan ⟦2024⟧ et le rapport annuel ⟦2023⟧", "2024", "2023"),
        DateRow("خلال ⟦النصف الأول من سنة 2025⟧", "2025-01/2025-06"),
        DateRow("⟦الأشهر التسعة الأولى من 2025⟧", "2025-01/2025-09"),
        DateRow("les ⟦neuf premiers mois de 2025⟧", "2025-01/2025-09"),
        DateRow("au ⟦troisième trimestre 2024⟧", "2024-07/2024-09"),
        DateRow("the ⟦first half of 2025⟧ was calm", "2025-01/2025-06", language: "en"),
        DateRow(
            "⟦between September 22 and 28, 2025⟧ the police", "2025-09-22/2025-09-28",
            language: "en"),
        // Hijri.
        DateRow("⟦فاتح رمضان 1446⟧", "2025-03-01"),
        // Without a year, and without a publication.
        DateRow("يوم ⟦16 ماي⟧", "--05-16"),
        DateRow("le ⟦16 mai⟧", "--05-16"),
        DateRow("⟦من 8 إلى 12 فبراير الجاري⟧", "-"),
        DateRow("⟦الثلاثاء الماضي⟧ و⟦الأسبوع المقبل⟧", "-", "-"),
        DateRow("⟦قبل 69 سنة⟧", "-"),
    ])
    func `a date is read as it is written`(_ row: DateRow) {
        #expect(row.findings.map(\.quote) == row.marked.found)
        #expect(row.findings.map { $0.value ?? "-" } == row.values)
    }

    @Test(arguments: [
        DateRow(
            "⟦من 8 إلى 12 فبراير الجاري⟧", "2026-02-08/2026-02-12",
            published: "2026-02-09T08:00:00Z"),
        DateRow("⟦12 فبراير الماضي⟧", "2025-02-12", published: tuesday),
        DateRow("⟦12 دجنبر الماضي⟧", "2024-12-12", published: tuesday),
        DateRow("⟦12 دجنبر المقبل⟧ و⟦مارس المقبل⟧", "2025-12-12", "2026-03", published: tuesday),
        DateRow("⟦17 ماي من السنة الماضية⟧", "2024-05-17", published: tuesday),
        DateRow("⟦17 من الشهر الجاري⟧", "2025-05-17", published: tuesday),
        DateRow("يوم ⟦16 ماي⟧", "2025-05-16", published: tuesday),
        DateRow("يوم ⟦31 دجنبر⟧", "2024-12-31", published: "2025-01-03T10:00:00Z"),
        DateRow("⟦أمس⟧ و⟦غدا⟧", "2025-05-19", "2025-05-21", published: tuesday),
        DateRow("⟦أمس الاثنين⟧", "2025-05-19", published: tuesday),
        DateRow("⟦اليوم الثلاثاء⟧", "2025-05-20", published: tuesday),
        DateRow(
            "⟦الجمعة الماضية⟧".replacing("الماضية", with: "الماضي"), "2025-05-16",
            published: tuesday),
        DateRow("⟦الجمعة المقبل⟧", "2025-05-23", published: tuesday),
        DateRow("⟦الثلاثاء الماضي⟧", "2025-05-13", published: tuesday),
        DateRow("يوم ⟦الأحد⟧", "2025-05-18", published: tuesday),
        DateRow("⟦الأسبوع الماضي⟧", "2025-05-12/2025-05-18", published: tuesday),
        DateRow("⟦الشهر المقبل⟧ و⟦السنة الماضية⟧", "2025-06", "2024", published: tuesday),
        DateRow("⟦قبل 69 سنة⟧ و⟦منذ 3 أشهر⟧", "1956", "2025-02", published: tuesday),
        DateRow("⟦قبل سنتين⟧", "2023", published: tuesday),
        DateRow("le ⟦8 février courant⟧", "2026-02-08", published: "2026-02-09T08:00:00Z"),
        DateRow(
            "⟦mardi dernier⟧ et ⟦vendredi prochain⟧", "2025-05-13", "2025-05-23", published: tuesday
        ),
        DateRow("la ⟦semaine dernière⟧", "2025-05-12/2025-05-18", published: tuesday),
        DateRow("⟦hier lundi⟧, ⟦dimanche⟧", "2025-05-19", "2025-05-18", published: tuesday),
        DateRow(
            "⟦il y a trois mois⟧, ⟦l'année prochaine⟧".replacing("⟦l'année", with: "l'⟦année"),
            "2025-02", "2026", published: tuesday),
        DateRow(
            "The suspect was held ⟦last Friday⟧ and freed ⟦two years ago⟧", "2025-05-16", "2023",
            published: tuesday, language: "en"),
        DateRow("يوم الجمعة الماضي ⟦16 ماي⟧", "2025-05-16", published: tuesday),
        DateRow("في ⟦الثلاثين من الشهر الجاري⟧", "2025-05-30", published: tuesday),
        DateRow("⟦3 مارس هذا العام⟧، من بعد", "2025-03-03", published: tuesday),
        DateRow("⟦أمس الأول الأحد⟧", "2025-05-18", published: tuesday),
        DateRow("dans la nuit du ⟦dimanche au lundi⟧", "2025-05-18/2025-05-19", published: tuesday),
        // The tense of the sentence.
        DateRow("رهن الاعتقال منذ ⟦15 أكتوبر⟧", "2024-10-15", published: tuesday),
        DateRow("وقعت الاتفاقية يوم ⟦12 نونبر⟧ بالرباط", "2024-11-12", published: tuesday),
        DateRow("ستنطلق الدورة يوم ⟦12 فبراير⟧ بفاس", "2026-02-12", published: tuesday),
        DateRow(
            "Il est détenu depuis le ⟦20 octobre⟧", "2024-10-20", published: tuesday,
            language: "fr"),
        DateRow(
            "L'accord a été signé le ⟦12 novembre⟧ à Rabat", "2024-11-12", published: tuesday,
            language: "fr"),
        DateRow(
            "Le forum se tiendra le ⟦4 février⟧ à Fès", "2026-02-04", published: tuesday,
            language: "fr"),
        DateRow(
            "The deal was signed on ⟦November 12⟧ in Rabat", "2024-11-12", published: tuesday,
            language: "en"),
        DateRow(
            "The forum will open on ⟦February 12⟧ in Fez", "2026-02-12", published: tuesday,
            language: "en"),
        DateRow("ستقام المباراة يوم ⟦السبت⟧ بالملعب", "2025-05-24", published: tuesday),
        DateRow(
            "من المنتظر أن يمثل المتهم أمام المحكمة يوم ⟦الجمعة⟧", "2025-05-23",
            published: tuesday),
        DateRow("يوم ⟦السبت⟧ سيجرى الديربي", "2025-05-24", published: tuesday),
        DateRow("أوقفت الشرطة سيارة يوم ⟦السبت⟧", "2025-05-17", published: tuesday),
        DateRow(
            "La police a déclaré ⟦lundi⟧ que le match se jouera ⟦samedi⟧", "2025-05-19",
            "2025-05-24", published: tuesday, language: "fr"),
        DateRow(
            "Police said on ⟦Monday⟧ that the match will be played on ⟦Saturday⟧", "2025-05-19",
            "2025-05-24", published: tuesday, language: "en"),
        // What is near is announced in the past tense too.
        DateRow("حددت المديرية آخر أجل في ⟦12 يونيو⟧", "2025-06-12", published: tuesday),
        // Two days, a part of a year.
        DateRow(
            "يومي ⟦الأربعاء والخميس الماضيين⟧", "2025-05-14/2025-05-15", published: tuesday),
        DateRow(
            "⟦mercredi et jeudi derniers⟧", "2025-05-14/2025-05-15", published: tuesday,
            language: "fr"),
        DateRow(
            "خلال ⟦التسعة أشهر الأولى من السنة الماضية⟧", "2024-01/2024-09", published: tuesday),
        // Today where something is reported.
        DateRow("أوقفت الشرطة ⟦اليوم⟧ ثلاثة أشخاص", "2025-05-20", published: tuesday),
        DateRow("علم لدى ولاية الأمن، ⟦اليوم⟧، أن شخصا توفي", "2025-05-20", published: tuesday),
        DateRow("زار حموشي، ⟦اليوم⟧ بالرباط، مقر الفرقة", "2025-05-20", published: tuesday),
        DateRow(
            "La police a annoncé ⟦aujourd'hui⟧ une arrestation", "2025-05-20",
            published: tuesday, language: "fr"),
        DateRow(
            "Police said ⟦today⟧ that he fled", "2025-05-20", published: tuesday,
            language: "en"),
        DateRow("le ⟦2 courant⟧ à Rabat", "2025-05-02", published: tuesday, language: "fr"),
        DateRow("in mid-⟦September⟧ the police", "2025-09", published: tuesday, language: "en"),
        DateRow("في ⟦الفاتح من يونيو⟧", "2025-06-01", published: tuesday),
        // Midnight in Greenwich is one o'clock in Rabat.
        DateRow("⟦أمس⟧", "2025-05-20", published: "2025-05-20T23:30:00Z"),
    ])
    func `a date that leans on the publication is resolved against its day in Morocco`(
        _ row: DateRow
    ) {
        #expect(row.findings.map(\.quote) == row.marked.found)
        #expect(row.findings.map { $0.value ?? "-" } == row.values)
        #expect(row.findings.allSatisfy { $0.from?.hasPrefix("published") ?? false })
    }

    @Test(arguments: [
        // Surnames, planets, verbs.
        "رئيسة الوزراء السابقة تيريزا ماي", "كوكب المريخ مارس جاذبيته", "They may march in June",
        // Names of streets and movements.
        "شارع 16 نونبر بالرباط", "avenue du 16 novembre", "حركة 20 فبراير", "stade du 20 août",
        // Years of events and amounts.
        "كأس العالم 2030 وكأس إفريقيا للأمم 2025", "معرض IGEF 2025", "في 2000 قرص مهلوس",
        // Periods that are no date.
        "خلال السنوات المقبلة", "في السنوات الأخيرة", "ces derniers mois", "الأمين العام المقبل",
        "العمليات اليومية", "المغرب اليوم", "كل يوم ثلاثاء", "سوق الأربعاء",
        "قبل يومين من المباراة",
        // Nowadays.
        "نعيش اليوم في عالم رقمي", "اليوم الوطني للسلامة", "أعلنت روسيا اليوم أن الطائرة سقطت",
        "Il est aujourd'hui détenu", "Today the world is digital",
        // Impossible days.
        "31 فبراير 2025", "le 31 juin 2025", "32/13/2025",
        // Numbers that are none.
        "المادة 16 من القانون", "T2-2025", "حزب فلامس بلانغ", "goud.ma/2025/05/16/",
        "ينتمي إلى الطبقة 12 و13", "les 17 et 18 personnes", "every Friday prayer",
    ])
    func `what only looks like a date is none`(_ text: String) {
        let found = Dates().findings(in: Shipped.scan(text, published: tuesday))
        #expect(found.map(\.quote) == [])
    }

    @Test func `an anniversary gives the year to its day and to what was so long ago`() {
        let text = """
            تأسست المديرية قبل 69 سنة، ويحتفل المغرب بالذكرى التاسعة والستين لتأسيس المديرية \
            العامة للأمن الوطني يوم 16 ماي.
            """
        let found = Dates().findings(in: Shipped.scan(text))
        #expect(found.map(\.quote) == ["قبل 69 سنة", "16 ماي"])
        #expect(found.map(\.value) == ["1956", "2025-05-16"])
        #expect(found.map(\.kind) == ["relative", "day"])
        #expect(found.allSatisfy { $0.from?.contains("1956 + 69") ?? false })
    }

    @Test func `a weekday that disagrees with its date lowers the confidence`() {
        let right = Dates().findings(in: Shipped.scan("الثلاثاء 20 ماي 2025"))
        let wrong = Dates().findings(in: Shipped.scan("الجمعة 20 ماي 2025"))
        #expect(right.map(\.confidence) == [nil])
        #expect(wrong.map(\.confidence) == [0.5])
    }

    @Test func `a day far off that no verb dates is less sure`() {
        func confidence(_ text: String) -> [Double?] {
            Dates().findings(in: Shipped.scan(text, published: tuesday)).map(\.confidence)
        }
        #expect(confidence("لقاء 12 نونبر") == [0.5])
        #expect(confidence("لقاء 12 يونيو") == [0.8])
        #expect(confidence("وقعت الاتفاقية يوم 12 نونبر") == [0.8])
    }

    @Test func `a hijri date says that it may be a day off`() {
        let found = Dates().findings(in: Shipped.scan("10 ذو الحجة 1445 هـ"))
        #expect(found.map(\.kind) == ["hijri"])
        #expect(found.map(\.value) == ["2024-06-17"])
        #expect(found.first?.from?.contains("±1") ?? false)
    }
}
