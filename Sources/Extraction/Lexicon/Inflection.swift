/// The endings that `+word` adds, by script. Given explicitly, so that `marsad forms` can show
/// them: nothing else is inflected.
enum Inflection {
    private static let arabic = ["ة", "ان", "ين", "ون", "ات", "ي", "ية", "يون", "يين", "يات"]
    private static let nisba = ["ة", "ان", "ين", "ون", "ات", "تان", "تين"]

    /// The word itself and its inflected forms.
    static func forms(of word: String) -> [String] {
        guard let last = word.unicodeScalars.last else { return [word] }
        return (0x600..<0x700).contains(last.value) ? arabicForms(word) : frenchForms(word)
    }

    /// A final ة gives way to the endings: شرطة, شرطي, شرطيون, شرطات. A nisba keeps its ي: سوري,
    /// سورية, not سورة.
    private static func arabicForms(_ word: String) -> [String] {
        guard word.count > 3 else { return [word] + arabic.map { word + $0 } }
        if word.hasSuffix("ي") { return [word] + nisba.map { word + $0 } }
        let stem = word.hasSuffix("ة") ? String(word.dropLast()) : word
        return [word] + arabic.map { stem + $0 }
    }

    private static let french: [(ending: String, forms: [String])] = [
        ("rice", ["eur", "eurs", "rice", "rices"]),
        ("eur", ["eur", "eurs", "euse", "euses", "rice", "rices"]),
        ("ère", ["er", "ers", "ère", "ères"]),
        ("er", ["er", "ers", "ère", "ères", "é", "ée", "és", "ées"]),
        ("al", ["al", "ale", "als", "ales", "aux"]),
        ("é", ["é", "ée", "és", "ées"]),
        ("if", ["if", "ive", "ifs", "ives"]),
        ("eux", ["eux", "euse", "euses"]),
        ("e", ["e", "es"]),
    ]

    private static func frenchForms(_ word: String) -> [String] {
        for row in french where word.hasSuffix(row.ending) {
            let stem = word.dropLast(row.ending.count)
            return [word] + row.forms.map { stem + $0 }
        }
        return [word] + ["e", "s", "es"].map { word + $0 }
    }
}
