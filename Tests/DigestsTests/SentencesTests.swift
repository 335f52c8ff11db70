import Testing

@testable import Digests

/// Where sentences end.
struct SentencesTests {
    @Test(arguments: [
        ["Une phrase.", " Une autre ?", " Et « une troisième. »"],
        ["M. le préfet a reçu le Dr. en chef.", " Puis il est parti."],
        ["قال د. ع. إن الأمر حسم.", " وماذا بعد؟", " لا شيء…"],
        ["عنوان.. تجربة مبتكرة\n", "\n", "فقرة أخرى بلغت 1.200 قرص"],
        ["Seuil de 3.5 points!", " www.dgsn.example reste entier."],
        ["sans fin"],
        ["\n", "\n"],
        [],
    ])
    func `a sentence ends at its mark, not at an abbreviation, a number or a dash`(
        _ sentences: [String]
    ) {
        let scalars = Array(sentences.joined().unicodeScalars)
        let found = Sentences(scalars).ranges(in: 0..<scalars.count)
            .map { String(String.UnicodeScalarView(scalars[$0])) }
        #expect(found == sentences.filter { $0.contains(where: \.isLetter) })
    }
}
