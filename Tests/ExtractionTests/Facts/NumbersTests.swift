import Testing

@testable import Extraction

/// A text with its numbers marked, and what they are worth; nil for vague ones.
struct NumberRow: Sendable, CustomTestStringConvertible {
    let marked: Marked
    let values: [Double?]
    var testDescription: String { marked.testDescription }

    init(_ marked: String, _ values: Double?...) {
        self.marked = Marked(marked)
        self.values = values
    }
}

@Suite struct NumbersTests {
    @Test(arguments: [
        // Digits.
        NumberRow("حجز ⟦24⟧ هاتفا", 24),
        NumberRow("حجز ⟦٢٤⟧ هاتفا", 24),
        NumberRow("⟦1.200⟧ قرص", 1200),
        NumberRow("⟦1.200.500⟧ درهم", 1_200_500),
        NumberRow("⟦30 000⟧ dirhams", 30_000),
        NumberRow("⟦3,5⟧ كيلوغرامات", 3.5),
        NumberRow("⟦0,250⟧ kg", 0.25),
        NumberRow("⟦1.200,50⟧ درهم", 1200.5),
        NumberRow("⟦12,500⟧ people", 12_500),
        NumberRow("و⟦200⟧ شخص", 200),
        NumberRow("الذكرى ⟦69⟧ ⟦6⟧", 69, 6),
        NumberRow("la ⟦6e⟧ édition", 6),
        NumberRow("le ⟦1er⟧ mai", 1),
        // Digits that are no amount.
        NumberRow("طائرة F16 وعنوان 192.168.1.1"),
        NumberRow("الهاتف 0522"),
        NumberRow("الساعة ⟦18⟧:30", 18),
        // Words.
        NumberRow("⟦ثمانية⟧ أجنحة", 8),
        NumberRow("⟦خمسة وعشرين⟧ شخصا", 25),
        NumberRow("⟦خمسة و عشرون⟧ شخصا", 25),
        NumberRow("⟦ثلاثة عشر⟧ متهما", 13),
        NumberRow("⟦مائة وخمسة وعشرون⟧ كيلوغراما", 125),
        NumberRow("⟦ألف ومائتان⟧ قرص", 1200),
        NumberRow("⟦ثلاثة آلاف وخمسمائة⟧ درهم", 3500),
        NumberRow("عام ⟦ألفين وخمسة وعشرين⟧", 2025),
        NumberRow("⟦vingt et un⟧ suspects", 21),
        NumberRow("⟦soixante-douze⟧ heures", 72),
        NumberRow("⟦deux cent cinquante mille⟧ dirhams", 250_000),
        NumberRow("⟦mille deux cents⟧ comprimés", 1200),
        NumberRow("⟦two hundred and fifty⟧ officers", 250),
        NumberRow("⟦twenty-five⟧ suspects", 25),
        NumberRow("ما بين ⟦ستة آلاف⟧ و⟦ثمانية آلاف⟧ شخص", 6000, 8000),
        NumberRow("près de ⟦1,110⟧ kilogramme de chira est saisi", 1.11),
        NumberRow("قرابة الـ ⟦15⟧ شهيدا", 15),
        // Both.
        NumberRow("⟦31 ألف و 319⟧ قرصا", 31_319),
        NumberRow("⟦10 ملايين و500 ألف⟧ درهم", 10_500_000),
        NumberRow("⟦20 ألفا⟧ من الزوار", 20_000),
        NumberRow("⟦1,2 million⟧ de dirhams", 1_200_000),
        NumberRow("⟦مليونين و300 ألف⟧ درهم", 2_300_000),
        NumberRow("⟦7 millions 689 mille 300⟧ DH", 7_689_300),
        NumberRow("⟦8 millions 712.450⟧ DH", 8_712_450),
        NumberRow("⟦sept millions 689.300⟧ dirhams", 7_689_300),
        // Fractions of large numbers.
        NumberRow("بقيمة ⟦نصف مليون⟧ درهم", 500_000),
        NumberRow("و⟦ربع مليون⟧ قرص", 250_000),
        NumberRow("⟦ثلاثة ملايين ونصف المليون⟧ درهم", 3_500_000),
        NumberRow("⟦مليارين ونصف المليار⟧ سنتيم", 2_500_000_000),
        NumberRow("⟦مليون ونصف⟧ سنتيم", 1_500_000),
        NumberRow("⟦un demi-million⟧ de dirhams", 500_000),
        NumberRow("⟦un quart de million⟧ de dirhams", 250_000),
        NumberRow("⟦deux millions et demi⟧ de dirhams", 2_500_000),
        NumberRow("⟦half a million⟧ dirhams", 500_000),
        NumberRow("⟦a quarter of a million⟧ pills", 250_000),
        NumberRow("⟦two and a half million⟧ dirhams", 2_500_000),
        NumberRow("⟦one and a half⟧ tonnes", 1.5),
        NumberRow("⟦ثلاثة ملايين⟧ ونصف السكان", 3_000_000),
        NumberRow("نصف السكان وربع الساعة"),
        NumberRow("la demi-finale et ⟦un⟧ quart de finale", 1),
        NumberRow("half of them and a quarter of it"),
        // Ordinals.
        NumberRow("الدورة ⟦السادسة⟧", 6),
        NumberRow("الذكرى ⟦التاسعة والستين⟧", 69),
        NumberRow("الذكرى ⟦التاسعة و الستين⟧", 69),
        NumberRow("الدورة ⟦الثالثة والتسعون⟧", 93),
        NumberRow("الدورة ⟦الحادية عشرة⟧", 11),
        NumberRow("الدورة ⟦الخامسة بعد المائة⟧", 105),
        NumberRow("le ⟦soixante-neuvième⟧ anniversaire", 69),
        NumberRow("la ⟦quatre-vingt-treizième⟧ session", 93),
        NumberRow("la ⟦vingt et unième⟧ édition", 21),
        NumberRow("the ⟦twenty-first⟧ edition", 21),
        // Vague.
        NumberRow("⟦آلاف⟧ الزوار و⟦عشرات⟧ السيارات", nil, nil),
        NumberRow("des ⟦dizaines⟧ de suspects", nil),
        // Two numbers.
        NumberRow("بين ⟦17⟧ و⟦21⟧ سنة", 17, 21),
        NumberRow("⟦ثلاثة⟧ و⟦أربعة⟧", 3, 4),
    ])
    func `a number is read from digits, from words and from both`(_ row: NumberRow) {
        let scan = Shipped.scan(row.marked.text)
        let numbers = Numbers(in: scan).list
        #expect(numbers.map { scan.quote($0.start, $0.end) } == row.marked.found)
        #expect(numbers.map(\.value) == row.values)
    }

    @Test func `a number knows what is written onto it`() {
        let numbers = Numbers(in: Shipped.scan("24 شخصا و30 سيارة بثلاثة أشخاص")).list
        #expect(numbers.map(\.isJoined) == [false, true, false])
        #expect(numbers.map(\.hasPreposition) == [false, false, true])
        #expect(numbers.map(\.plainDigits) == [24, 30, nil])
    }
}
