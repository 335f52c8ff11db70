/// The endings that `+word` adds, by script. Given explicitly, so that `marsad forms` can show
/// them: nothing else is inflected.
enum Inflection {
    private static let arabic = ["ة", "ان", "ين", "ون", "ات", "ي", "ية", "يون", "يين", "يات"]

    /// The word itself and its inflected forms.
    static func forms(of word: String) -> [String] {
        guard let last = word.unicodeScalars.last else { return [word] }
        return (0x600..<0x700).contains(last.value) ? arabicForms(word) : frenchForms(word)
    }

    /// A final ة gives way to the endings: شرطة, شرطي, شرطيون, شرطات; so does a nisba's ي.
    private static func arabicForms(_ word: String) -> [String] {
        var stem = word
        if word.hasSuffix("ة") || word.hasSuffix("ي"), word.count > 3 { stem.removeLast() }
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
