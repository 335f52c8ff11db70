import News

/// Who and what is named most.
package enum NamedKind: String, Sendable, Hashable, CaseIterable, Decodable,
    CodingKeyRepresentable
{
    case people, countries, places
}

/// The names of one kind that most articles of the period hold.
///
/// Of people only office holders, whom the lexicon knows: no list joins anybody else across
/// articles.
package struct NamedList: Sendable, Hashable {
    static let limit = 8

    package var kind: NamedKind
    package var names: [Entry]

    package struct Entry: Sendable, Hashable {
        package var name: String
        /// How many articles name it.
        package var articles: Int
    }

    static func lists(of stories: [Story], editor: StoryEditor) -> [NamedList] {
        var (people, countries, places) = (Tally(), Tally(), Tally())
        for member in stories.lazy.flatMap(\.members) where editor.isNew(member) {
            let facts = member.report.facts
            people.add(facts.people.map { ($0.id, $0.name) })
            countries.add(facts.countries.map { ($0.code == "MA" ? nil : $0.code, $0.code) })
            places.add(facts.places.map { ($0.id, $0.name) })
        }
        let phrasing = editor.phrasing
        return [
            NamedList(.people, people) { phrasing.name(.people, $0, as: $1) },
            NamedList(.countries, countries) { code, _ in phrasing.country(code) },
            NamedList(.places, places) { phrasing.name(.places, $0, as: $1) },
        ].filter { !$0.names.isEmpty }
    }

    /// - Parameter name: what a thing is called, by its id and as an article has it.
    private init(_ kind: NamedKind, _ tally: Tally, name: (String, String) -> String) {
        self.kind = kind
        names = tally.most(NamedList.limit).map { found in
            Entry(
                name: CleanText.line(name(found.id, found.written), limit: CleanText.wordLimit),
                articles: found.articles)
        }
    }
}

/// How many articles name each thing.
private struct Tally {
    /// By id, with the name that the first article has.
    private var found: [String: (written: String, articles: Int)] = [:]

    /// Counts each thing that an article names once; what has no id is passed over.
    mutating func add(_ article: [(id: String?, written: String)]) {
        for (place, thing) in article.enumerated() {
            guard let id = thing.id, !article[..<place].contains(where: { $0.id == id }) else {
                continue
            }
            found[id, default: (thing.written, 0)].articles += 1
        }
    }

    func most(_ limit: Int) -> [(id: String, written: String, articles: Int)] {
        found.sorted { ($1.value.articles, $0.key) < ($0.value.articles, $1.key) }.prefix(limit)
            .map { ($0.key, $0.value.written, $0.value.articles) }
    }
}
