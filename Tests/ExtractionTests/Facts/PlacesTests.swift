import News
import Testing

@testable import Extraction

private func quotes(_ text: String) -> [String] {
    Shipped.facts(text).places.flatMap(\.mentions).sorted { $0.start < $1.start }.map(\.quote)
}

@Suite struct PlacesTests {
    @Test(arguments: [
        Marked("انطلقت التظاهرة بمدينة ⟦الجديدة⟧"),
        Marked("تنقل الوفد من ⟦طنجة⟧ إلى ⟦أكادير⟧"),
        Marked("أوقفت الشرطة ب⟦الدار البيضاء⟧ شخصا"),
        Marked("انعقد اللقاء ب⟦مراكش⟧ و⟦فاس⟧"),
        Marked("بالعاصمة ⟦أنقرة⟧"),
        Marked("المقام بالعاصمة ⟦الرياض⟧"),
        Marked("وقع الحادث في مدينة ⟦الرباط⟧"),
        Marked("قرب ⟦وجدة⟧ و⟦الناظور⟧"),
        Marked("interpellé à ⟦Casablanca⟧ puis transféré à ⟦Salé⟧"),
        Marked("la ville de ⟦Marrakech⟧ accueille le salon"),
        Marked("un réseau démantelé entre ⟦Tanger⟧ et ⟦Tétouan⟧"),
        Marked("arrested in ⟦Casablanca⟧ and taken to ⟦Fez⟧"),
        Marked("a meeting held in ⟦Marrakech⟧"),
        Marked("⟦جهة الدار البيضاء سطات⟧"),
        Marked("حجزت مصالح الأمن ب⟦العيون⟧ كمية من المخدرات"),
        Marked("حل ب⟦باريس⟧ أمس"),
        // Capitals that act as their states, common words, names of people.
        Marked("تعاون أمني بين الرباط وأنقرة"),
        Marked("اقتنى سيارة جديدة"),
        Marked("أسفه على ما وقع"),
        Marked("جدية العمل الأمني"),
        Marked("رفضت مدريد الطلب"),
        Marked("la police a ouvert une enquête"),
        Marked("the officers were on duty"),
        Marked("الدورة السادسة من الأيام"),
        Marked("في الصباح الباكر"),
        Marked("عيون ساهرة على الأمن"),
        Marked("داخل المدينة القديمة"),
    ])
    func `a place is found by its name`(_ row: Marked) { #expect(quotes(row.text) == row.found) }

    @Test(arguments: [
        ("عامل إقليم سطات يترأس اجتماعا", "province"),
        ("عمالة المحمدية تحتضن اللقاء", "prefecture"),
        ("حجز بجماعة سيدي بيبي", "commune"),
        ("la province de Taounate", "province"),
        ("the governor of Ouarzazate province", "province"),
        ("إقليم سطات ومدينة سطات", "city"),
        ("وصل إلى سطات", "city"),
    ])
    func `a town is of the kind that the words beside it say throughout`(
        _ text: String, _ kind: String
    ) {
        #expect(Shipped.facts(text).places.map(\.kind) == [kind])
    }

    @Test func `a capital lies in its state`() {
        let place = Shipped.facts("التقيا بالعاصمة أنقرة").places.first
        #expect(place?.id == "ankara")
        #expect(place?.kind == "capital")
        #expect(place?.country == "TR")
    }
}
