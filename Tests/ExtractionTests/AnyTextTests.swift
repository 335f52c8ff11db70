import Foundation
import News
import Testing

@testable import Extraction

/// What a report claims of a text: every quote with its range, every range without one.
private struct Claims {
    var quotes: [(text: String, start: Int, end: Int)] = []
    var ranges: [Range<Int>] = []
    var chrome: [Range<Int>] = []

    init(_ report: Report) throws {
        let data = try JSONEncoder().encode(report)
        let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        chrome = report.boilerplate.map { $0.start..<$0.end }
        for (key, value) in root where key != "boilerplate" { take(value) }
    }

    /// Whatever has a quote, a start and an end, at any depth.
    private mutating func take(_ value: Any) {
        if let list = value as? [Any] { list.forEach { take($0) } }
        guard let fields = value as? [String: Any] else { return }
        if let start = fields["start"] as? Int, let end = fields["end"] as? Int {
            ranges.append(min(start, end)..<max(start, end))
            if let quote = fields["quote"] as? String { quotes.append((quote, start, end)) }
        }
        fields.values.forEach { take($0) }
    }
}

/// Texts made of the seeds and of signs that no sentence holds.
private struct Mutator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(limit, 1)
    }

    private static let signs =
        Array(
            "\u{64B}\u{651}\u{640}\u{200F}\u{202B}\u{FEFF}\u{0}\u{FDFA}\u{FEFB}\u{FFFD}\r\n\u{2028}\u{A0}"
                .unicodeScalars)
        + Array("()[]«»“”.،؛:!؟…-/|%€0٣۷12,٫وaÉœßıⵣ中🇲🇦👮\u{301}".unicodeScalars)

    /// A piece of a text with some of its scalars changed, doubled, dropped or moved.
    mutating func text(from seeds: [[Unicode.Scalar]]) -> String {
        var scalars: [Unicode.Scalar] = []
        for _ in 0..<(1 + number(below: 4)) {
            let seed = seeds[number(below: seeds.count)]
            let start = number(below: seed.count)
            scalars += seed[start..<min(seed.count, start + 20 + number(below: 600))]
        }
        for _ in 0..<number(below: scalars.count / 4) { change(&scalars) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let blocks: [ClosedRange<Int>] = [
        0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x600...0x6FF, 0x600...0x6FF, 0x620...0x64A,
        0x750...0x77F, 0x1E00...0x1EFF, 0x2000...0x206F, 0x2D30...0x2D7F, 0x4E00...0x4E40,
        0xFB00...0xFDFF, 0xFE00...0xFFFD, 0x1F600...0x1F64F, 0xE0000...0xE007F,
    ]

    /// Scalars of all blocks in no order, with words of a police report among them.
    mutating func random() -> String {
        let words = ["الأمن الوطني", "السيد محمد", "3 كيلوغرامات", "DGSN", "16 ماي 2025", "à Fès"]
        var view = String.UnicodeScalarView()
        for _ in 0..<(200 + number(below: 2000)) {
            let block = Mutator.blocks[number(below: Mutator.blocks.count)]
            let value = UInt32(block.lowerBound + number(below: block.count))
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
            if number(below: 12) == 0 { view.append(" ") }
            if number(below: 25) == 0 {
                view.append(contentsOf: words[number(below: words.count)].unicodeScalars)
            }
        }
        return String(view)
    }

    /// Terms in a row, as no sentence has them: any may be the first of all or the last.
    mutating func row(of terms: [String]) -> String {
        let gaps = [" ", " ", " ", " و", " ب", "، ", ". ", "\n", " 3 ", " «"]
        return (0...number(below: 12)).map { _ in
            terms[number(below: terms.count)] + gaps[number(below: gaps.count)]
        }.joined()
    }

    private mutating func change(_ scalars: inout [Unicode.Scalar]) {
        guard !scalars.isEmpty else { return }
        let place = number(below: scalars.count)
        let sign = Mutator.signs[number(below: Mutator.signs.count)]
        switch number(below: 5) {
        case 0: scalars.remove(at: place)
        case 1: scalars[place] = sign
        case 2: scalars.swapAt(place, number(below: scalars.count))
        default: scalars.insert(sign, at: place)
        }
    }
}

@Suite struct AnyTextTests {
    private static let seeds: [[Unicode.Scalar]] = {
        let folder = Shipped.root + "/seeds/"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.sorted().filter { $0.hasSuffix(".txt") }.compactMap {
            try? Array(String(contentsOfFile: folder + $0, encoding: .utf8).unicodeScalars)
        }
    }()

    private func check(_ document: Document) throws {
        let scalars = Array(document.text.unicodeScalars)
        let report = Shipped.examiner.examine(document)
        let verdict = Verdict(
            isRelevant: report.isRelevant, score: report.score, topics: report.topics)
        #expect(Shipped.examiner.verdict(on: document) == verdict)
        let isKept = report.isRelevant || report.score > 0
        #expect(Shipped.examiner.examination(of: document).report == (isKept ? report : nil))
        let both = ChangedRules.pair.verdicts(on: document)
        #expect(both.present == verdict)
        #expect(both.other == ChangedRules.examiner.verdict(on: document))
        let claims = try Claims(report)
        for quote in claims.quotes {
            try #require(quote.start >= 0 && quote.start < quote.end && quote.end <= scalars.count)
            #expect(Array(quote.text.unicodeScalars) == Array(scalars[quote.start..<quote.end]))
        }
        for range in claims.ranges + claims.chrome {
            #expect(range.lowerBound >= 0 && range.upperBound <= scalars.count)
        }
        for range in claims.ranges {
            let isChrome = claims.chrome.contains { $0.contains(range.lowerBound) }
            #expect(!isChrome, "\(range)")
        }
    }

    @Test(arguments: 1...60)
    func `of mutated text every quote is its slice, and none lies in page chrome`(
        _ seed: Int
    ) throws {
        var mutator = Mutator(seed)
        let text = mutator.text(from: AnyTextTests.seeds)
        let title = seed % 3 == 0 ? nil : seed % 3 == 1 ? 0 : min(40, text.unicodeScalars.count)
        try check(Document(id: "any", source: "any", text: text, titleLength: title))
    }

    @Test(arguments: 1...40)
    func `of random text every quote is its slice, and none lies in page chrome`(
        _ seed: Int
    ) throws {
        var mutator = Mutator(seed)
        let text = mutator.random()
        try check(Document(id: "any", source: "any", text: text))
        try check(Document(id: "any", source: "any", text: text, titleLength: 0))
    }

    /// What extractors go by, as it is written.
    private static let terms: [String] = {
        let kinds: Set<String> = [
            "acts", "cues", "titles", "speech", "relative", "months", "units", "counted", "numbers",
        ]
        let terms = Shipped.examiner.lexicon.entries.filter { kinds.contains($0.kind) }
            .flatMap { $0.terms.values.joined() }.map(\.text)
        return terms.map { $0.filter { !"=+*\"".contains($0) }.replacing(" ... ", with: " ") }
            + [
                "Karim Tazi", "محمد العلوي", "حموشي", "الشرطة", "DGSN", "فاس", "Tanger",
                "16 ماي 2025",
            ]
    }()

    @Test(arguments: 1...20)
    func `of terms in a row every quote is its slice`(_ seed: Int) throws {
        var mutator = Mutator(seed)
        for _ in 0..<150 {
            let text = mutator.row(of: AnyTextTests.terms)
            try check(Document(id: "any", source: "any", text: text, titleLength: 0))
        }
    }

    @Test(arguments: 1...40)
    func `the words of a document are those of its title and those of its body`(_ seed: Int) {
        var mutator = Mutator(seed)
        let title = mutator.text(from: AnyTextTests.seeds)
        let body = seed % 2 == 0 ? mutator.random() : mutator.text(from: AnyTextTests.seeds)
        for (title, body) in [(title, body), ("", body), (title, ""), ("", "")] {
            let document = Document(id: "any", source: "any", title: title, body: body)
            #expect(
                Shipped.examiner.examination(of: document).searchText
                    == FoldedText(title).searchable + "\n" + FoldedText(body).searchable)
        }
    }

    @Test(arguments: [
        "", " ", "الأمن", "police", "\n\n\n", "و", "\u{FFFD}\u{FFFD}DGSN\u{FFFD}", "و و و",
        "\u{64B}\u{651}\u{640}\u{200F}", "\0", "\u{FDFA}",
        "((((«««[[[", "))))»»»]]]", "«الأمن", "1.2.3.4.5,6,7", "%%%%", "12 %",
        "ـــــ ًٌٍ", "DGSN(DGSN(DGSN", "\r\r\n\n\r", "👮🏽‍♀️🇲🇦", String(repeating: "«", count: 5000),
        String(repeating: "(الأمن الوطني ", count: 500), String(repeating: "٣,", count: 3000),
        String(repeating: "\u{64B}", count: 20_000), String(repeating: "و ", count: 5000),
        String(repeating: "\n", count: 20_000),
    ])
    func `of no text, marks, signs and open brackets nothing false is said`(
        _ text: String
    ) throws {
        try check(Document(id: "any", source: "any", text: text))
        try check(Document(id: "any", source: "any", text: text, titleLength: 0))
    }

    @Test func `ten megabytes without a space are one word`() {
        let text = FoldedText(String(repeating: "ال", count: 2_500_000))
        #expect(text.tokens.count == 1)
        #expect(text.letters.count == 5_000_000)
        #expect(Shipped.examiner.hits(in: text).isEmpty)
    }

    @Test func `twice the text is twice the work`() {
        let seeds = AnyTextTests.seeds.map { String(String.UnicodeScalarView($0)) }
        let text = seeds.joined(separator: "\n\n")
        let once = Shipped.examiner.steps(in: FoldedText(text))
        let fourTimes = Shipped.examiner.steps(
            in: FoldedText([text, text, text, text].joined(separator: "\n\n")))
        #expect(once > 0)
        // A phrase may be open where one text ends and the next begins.
        #expect(fourTimes <= 4 * once + 100)
    }

    @Test func `a hundred times the same open phrase is no more work each time`() {
        let phrase = "المديرية العامة للأمن الوطني ومراقبة "
        let few = Shipped.examiner.steps(in: FoldedText(String(repeating: phrase, count: 10)))
        let many = Shipped.examiner.steps(in: FoldedText(String(repeating: phrase, count: 1000)))
        #expect(many <= 110 * few)
    }

    #if DEBUG
        @Test(arguments: [
            "(الأمن الوطني ", "«الأمن الوطني ", "\"الأمن الوطني ", "DGSN(", "([{«", "ثلاثة آلاف و ",
            "200 ", "1.200.300 ", "٣,", "16 ماي و ", "بين الرباط وأنقرة ", "المغرب وإسبانيا ",
            "السيد الوزير ", "السيد محمد العلمي، والي أمن فاس، ", "M. Ahmed Bennani, ",
            "أوقفت الشرطة شخصا وحجزت 3 كيلوغرامات من الشيرا ", "الشرطة الأمن المغربي ",
            "الدورة السادسة من أيام الأبواب المفتوحة بالجديدة ", "الشرطة\n", "و ", "منذ 2015 ",
        ])
        func `twice a text without an end is twice the work for extractors and topics`(
            _ piece: String
        ) {
            let once = Document(
                id: "any", source: "any", text: String(repeating: piece, count: 500),
                titleLength: 0)
            let twice = Document(
                id: "any", source: "any", text: String(repeating: piece, count: 1000),
                titleLength: 0)
            let few = Shipped.examiner.looks(at: once)
            let many = Shipped.examiner.looks(at: twice)
            #expect(Double(many.extractors) <= 2.1 * Double(few.extractors), "\(few), \(many)")
            #expect(Double(many.topics) <= 2.1 * Double(few.topics) + 50, "\(few), \(many)")
        }
    #endif

    @Test func `ten thousand number words in one sentence are read to the end`() throws {
        let text = String(repeating: "ثلاثة آلاف و ", count: 10_000)
        try check(Document(id: "any", source: "any", text: text, titleLength: 0))
    }

    @Test func `ten thousand names in one text are all read`() throws {
        let letters = Array("bcdfghjklmnpqrstvwxyz").map(String.init)
        let names = (0..<10_000).map { number in
            "M. Karim Ba\(letters[number % 21])o\(letters[number / 21 % 21])i"
                + "\(letters[number / 441 % 21])a\(letters[number / 9261]) parle"
        }
        let report = Shipped.examiner.examine(
            Document(
                id: "any", source: "any", text: names.joined(separator: ". "), titleLength: 0))
        #expect(report.facts.people.count == 10_000)
        #expect(report.facts.people.allSatisfy { $0.mentions.count == 1 })
    }
}
