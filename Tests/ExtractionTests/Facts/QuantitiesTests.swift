import News
import Testing

@testable import Extraction

/// A text with its quantities marked, and each as `value unit of bound`.
struct QuantityRow: Sendable, CustomTestStringConvertible {
    let marked: Marked
    let wanted: [String]
    let language: String?
    var testDescription: String { marked.testDescription }

    init(_ marked: String, _ wanted: String..., language: String? = nil) {
        self.marked = Marked(marked)
        self.wanted = wanted
        self.language = language
    }
}

private func shown(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
}

private func summary(_ quantity: Quantity) -> String {
    let value = quantity.value.map(shown) ?? "-"
    let most = quantity.max.map { "–" + shown($0) } ?? ""
    let bound = quantity.bound == .exactly ? "" : " \(quantity.bound.rawValue)"
    return "\(value)\(most) \(quantity.unit ?? "-") \(quantity.of ?? "-")\(bound)"
}

@Suite struct QuantitiesTests {
    @Test(arguments: [
        // Counted.
        QuantityRow("وفد يضم ⟦24 دبلوماسيا⟧", "24 diplomat دبلوماسيا"),
        QuantityRow("على ⟦ثمانية أجنحة⟧ موضوعاتية", "8 pavilion أجنحة"),
        QuantityRow("ممثلي ⟦24 دولة⟧", "24 country دولة"),
        QuantityRow("توقيف ⟦خمسة وعشرين شخصا⟧", "25 person شخصا"),
        QuantityRow("⟦15 من عناصر الأمن⟧", "15 officer عناصر الأمن"),
        QuantityRow("حجز ⟦٣ سيارات⟧ و⟦200 هاتف⟧", "3 vehicle سيارات", "200 phone هاتف"),
        QuantityRow("⟦24 diplomates⟧", "24 diplomat diplomates"),
        QuantityRow(
            "⟦trois suspects⟧ et ⟦deux voitures⟧", "3 suspect suspects", "2 vehicle voitures"),
        QuantityRow("⟦24 anciens diplomates⟧", "24 diplomat diplomates"),
        QuantityRow("police seized ⟦two vehicles⟧", "2 vehicle vehicles"),
        QuantityRow("⟦31 ألف و 319 قرص⟧ من مخدر الإكستازي", "31319 pill قرص من مخدر الإكستازي"),
        QuantityRow("⟦1.200 قرص مهلوس⟧", "1200 pill قرص مهلوس"),
        QuantityRow("⟦30 000 comprimés⟧ d'ecstasy", "30000 pill comprimés d'ecstasy"),
        // Duals and one.
        QuantityRow("توقيف ⟦شخصين⟧ وتفكيك ⟦خليتين⟧", "2 person شخصين", "2 cell خليتين"),
        QuantityRow("إصابة ⟦شخص واحد⟧", "1 person شخص"),
        // Measured.
        QuantityRow("حجز ⟦15 كيلوغراما⟧ من الشيرا", "15 kg الشيرا"),
        QuantityRow("⟦طنين⟧ من مخدر الشيرا", "2 t مخدر الشيرا"),
        QuantityRow("حجز ⟦طن و200 كيلوغرام⟧ من الشيرا", "1200 kg الشيرا"),
        QuantityRow("⟦3 كيلوغرامات و500 غرام⟧ من الكوكايين", "3500 g الكوكايين"),
        QuantityRow("saisie de ⟦3 tonnes⟧ de chira", "3 t chira"),
        QuantityRow("⟦15kg⟧ de cocaïne et ⟦0,5 g⟧", "15 kg cocaïne", "0.5 g -"),
        QuantityRow("بزاوية ⟦360 درجة⟧", "360 degree -"),
        QuantityRow(
            "تحصيل ⟦8 غرامات⟧ مالية و⟦5 غرامات⟧ من الذهب", "8 traffic-offence غرامات", "5 g -"),
        QuantityRow(
            "⟦entre 1,5 et 2 millions de dirhams⟧", "1500000–2000000 MAD - at-least"),
        QuantityRow("⟦بين 10 و15 ألف درهم⟧", "10000–15000 MAD - at-least"),
        QuantityRow("⟦بين 200 و3 آلاف درهم⟧", "200–3000 MAD - at-least"),
        QuantityRow("⟦10 ملايين درهم⟧ و⟦500 أورو⟧", "10000000 MAD -", "500 EUR -"),
        QuantityRow(
            "⟦3 millions de dirhams⟧, ⟦500 €⟧ et ⟦$200⟧", "3000000 MAD -", "500 EUR -", "200 USD -"),
        QuantityRow("بنسبة ⟦15%⟧ و⟦20 في المائة⟧ و⟦25 بالمائة⟧", "15 % -", "20 % -", "25 % -"),
        QuantityRow("⟦15 %⟧ et ⟦20 pour cent⟧", "15 % -", "20 % -"),
        QuantityRow("البالغ من العمر ⟦25 سنة⟧", "25 year -"),
        QuantityRow("شخص في ⟦الحادية والثلاثين من عمره⟧", "31 year -"),
        QuantityRow("طفلة في ⟦الرابعة من عمرها⟧", "4 year -"),
        QuantityRow("في السنة الرابعة من عمر المشروع"),
        QuantityRow("âgé de ⟦vingt-cinq ans⟧", "25 year -"),
        QuantityRow("الحبس ⟦سنة و6 أشهر⟧", "18 month -"),
        QuantityRow("a ⟦15-year⟧-old", "15 year -"),
        QuantityRow("⟦3 كلغ ونصف⟧ من مخدر الكيف", "3.5 kg مخدر الكيف"),
        QuantityRow("⟦طن ونصف⟧ و⟦deux tonnes et demie⟧", "1.5 t -", "2.5 t -"),
        QuantityRow("⟦22 km²⟧ وعلى بعد ⟦30 km⟧", "22 km2 -", "30 km -"),
        QuantityRow("⟦5 كلغ و200 غ⟧ من الكوكايين", "5200 g الكوكايين"),
        QuantityRow("⟦15غ⟧ من الهيروين و⟦200 غ⟧", "15 g الهيروين", "200 g -"),
        QuantityRow("⟦3 t 200 kg⟧ de chira", "3200 kg chira"),
        QuantityRow(
            "⟦3 tonnes 200 kilogrammes⟧ de résine de cannabis", "3200 kg résine de cannabis"),
        QuantityRow("⟦300 ليترو⟧، ⟦جوج كيلو⟧", "300 l -", "2 kg -"),
        // Fractions.
        QuantityRow("بقيمة ⟦نصف مليون درهم⟧", "500000 MAD -"),
        QuantityRow(
            "⟦نصف مليون درهم⟧ و⟦ربع كيلوغرام⟧ من الكوكايين", "500000 MAD -", "0.25 kg الكوكايين"),
        QuantityRow("⟦أزيد من ربع مليون قرص⟧", "250000 pill قرص at-least"),
        QuantityRow("⟦مليون درهم ونصف المليون⟧", "1500000 MAD -"),
        QuantityRow("⟦5 كيلوغرامات ونصف الكيلوغرام⟧ من الشيرا", "5.5 kg الشيرا"),
        QuantityRow("⟦طنان ونصف الطن⟧ من الشيرا و⟦3 ونصف كيلو⟧", "2.5 t الشيرا", "3.5 kg -"),
        QuantityRow("⟦deux millions et demi de dirhams⟧", "2500000 MAD -"),
        QuantityRow("⟦plus d'une demi-tonne⟧ de chira", "0.5 t chira at-least"),
        QuantityRow("⟦près d'une tonne⟧ de chira", "1 t chira about"),
        QuantityRow(
            "⟦half a million dirhams⟧ and ⟦two and a half tonnes⟧", "500000 MAD -", "2.5 t -",
            language: "en"),
        QuantityRow("ربع السكان ونصف السنة وثلاثة أرباع القضايا"),
        QuantityRow("three quarters of the cases", language: "en"),
        // Money by signs and abbreviations.
        QuantityRow("un budget de ⟦14,8 MDH⟧ et ⟦200 KDH⟧", "14800000 MAD -", "200000 MAD -"),
        QuantityRow("soit ⟦12 Mds DH⟧ et ⟦3 M€⟧", "12000000000 MAD -", "3000000 EUR -"),
        QuantityRow("⟦3 Mds de dirhams⟧ et ⟦3 MMDH⟧", "3000000000 MAD -", "3000000000 MAD -"),
        QuantityRow(
            "fined ⟦€2m⟧, ⟦$1.5bn⟧ and ⟦Dh50,000⟧", "2000000 EUR -", "1500000000 USD -",
            "50000 MAD -", language: "en"),
        // Two bounds.
        QuantityRow("أعمارهم ما ⟦بين 19 و34 سنة⟧", "19–34 year - at-least"),
        QuantityRow(
            "⟦entre 17 et 21 ans⟧, ⟦17 à 21 ans⟧, ⟦17-21 ans⟧",
            "17–21 year - at-least", "17–21 year - at-least", "17–21 year - at-least"),
        QuantityRow("⟦من 5 إلى 10 سنوات⟧ سجنا", "5–10 year سجنا at-least"),
        QuantityRow("⟦de 3 à 5 kg⟧ de chira", "3–5 kg chira at-least"),
        QuantityRow("⟦بين أربعة أشهر وثلاث سنوات⟧ حبسا", "4–36 month حبسا at-least"),
        QuantityRow("aged ⟦between 19 and 34⟧", "19–34 year - at-least", language: "en"),
        QuantityRow("ارتفع العدد من 200 إلى 300 شخص"),
        QuantityRow("le nombre est passé de 200 à 300 personnes"),
        // Ages and terms.
        QuantityRow("aged ⟦28⟧ and ⟦33⟧", "28 year -", "33 year -", language: "en"),
        QuantityRow("Karim Alami, ⟦26⟧, was held", "26 year -", language: "en"),
        QuantityRow("Yassine A., ⟦26⟧, was held", "26 year -", language: "en"),
        QuantityRow("⟦عشرين سنة⟧ سجنا نافذا", "20 year سجنا نافذا"),
        QuantityRow("⟦deux ans⟧ de prison ferme", "2 year prison ferme"),
        QuantityRow("⟦five years⟧ in prison", "5 year prison", language: "en"),
        // The dead and the injured.
        QuantityRow("لقي ⟦27 شخصا⟧ مصرعهم", "27 dead شخصا"),
        QuantityRow(
            "مصرع ⟦شخصين⟧ وأصيب ⟦2843 آخرون⟧ بجروح", "2 dead شخصين", "2843 injured -"),
        QuantityRow("أصيب ⟦ثلاثة أشخاص⟧ بالفيروس", "3 person أشخاص"),
        QuantityRow(
            "⟦27 personnes⟧ ont été tuées et ⟦2.913 autres blessées⟧, dont ⟦94⟧ grièvement",
            "27 dead personnes", "2913 injured blessées", "94 injured -"),
        QuantityRow(
            "accidents killed ⟦27 people⟧ and injured ⟦2,650 others⟧", "27 dead people",
            "2650 injured -", language: "en"),
        // What English sets in front.
        QuantityRow(
            "⟦196 member countries⟧ and ⟦141 sub-Saharan migrants⟧", "196 country countries",
            "141 migrant migrants", language: "en"),
        QuantityRow(
            "⟦362,000 ecstasy pills⟧ and ⟦300 Rivotril tablets⟧", "362000 pill ecstasy pills",
            "300 pill Rivotril tablets", language: "en"),
        QuantityRow("⟦2,000 hallucinogenic pills⟧", "2000 pill pills", language: "en"),
        // Things by their own name.
        QuantityRow("⟦12 قنينة⟧ خمر و⟦7 علب⟧", "12 bottle قنينة", "7 box علب"),
        QuantityRow(
            "تلقى ⟦طعنتين⟧ و⟦3 لفافات⟧ من الهيروين", "2 stab طعنتين",
            "3 wrap لفافات من الهيروين"),
        QuantityRow("شدو ⟦3 ديال الدراري⟧", "3 person الدراري"),
        QuantityRow("⟦200 قرص⟧ من نوع «ريفوتريل»", "200 pill قرص من نوع «ريفوتريل»"),
        // Bounds.
        QuantityRow("⟦لم تتجاوز 45 في المائة⟧", "45 % - at-most"),
        QuantityRow("⟦قرابة الـ 15 شخصا⟧", "15 person شخصا about"),
        QuantityRow("⟦أكثر من خمسين رواقاً⟧", "50 pavilion رواقاً at-least"),
        QuantityRow("⟦أزيد من 200 شخص⟧", "200 person شخص at-least"),
        QuantityRow("⟦ما لا يقل عن 3 قتلى⟧", "3 dead قتلى at-least"),
        QuantityRow("⟦حوالي 20 كيلوغراما⟧", "20 kg - about"),
        QuantityRow("ب⟦أقل من 10 دراهم⟧", "10 MAD - at-most"),
        QuantityRow("⟦plus de 300 policiers⟧", "300 officer policiers at-least"),
        QuantityRow("⟦24 personnes au moins⟧", "24 person personnes at-least"),
        QuantityRow("⟦50 شخصا على الأقل⟧", "50 person شخصا at-least"),
        QuantityRow("⟦more than 300 officers⟧", "300 officer officers at-least"),
        // Vague.
        QuantityRow("توافد ⟦آلاف الزوار⟧", "- visitor الزوار"),
        QuantityRow("⟦عشرات الأشخاص⟧", "- person الأشخاص"),
        QuantityRow("des ⟦dizaines de suspects⟧", "- suspect suspects"),
        // A noun that the lexicon does not have.
        QuantityRow("زرع ⟦24 غصنًا⟧", "24 - غصنًا"),
        QuantityRow("⟦150 tricheurs⟧ interpellés", "150 - tricheurs"),
    ])
    func `a quantity is a number and what it counts`(_ row: QuantityRow) {
        let found = Quantities().findings(in: Shipped.scan(row.marked.text, language: row.language))
        #expect(found.map(\.quote) == row.marked.found)
        #expect(found.map(summary) == row.wanted)
    }

    @Test(arguments: [
        // Bare numbers.
        "أغنية 24", "الفصل 5", "قرار رقم 123", "السيارة 4x4", "المادة 24 من القانون",
        // Dates and editions.
        "من 17 إلى 21 ماي 2025", "سنة 2025", "قبل 69 سنة", "il y a trois ans", "16 ماي",
        "الذكرى التاسعة والستين", "الدورة السادسة", "la 6e édition", "في 2025 شارك أشخاص",
        "من أصل 178 شملها التقرير",
        // Not of a range.
        "الفصل 1-29 من القانون", "entre 17 et 21", "le match 2-1", "a 3-2 win",
        "plusieurs organisations terroristes",
        "توصلت بإشعار على الخط 19 من سيدة", "الساعة 1:48 مساءً",
        // Clocks and articles.
        "à 10 heures", "vers 22 heures", "une voiture", "un jour", "un suspect",
        // The two that were named.
        "العلاقات بين البلدين", "المديرية الأولى", "محمد السادس", "يومي 17 و18 ماي",
        // Names with numbers.
        "طائرة F16", "مجموعة العشرين", "القناة الثانية", "Covid-19",
    ])
    func `a number that counts nothing is no quantity`(_ text: String) {
        let found = Quantities().findings(in: Shipped.scan(text))
        #expect(found.map(\.quote) == [])
    }
}
