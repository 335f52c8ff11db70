import News
import Testing

@testable import Extraction

/// Small rules whose arithmetic can be reckoned by hand.
private enum Small {
    static func term(_ text: String) -> Condition { .term(Term(text)) }

    static func examiner(_ rules: [Rule], threshold: Double = 3) -> Examiner {
        Examiner(
            lexicon: [
                LexiconEntry(
                    kind: "protected", id: "words", terms: ["terms": [Term("والي"), Term("وفاق")]])
            ],
            topics: TopicSettings(
                topics: [TopicRules(id: "topic", threshold: threshold, rules: rules)],
                relevance: TopicRules(
                    id: "relevance", threshold: 0, rules: [])))
    }

    static func account(
        _ rules: [Rule], title: String = "", _ body: String, threshold: Double = 3
    ) throws -> TopicAccount {
        let document = Document(id: "row", source: "rows", title: title, body: body)
        let explanation = examiner(rules, threshold: threshold).explain(document)
        return try #require(explanation.topics.first)
    }
}

@Suite struct ExplanationTests {
    @Test func `a rule counts one, a half, a half, then nothing, and the title more`() throws {
        let rule = Rule(id: "topic.word", weight: 2, condition: Small.term("radar"))
        let account = try Small.account(
            [rule], title: "Un radar", "Un radar ici. Un radar là. Un radar encore.")
        #expect(account.rules.first?.hits.map(\.points) == [3, 1, 1])
        #expect(account.rules.first?.hits.map(\.part) == [.title, .lead, .lead])
        #expect(account.rules.first?.uncounted == 1)
        #expect(account.score == 5)
        #expect(account.isReached)
        #expect(account.missing == 0)
    }

    @Test func `a topic missed says how many points are missing`() throws {
        let rule = Rule(id: "topic.word", weight: 2, condition: Small.term("radar"))
        let account = try Small.account([rule], "Un radar ici.", threshold: 4.5)
        #expect(!account.isReached)
        #expect(account.missing == 2.5)
    }

    @Test func `what would have been examined is what is explained`() {
        let texts = [
            "أوقفت الشرطة القضائية بمدينة فاس شخصا وحجزت 15 كيلوغراما من الشيرا.",
            "La DGSN a présenté ses nouveaux drones à El Jadida lors des portes ouvertes.",
            "لا شيء هنا.",
        ]
        for text in texts {
            let document = Document(id: "row", source: "rows", title: text, body: text)
            let explanation = Shipped.examiner.explain(document)
            #expect(explanation.relevance.isReached == explanation.report.isRelevant)
            let reached = Set(explanation.topics.filter(\.isReached).map(\.id))
            let found = Set(explanation.report.topics.map(\.id))
            #expect(explanation.report.isRelevant ? reached == found : found.isEmpty)
            for finding in explanation.report.topics {
                let account = explanation.topics.first { $0.id == finding.id }
                #expect(account?.score == finding.score)
                #expect(account?.rules.flatMap(\.hits) == finding.evidence)
            }
        }
    }

    @Test func `the arithmetic alone is that of the explanation`() {
        let texts = [
            "أوقفت الشرطة القضائية بمدينة فاس شخصا وحجزت 15 كيلوغراما من الشيرا.",
            "La police algérienne a saisi 15 kilos de chira près d'Oujda.", "لا شيء هنا.",
        ]
        for text in texts {
            let document = Document(id: "row", source: "rows", title: text, body: text)
            let explanation = Shipped.examiner.explain(document, nearest: false)
            let all = Shipped.examiner.accounts(of: document) { _ in true }
            #expect("\(all.relevance)" == "\(explanation.relevance)")
            #expect("\(all.topics)" == "\(explanation.topics)")
            let few = Shipped.examiner.accounts(of: document, topicsWhere: \.isReached)
            #expect("\(few.relevance)" == "\(explanation.relevance)")
            #expect(few.topics.isEmpty == !explanation.relevance.isReached)
        }
    }

    static let shortfalls: [(rule: Rule, text: String, reason: String)] = [
        (
            Rule(
                id: "topic.near",
                condition: .near(
                    .init(
                        groups: [[Small.term("police")], [Small.term("drone")]], within: 2))),
            "La police de la ville essaie un drone.",
            "«police» and «drone» are 5 words apart, 2 at most are allowed"
        ),
        (
            Rule(
                id: "topic.near",
                condition: .near(
                    .init(groups: [[Small.term("police")], [Small.term("drone")]]))),
            "La police est là. Un drone vole.",
            "«police» and «drone» stand in different sentences"
        ),
        (
            Rule(id: "topic.title", condition: Small.term("drone"), parts: [.title]),
            "Un drone vole.", "«drone» stands in the lead, the rule counts in: title"
        ),
        (
            Rule(
                id: "topic.unless", condition: Small.term("drone"),
                unlessNear: .init(terms: [Small.term("armée")])),
            "Un drone de l'armée.", "«drone» stands near ‘armée’"
        ),
        (
            Rule(
                id: "topic.all", condition: .all([Small.term("drone"), Small.term("radar")])),
            "Un drone vole.", "«drone» is there, but ‘radar’ is not there"
        ),
        (
            Rule(
                id: "topic.none",
                condition: .all([Small.term("drone"), .none([Small.term("film")])])),
            "Un drone dans un film.", "«drone» is there, but «film» is there and must not be"
        ),
        (
            Rule(
                id: "topic.company",
                condition: .term(
                    Term(
                        "drone",
                        company: {
                            var company = Term.Company()
                            company.unlessNear = [Term("film")]
                            return company
                        }()))),
            "Un drone dans un film.", "«drone» is there, but refused by unless-near: film"
        ),
    ]

    @Test func `of a long list those words are told that the text could hold`() throws {
        let words = ["شرطة", "درون", "رادار", "كاميرا", "drone", "radar"].map(Small.term)
        let rule = Rule(id: "topic.all", condition: .all([Small.term("police"), .any(words)]))
        let account = try Small.account([rule], "La police de la ville patrouille.")
        #expect(
            account.nearest.first?.reasons == [
                "«police» is there, but nothing of ‘drone’, ‘radar’, ‘شرطة’, ‘درون’, … (6) is there"
            ])
    }

    @Test(arguments: shortfalls)
    func `a rule that just failed says which part of it did`(
        _ row: (rule: Rule, text: String, reason: String)
    ) throws {
        let account = try Small.account([row.rule], row.text)
        #expect(account.nearest.first?.rule == row.rule.id)
        #expect(account.nearest.first?.reasons == [row.reason])
    }

    /// Of each row: a condition, a text, and of its hits `TERM FORM: HOW`.
    static let readings: [(condition: Condition, text: String, readings: [String])] = [
        (Small.term("أمن"), "بحث في أمن المدينة", ["أمن أمن: "]),
        (Small.term("أمن"), "مع الدرك والامن", ["أمن والامن: و ال in front; other hamza"]),
        (
            .any([Small.term("مديرية"), Small.term("drone")]), "قالت مديريته إن Drones هنا",
            [
                "مديرية مديريته: ه behind",
                "drone Drones: s behind; other case or accents",
            ]
        ),
        (
            .near(.init(groups: [[Small.term("شرطة")], [Small.term("$lists")]])),
            "لدى الشرطة ومراقبه القوارب",
            ["شرطة الشرطة: ال in front", "مراقبة ومراقبه: و in front; other ta marbuta"]
        ),
        (
            Small.term("توقيف ... مشتبه"), "بعد توقيف شخص مشتبه فيه",
            ["توقيف ... مشتبه توقيف شخص مشتبه: "]
        ),
        (
            Small.term("caméra-piéton"), "deux caméras piétons",
            ["caméra-piéton caméras piétons: s behind; other plural"]
        ),
        (
            Small.term("التعاون الأمني"), "مجال تعاون أمني",
            ["التعاون الأمني تعاون أمني: other article"]
        ),
        (
            Small.term("@bureau"), "قال المكتب الازرق",
            ["المكتب الأزرق المكتب الازرق: other hamza"]
        ),
    ]

    @Test(arguments: readings)
    func `a hit says which term it is, and with which clitics and liberties it was read`(
        _ row: (condition: Condition, text: String, readings: [String])
    ) throws {
        let examiner = Examiner(
            lexicon: [
                LexiconEntry(
                    kind: "organisations", id: "bureau",
                    terms: ["terms": [Term("Bureau bleu"), Term("المكتب الأزرق")]])
            ],
            topics: TopicSettings(
                topics: [
                    TopicRules(
                        id: "topic", rules: [Rule(id: "topic.one", condition: row.condition)])
                ], relevance: TopicRules(id: "relevance", threshold: 0),
                lists: ["lists": [.term(Term("مراقبة"))]]))
        let document = Document(id: "row", source: "rows", title: "", body: row.text)
        let account = try #require(examiner.explain(document).topics.first?.rules.first)
        #expect(
            account.readings.map { "\($0.term) \($0.form): \($0.reading.words)" } == row.readings)
    }

    static let refusals: [(term: String, text: String, quote: String, refusal: String)] = [
        ("أمن", "منطقة آمنة جدا", "آمنة", "has «آ» where the term has «أ»"),
        ("+آلية", "لا بالألية", "بالألية", "has «أ» where the term has «آ»"),
        ("شرطي", "دورية شرطية هناك", "شرطية", "has an ending; ‘+شرطي’ would find it"),
        ("=drone", "Des drones volent", "drones", "is more than the letters that ‘=’ wants"),
        ("DGSN", "le mot dgsn", "dgsn", "has «d» where the term has «D»"),
        (
            "terror", "un terroriste", "terroriste",
            "goes on behind the term; ‘terror*’ would find it"
        ),
        (
            "الي", "قال والي الجهة", "والي",
            "is a protected word, never read with a clitic in front or behind"
        ),
        (
            "police judiciaire", "la police très judiciaire", "police très judiciaire",
            "has 1 more word in between; ‘...’ would allow three"
        ),
    ]

    @Test(arguments: refusals)
    func `the nearest form of a term says why it was refused`(
        _ row: (term: String, text: String, quote: String, refusal: String)
    ) throws {
        let rule = Rule(id: "topic.word", condition: Small.term(row.term))
        let account = try Small.account([rule], row.text)
        let alike = try #require(account.nearest.first?.lookAlikes.first)
        #expect(alike.quote == row.quote)
        #expect(alike.refusal == row.refusal)
    }
}
