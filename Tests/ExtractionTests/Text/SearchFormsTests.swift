import Testing

@testable import Extraction

@Suite struct SearchFormsTests {
    struct Stripping: Sendable {
        var word: String
        /// What else is written somewhere.
        var written: [String] = []
        var cores: [String]
    }

    @Test(arguments: [
        Stripping(word: "الأمن", cores: ["الأمن", "أمن"]),
        Stripping(word: "بالأمن", cores: ["بالأمن", "الأمن", "أمن"]),
        Stripping(word: "والشرطة", cores: ["والشرطة", "الشرطة", "شرطة"]),
        Stripping(word: "للأمن", cores: ["للأمن", "أمن"]),
        Stripping(word: "وبالأمن", cores: ["وبالأمن", "بالأمن", "الأمن", "أمن"]),
        Stripping(word: "وللشرطة", cores: ["وللشرطة", "للشرطة", "شرطة"]),
        Stripping(word: "كالشرطة", cores: ["كالشرطة", "الشرطة", "شرطة"]),
        Stripping(word: "فالمدير", cores: ["فالمدير", "المدير", "مدير"]),
        Stripping(word: "بشرطة", cores: ["بشرطة", "شرطة"]),
        Stripping(word: "ولطنجة", cores: ["ولطنجة", "لطنجة", "طنجة"]),
        Stripping(word: "لأمن", written: ["الأمن"], cores: ["لأمن", "أمن"]),
        Stripping(word: "بفاس", written: ["وفاس"], cores: ["بفاس", "فاس"]),
        Stripping(word: "للجنة", written: ["اللجنة"], cores: ["للجنة", "لجنة"]),
        Stripping(word: "ووزير", written: ["الوزير"], cores: ["ووزير", "وزير"]),
    ])
    func `clitics in front are taken off one by one`(_ row: Stripping) {
        #expect(cores(of: row) == row.cores.map(folded))
    }

    @Test(arguments: [
        Stripping(word: "لجنة", written: ["الجنة", "اللجنة"], cores: ["لجنة"]),
        Stripping(word: "وزير", written: ["الزير", "الوزير"], cores: ["وزير"]),
        Stripping(word: "والدين", written: ["الدين", "الوالدين"], cores: ["والدين"]),
        Stripping(word: "التزام", written: ["الالتزام"], cores: ["التزام"]),
        Stripping(word: "لبنان", written: ["بنان", "بلبنان"], cores: ["لبنان"]),
        Stripping(word: "ورزازات", written: ["بورزازات"], cores: ["ورزازات"]),
        Stripping(word: "كمال", written: ["المال", "ومال"], cores: ["كمال"]),
        Stripping(word: "كندا", written: ["الندا"], cores: ["كندا"]),
        Stripping(word: "فرنسا", cores: ["فرنسا"]),
        Stripping(word: "والي", written: ["وإلى", "إلى"], cores: ["والي"]),
        Stripping(word: "ولد", cores: ["ولد"]),
        Stripping(word: "بنك", cores: ["بنك"]),
        Stripping(word: "وفد", cores: ["وفد"]),
        Stripping(word: "ليلى", cores: ["ليلى"]),
        Stripping(word: "الله", cores: ["الله"]),
    ])
    func `a letter of the word itself is no clitic`(_ row: Stripping) {
        #expect(cores(of: row) == row.cores.map(folded))
    }

    @Test func `the beginning of a word is no shorter than is sure`() {
        #expect(beginnings(of: "بالأمن") == ["بالأمن", "الأمن", "أمن"].map(folded))
        #expect(beginnings(of: "وكال", written: ["الكالسيوم"]) == ["وكال"].map(folded))
        #expect(beginnings(of: "وكالة", written: ["الوكالةالوطنية"]) == ["وكالة"].map(folded))
    }

    @Test(arguments: [
        ("أمن", "بالأمن", true), ("أمن", "وللأمن", true), ("أمن", "أمنها", true),
        ("أمن", "أمنهم", true), ("شرطة", "شرطتها", true), ("شرطة", "وشرطته", true),
        ("مدير", "لمديرها", true), ("بالأمن", "والأمن", true), ("بالأمن", "أمن", true),
        ("والشرطة", "شرطتهم", true), ("amendes", "amende", true), ("bureau", "bureaux", true),
        ("شرط", "شرطة", false), ("علي", "عليها", false), ("علي", "عليه", false),
        ("سلا", "سلاه", false), ("والي", "إلى", false), ("مال", "كمال", false),
        ("les", "le", false),
    ])
    func `a word is looked for in these forms and not in those`(
        _ word: String, _ form: String, _ isAmongThem: Bool
    ) {
        let variants = SearchForms.variants(of: folded(word)) { _, _ in false }
        #expect(variants.contains(folded(form)) == isAmongThem)
        #expect(variants.first == folded(word))
        #expect(Set(variants).count == variants.count)
    }

    private func cores(of row: Stripping) -> [String] {
        let written = Set(row.written.map(folded))
        return SearchCores(isBeginning: false) { words, _ in !written.isDisjoint(with: words) }
            .cores(of: folded(row.word))
    }

    private func beginnings(of word: String, written: [String] = []) -> [String] {
        let written = written.map(folded)
        return SearchCores(isBeginning: true) { words, asBeginnings in
            asBeginnings && words.contains { word in written.contains { $0.hasPrefix(word) } }
        }.cores(of: folded(word))
    }

    private func folded(_ word: String) -> String { SearchForms.words(of: word).joined() }
}
