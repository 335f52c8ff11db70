import Extraction
import News
import Testing

@testable import Settings

/// A topic as an editor writes it, with documents that are and are not of it.
struct ScopedTopic: Sendable, CustomTestStringConvertible {
    let topic: String
    let found: [Document]
    let notFound: [Document]

    init(_ topic: String, found: [Document], notFound: [Document]) {
        self.topic = topic
        self.found = found
        self.notFound = notFound
    }

    var testDescription: String { topic }
}

/// A document of a paper of Morocco, where nothing else is said.
private func paper(
    _ title: String, _ body: String = "", country: String? = "MA", feed: String = "example.org",
    tags: [String] = []
) -> Document {
    Document(
        id: "row", source: feed, title: title, body: body, country: country, tags: tags)
}

/// What narrows a rule to parts of documents, to languages and to outlets, and what a whole topic
/// asks for: what examples within the settings cannot show.
@Suite struct RuleScopeTests {
    static let topics: [ScopedTopic] = [
        // Parts of a document.
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, in: title}]", found: [paper("Un chat", "Rien.")],
            notFound: [paper("Rien", "Un chat.")]),
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, in: lead}]",
            found: [paper("Rien", "Un. Le chat. Deux. Trois.")],
            notFound: [paper("Rien", "Un. Deux. Le chat."), paper("Un chat", "Rien.")]),
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, in: body}]",
            found: [paper("Rien", "Un. Deux. Le chat."), paper("Rien", "Le chat.")],
            notFound: [paper("Un chat", "Rien.")]),
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, in: [title, lead]}]",
            found: [paper("Un chat"), paper("Rien", "Le chat.")],
            notFound: [paper("Rien", "Un. Deux. Le chat.")]),
        // Languages.
        ScopedTopic(
            "rules: [{any: [DGSN], weight: 3, language: ar}]",
            found: [paper("بلاغ DGSN حول حادثة السير")],
            notFound: [paper("DGSN : un bilan de la semaine")]),
        ScopedTopic(
            "rules: [{any: [DGSN], weight: 3, language: [fr, en]}]",
            found: [paper("DGSN : un bilan de la semaine")],
            notFound: [paper("بلاغ DGSN حول حادثة السير")]),
        // Outlets.
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, country: FR}]",
            found: [paper("Un chat", country: "FR")], notFound: [paper("Un chat")]),
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, country: MA}]",
            found: [paper("Un chat"), paper("Un chat", country: nil)],
            notFound: [paper("Un chat", country: "FR")]),
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, feed: example.org}]", found: [paper("Un chat")],
            notFound: [paper("Un chat", feed: "other.example")]),
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, tag: animals}]",
            found: [paper("Un chat", tags: ["animals", "north"])],
            notFound: [paper("Un chat"), paper("Un chat", tags: ["north"])]),
        // Outlets alone are condition enough.
        ScopedTopic(
            "rules: [{tag: animals, weight: 3}]",
            found: [paper("Un chat", tags: ["animals"])], notFound: [paper("Un chat")]),
        ScopedTopic(
            "rules: [{any: [chat], weight: 4}, {feed: example.org, weight: -2}]",
            found: [paper("Rien", "Un chat.", feed: "other.example")],
            notFound: [paper("Rien", "Un chat.")]),
        // Examples are tried as texts of these outlets.
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, tag: animals, examples: {match: [le chat]}}]",
            found: [paper("Un chat", tags: ["animals"])], notFound: []),
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, feed: example.org, examples: {match: [le chat]}}]",
            found: [paper("Un chat")], notFound: []),
        // Several at once must all hold.
        ScopedTopic(
            "rules: [{any: [chat], weight: 3, in: title, country: FR, tag: animals}]",
            found: [paper("Un chat", country: "FR", tags: ["animals"])],
            notFound: [
                paper("Rien", "Un chat.", country: "FR", tags: ["animals"]),
                paper("Un chat", tags: ["animals"]), paper("Un chat", country: "FR"),
            ]),
        // The topic as a whole.
        ScopedTopic(
            "threshold: 4\nwords: [chat, chien]", found: [paper("Un chat, un chien")],
            notFound: [paper("Un chat")]),
        ScopedTopic(
            "requires: [noir]\nwords: [chat]", found: [paper("Un chat noir")],
            notFound: [paper("Un chat blanc")]),
        ScopedTopic(
            "vetoes: [noir]\nwords: [chat]", found: [paper("Un chat blanc")],
            notFound: [paper("Un chat noir")]),
        ScopedTopic(
            "requires: [\"#fish\"]\nwords: [chat]", found: [paper("Un chat", "Un thon, un thon.")],
            notFound: [paper("Un chat", "Un thon.")]),
        ScopedTopic(
            "rules: [{any: [chat], weight: 4}, {any: [noir], weight: -2}]",
            found: [paper("Rien", "Un chat.")], notFound: [paper("Rien", "Un chat noir.")]),
        // Facts.
        ScopedTopic(
            "rules: [{any: [\"@quantity:drug\"], weight: 3}]",
            found: [paper("Rien", "Saisie de 3 kilos de chira à Fès.")],
            notFound: [paper("Rien", "Vente de 3 kilos de tomates, sans chira."), paper("3 ans")]),
        ScopedTopic(
            "rules: [{any: [\"@quantity\"], weight: 3}]",
            found: [paper("Rien", "Il pèse 3 kilos.")],
            notFound: [paper("Rien", "Il pèse peu.")]),
        ScopedTopic(
            "rules: [{any: [\"@place:MA\"], weight: 3}]", found: [paper("Rien", "Il vit à Fès.")],
            notFound: [paper("Rien", "Il vit à Oslo.")]),
        ScopedTopic(
            "rules: [{any: [\"@police:MA:named\"], weight: 3}]",
            found: [paper("Rien", "La Sûreté nationale recrute.")],
            notFound: [paper("Rien", "La Sûreté recrute.")]),
    ]

    @Test(arguments: topics)
    func `a topic is found where its settings let it, and nowhere else`(
        _ row: ScopedTopic
    ) throws {
        let folder = try SettingsOnDisk([
            "feeds.yaml": "feeds: [{url: \"https://example.org/feed\", tags: [animals]}]\n",
            "relevance.yaml": "threshold: 0\nwords: [police]\n",
            "topics/tried.yaml": row.topic + "\n",
            "topics/fish.yaml": "words: [thon]\n",
            "lexicon/people.yaml": """
            places: [{id: fes, of-kind: city, country: MA, terms: [Fès]}, {id: oslo, of-kind: city, country: "NO", terms: [Oslo]}]
            organisations: [{id: dgsn, of-kind: police, country: MA, terms: [Sûreté nationale]}]
            units: [{id: kg, of-kind: mass, factor: 1, terms: [kilo]}]
            drugs: [{id: hashish, terms: [chira]}]
            stopwords: [{value: fr, terms: [la, de, un, une, il]}]
            """,
        ])
        let examiner = try SettingsFolder(folder.path).read().examiner
        func isFound(_ document: Document) -> Bool {
            examiner.examine(document).topics.contains { $0.id == "tried" }
        }
        #expect(row.found.filter { !isFound($0) }.map(\.text) == [])
        #expect(row.notFound.filter(isFound).map(\.text) == [])
    }
}
