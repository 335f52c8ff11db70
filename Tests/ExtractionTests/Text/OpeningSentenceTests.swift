import News
import Testing

@testable import Extraction

@Suite struct OpeningSentenceTests {
    @Test(arguments: [
        (
            "جريدة المرسى / الرباط\nزار وفد من الخبراء أمس مختبر المدينة. ثم غادر.",
            "زار وفد من الخبراء أمس مختبر المدينة"
        ),
        (
            "Par Karim B.\n21/11/2026\nLe port a rouvert hier soir après trois jours de tempête.",
            "Le port a rouvert hier soir après trois jours de tempête"
        ),
        (
            "The mayor opened the new bridge over the river on Monday in front of a crowd of two "
                + "thousand people.",
            "The mayor opened the new bridge over the river on Monday in front of …"
        ),
        ("توقيف شخص", "توقيف شخص"), ("Rien. Puis rien.", "Rien"), ("", ""), ("…", ""),
    ])
    func `an item without a title is headed by its first sentence`(
        _ text: String, _ heading: String
    ) {
        #expect(OpeningSentence.of(text) == heading)
    }

    @Test func `page chrome heads nothing`() {
        let text =
            "Abonnez-vous à la lettre de notre journal ici.\nLe port a rouvert hier soir, enfin."
        let chrome = Boilerplate(start: 0, end: 46, kind: .subscribe)
        #expect(
            OpeningSentence.of(text, boilerplate: [chrome]) == "Le port a rouvert hier soir, enfin")
    }
}
