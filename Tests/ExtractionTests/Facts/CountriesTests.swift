import News
import Testing

@testable import Extraction

private func mentions(_ text: String) -> [Mention] {
    let all = Shipped.facts(text).countries.flatMap(\.mentions)
    var seen: Set<Int> = []
    return all.sorted { $0.start < $1.start }.filter { seen.insert($0.start).inserted }
}

/// A sentence, the states in it by code and how each mention names its state.
typealias CountryRow = FactRow

@Suite struct CountriesTests {
    @Test(arguments: [
        Marked("زار الوفد ⟦اليابان⟧ و⟦الصين⟧ ثم ⟦الدنمارك⟧"),
        Marked("سفراء ⟦كندا⟧، ⟦الشيلي⟧، ⟦أستراليا⟧، ⟦موريتانيا⟧، ⟦مالي⟧"),
        Marked("رؤساء بعثات من ⟦الولايات المتحدة⟧ و⟦المملكة المتحدة⟧"),
        Marked("تعزز ⟦المملكة⟧ حضورها مع ⟦إسبانيا⟧"),
        Marked("عاد من ⟦المملكة العربية السعودية⟧ إلى ⟦المملكة المغربية⟧"),
        Marked("وقع الطرفان ⟦المغربي⟧ و⟦التركي⟧ مذكرة"),
        Marked("تعاون أمني بين ⟦الرباط⟧ و⟦أنقرة⟧"),
        Marked("رفضت ⟦مدريد⟧ الطلب الجديد"),
        Marked("le ⟦Maroc⟧ et la ⟦France⟧ signent un accord"),
        Marked("des policiers ⟦espagnols⟧ et ⟦belges⟧"),
        Marked("la coopération entre ⟦Rabat⟧ et ⟦Madrid⟧ se renforce"),
        Marked("⟦Paris⟧ refuse de commenter"),
        Marked("officers from ⟦Morocco⟧ and ⟦Germany⟧ met"),
        Marked("a ⟦Moroccan⟧ court and the ⟦United States⟧"),
        Marked("relations between ⟦Rabat⟧ and ⟦Brussels⟧"),
        Marked("السفير ⟦الكونغولي⟧ حضر الحفل"),
        Marked("توجه إلى ⟦إسبانيا⟧ و⟦البرتغال⟧"),
        // None of these names a state.
        Marked("يجب التركيز على الوقاية"),
        Marked("الدعم المالي للمشاريع"),
        Marked("رحلة جوية بين الرباط وباريس"),
        Marked("وقع الحادث في مدينة الرباط"),
        Marked("قطرات الماء على الزجاج"),
        Marked("le train entre Rabat et Paris"),
        Marked("un accident à Rabat"),
        Marked("الأنشطة الرياضية في المدرسة"),
        Marked("أكد أن الأمن متوفر"),
        Marked("the police arrested two men"),
        Marked("une voiture volée retrouvée"),
        Marked("المستوى التقني للعرض"),
    ])
    func `a state is found by name, demonym, title and acting capital`(_ row: Marked) {
        #expect(mentions(row.text).map(\.quote) == row.found)
    }

    @Test(arguments: [
        CountryRow("تعاون بين الرباط وأنقرة", "MA capital", "TR capital"),
        CountryRow("المملكة تستقبل الوفد الياباني", "MA state-title", "JP demonym"),
        CountryRow("أشاد السفير الشيلي بالعرض", "CL demonym"),
        CountryRow("سفير الشيلي بالعاصمة", "CL name"),
        CountryRow("الخبرات المغربية والسعودية", "MA demonym", "SA demonym"),
        CountryRow("شراكة مع إسبانيا والسعودية", "ES name", "SA name"),
        CountryRow("السلطات السعودية بالرياض", "SA demonym"),
        CountryRow("قال السفير الكونغولي", "CD demonym", "CG demonym"),
        CountryRow("la Belgique et les autorités françaises", "BE name", "FR demonym"),
        CountryRow("the British ambassador in Morocco", "GB demonym", "MA name"),
    ])
    func `each mention says how it names its state`(_ row: CountryRow) {
        let found = Shipped.facts(row.text).countries.flatMap { country in
            country.mentions.map { "\(country.code) \($0.kind?.rawValue ?? "")" }
        }
        #expect(found == row.expected)
    }

    @Test func `words that fit two states are half as sure of each`() {
        let found = Shipped.facts("قال السفير الكونغولي").countries
        #expect(found.map(\.confidence) == [0.5, 0.5])
    }
}
