import Foundation
import News
import Testing

@testable import Storage

@Suite struct SearchTests {
    let folder: TemporaryFolder
    let archive: Archive

    init() throws {
        folder = try TemporaryFolder()
        archive = try Archive(at: folder.path, access: .readWrite)
        _ = try archive.record(
            poll([
                kept(
                    news(
                        "ankara", "Visite à Ankara", "Le directeur a été reçu en Turquie.",
                        published: later(-1)), topics: ["security-cooperation"],
                    countries: ["TR"]),
                kept(
                    news(
                        "tanger", "Drogue saisie", "Saisie de drogue au port de Tanger.",
                        published: later(-1)), topics: ["drugs"]),
                kept(news("marche", "Le marché de Tanger", "Des légumes.", published: later(-1))),
            ]))
        _ = try archive.record(
            poll(
                south,
                [
                    kept(
                        news(
                            "madrid", "زيارة إلى مدريد", "استقبل المدير العام في إسبانيا.",
                            published: later(-1)), topics: ["security-cooperation"],
                        countries: ["ES"])
                ]))
    }

    @Test(arguments: [
        ("drogue", ["tanger"]), ("DROGUE", ["tanger"]), ("légumes", ["marche"]),
        ("legumes", ["marche"]), ("tanger", ["marche", "tanger"]),
        ("tanger -drogue", ["marche"]), ("ankara OR legumes", ["ankara", "marche"]),
        ("\"port de tanger\"", ["tanger"]), ("\"tanger port\"", []), ("«port de»", ["tanger"]),
        ("tang*", ["marche", "tanger"]), ("tang", []), ("المدير اسبانيا", ["madrid"]),
        ("@TR", ["ankara"]), ("@tr OR @ES", ["ankara", "madrid"]), ("visite -@TR", []),
        ("-drogue", ["ankara", "madrid", "marche"]),
        ("", ["ankara", "madrid", "marche", "tanger"]),
        ("introuvable", []), ("tanger OR", ["marche", "tanger"]),
        ("OR tanger", ["marche", "tanger"]), ("légumes OR ankara visite", ["ankara"]),
    ])
    func `words, phrases, alternatives, beginnings and facts are found`(
        _ text: String, _ expected: [String]
    ) throws {
        #expect(try found(SearchQuery(text, now: morning, words: words)) == expected)
    }

    @Test func `a search is narrowed by topic, outlet and dates`() throws {
        var query = SearchQuery("", now: morning, words: words)
        query.topics = ["security-cooperation", "drugs"]
        #expect(try found(query) == ["ankara", "madrid", "tanger"])
        query.outlets = ["north", "nowhere"]
        #expect(try found(query) == ["ankara", "tanger"])
        query.outlets = ["le nord"]
        #expect(try found(query) == ["ankara", "tanger"])
        query.outlets = ["nowhere"]
        #expect(try found(query) == [])
        query = SearchQuery("tanger", now: morning, words: words)
        query.matchesOnly = true
        #expect(try found(query) == ["tanger"])
        query.since = later(-1)
        query.until = morning
        #expect(try found(query) == ["tanger"])
        query.since = morning
        query.until = nil
        #expect(try found(query) == [])
    }

    @Test func `an edited item is found by its new words only`() throws {
        _ = try archive.record(poll(at: later(9), [kept(news("marche", "Le souk d'Agadir"))]))
        #expect(try found(SearchQuery("legumes", now: morning, words: words)) == [])
        #expect(try found(SearchQuery("agadir", now: morning, words: words)) == ["marche"])
        #expect(try archive.check() == [])
    }

    @Test func `the newer of two alike ranks first`() throws {
        for (id, days) in [("old", -400.0), ("new", -2)] {
            let item = news(
                id, "Séisme", "Un séisme léger.",
                published: morning.addingTimeInterval(days * 86_400))
            _ = try archive.record(poll([kept(item)]))
        }
        let hits = try archive.search(SearchQuery("séisme", now: morning, words: words))
        #expect(hits.map(\.key.id) == ["new", "old"])
    }

    @Test func `a snippet shows the words that were looked for`() throws {
        let hits = try archive.search(SearchQuery("turq* ankara", now: morning, words: words))
        let snippet = try #require(hits.first?.snippet)
        #expect(snippet.text == "Le directeur a été reçu en Turquie.")
        let scalars = Array(snippet.text.unicodeScalars)
        let shown = snippet.highlights.map {
            String(String.UnicodeScalarView(scalars[$0]))
        }
        #expect(shown == ["Turquie."])
    }

    @Test func `a snippet of a long text is cut around the place`() throws {
        let filler = Array(repeating: "mot", count: 100).joined(separator: " ")
        _ = try archive.record(
            poll([kept(news("long", "Titre", "\(filler) aiguille\u{00A0}ici \(filler)"))]))
        let hit = try archive.search(SearchQuery("aiguille", now: morning, words: words)).first
        let expected =
            "… mot mot mot mot aiguille ici " + String(repeating: "mot ", count: 22) + "…"
        #expect(hit?.snippet == Snippet(text: expected, highlights: [18..<26]))
    }

    @Test(arguments: [
        ("\"port de tanger\"", "Le port de Tanger", true),
        ("\"port de tanger\"", "Le port, Tanger", false),
        ("tang*", "À Tanger", true), ("tang", "À Tanger", false),
        ("\"de tang*\"", "Port de Tanger", true), ("\"de tang*\"", "Tanger : fin de", false),
        ("légumes @MA", "LEGUMES", true), ("a OR b", "B", true),
    ])
    func `a term stands in a text or not`(_ text: String, _ title: String, _ stands: Bool) {
        let query = SearchQuery(text, now: morning, words: words)
        let standing = SearchStanding(query.finder(title), of: query)
        #expect(query.clauses[0].contains { standing.holds($0) } == stands)
    }

    @Test(arguments: [
        ("ولأمن", "امن"), ("الامن", "امن"), ("وبامنهما", "امن"), ("للشرطه", "شرط"),
        ("شرطتها", "شرطت"), ("والي", "والي"), ("وليس", "وليس"), ("سيزور", "يزور"), ("فقر", "فقر"),
        ("والام", "الام"), ("amendes", "amende"), ("les", "les"), ("2025", "2025"),
        ("éa", "éa"), ("aم", "aم"),
    ])
    func `a word stands under its key`(_ word: String, _ key: String) {
        let folded = words(word).joined()
        #expect(SearchKeys.key(of: folded) == words(key).joined())
    }

    /// Else a search would miss what a text has.
    @Test func `a word with clitics stands under one of the keys of the bare word`() {
        let bare = [
            "امن", "شرطه", "وزاره", "ولد", "بنك", "والي", "ليس", "لجنه", "كندا", "بوليس", "محاكم",
            "سياره", "الجديده", "لقاي", "مستشفي", "كن", "ام", "للا", "فلفل", "وهم", "نا", "هماها",
        ]
        let before = ["", "و", "ف", "ب", "ل", "ك", "ول", "وب", "فب", "وس"]
        let articles = ["ال", "وال", "بال", "لل", "ولل", "كال", "فال", "وبال"]
        let behind = ["", "ه", "ها", "هم", "هن", "هما", "نا", "كم", "كن", "ا"]
        for word in bare {
            let keys = Set(SearchKeys.keys(of: word, isBeginning: false).map(\.text))
            let beginnings = SearchKeys.keys(of: word, isBeginning: true)
            let isLong = word.unicodeScalars.count > 2
            let joint = word.hasSuffix("ه") ? word.dropLast() + "ت" : word[...]
            let hosts = isLong ? before + articles : articles
            for (front, back) in hosts.flatMap({ front in behind.map { (front, $0) } })
            where isLong || back.isEmpty {
                let text = front + (back.isEmpty ? word[...] : joint) + back
                let key = SearchKeys.key(of: text)
                let isImperfect = ["ي", "ت", "ن"].contains { word.hasPrefix($0) }
                guard front != "وس" || isImperfect else { continue }
                #expect(keys.contains(key), "\(word) in \(text)")
                guard back.isEmpty, isLong else { continue }
                #expect(beginnings.contains { key.hasPrefix($0.text) }, "\(word)* in \(text)")
            }
        }
    }

    @Test(arguments: [
        ("tanger", nil, [0...Int64.max]),
        ("tanger -drogue", nil, [5...6, 0...4]),
        ("tanger", 0.0, [0...4, 5...Int64.max]),
        ("tanger -drogue", 0, [3...4, 0...2, 5...Int64.max]),
        ("tanger", -9_999, [0...0, 1...Int64.max]),
    ])
    func `stretches hold each row once, the likely ones first`(
        _ text: String, _ end: Double?, _ expected: [ClosedRange<Int64>]
    ) throws {
        for number in 1...2 {
            let date = later(Double(number) * 86_400)
            _ = try archive.record(poll(at: date, [kept(news("\(number)", "Titre"))]))
        }
        var query = SearchQuery(text, now: morning, words: words)
        query.until = end.map { later($0) }
        let stretches = try archive.read {
            try SearchStretches(query, in: $0, first: 2).stretches
        }
        #expect(stretches.map(\.rows) == expected)
    }

    @Test func `what came long after its day is found by its day`() throws {
        let item = news("late", "Archives de Tanger", published: later(-60))
        _ = try archive.record(poll(at: later(99 * 1_440), [kept(item)]))
        var query = SearchQuery("tanger", now: morning, words: words)
        query.until = later(-30)
        #expect(try found(query) == ["late"])
        query = SearchQuery("tanger -drogue", now: morning, words: words)
        #expect(try found(query) == ["late", "marche"])
    }

    @Test func `no query makes an error`() throws {
        var random = Seeded(state: 42)
        let pieces = [
            "\"", "'", "*", "-", "(", ")", "OR", "AND", "NOT", "NEAR", "@", "#", "=", "~", "+", "^",
            ":", "{", "}", "title", "marks:", " ", "\0", "\n", "drogue", "المدير", "é", "\u{200F}",
            "\u{FFFD}", ";--", ",", ".", "👮", "%", "\\", "«", "NEAR(a b, 3)", "a\"b", "-\"", "𐀀",
        ]
        for _ in 0..<2_000 {
            let count = Int.random(in: 0..<30, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
            var query = SearchQuery(text.joined(), now: morning, words: { [$0, $0 + "\""] })
            query.topics = Bool.random(using: &random) ? [] : [text.joined()]
            query.outlets = Bool.random(using: &random) ? [] : [text.joined()]
            #expect(throws: Never.self) { try archive.search(query) }
        }
        let long = String(repeating: "a OR b \"c d\" ", count: 5_000)
        let query = SearchQuery(long, now: morning, words: words)
        #expect(throws: Never.self) { try archive.search(query) }
    }

    private func found(_ query: SearchQuery) throws -> [String] {
        try archive.search(query).map(\.key.id).sorted()
    }
}

/// The same numbers in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
