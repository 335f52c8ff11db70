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
        let reports = stories.flatMap(editor.newMembers).map(\.report)
        return [
            NamedList(.people, reports) { report in
                report.facts.people.compactMap { person in
                    person.id.map { ($0, editor.phrasing.name(.people, $0, as: person.name)) }
                }
            },
            NamedList(.countries, reports) { report in
                report.facts.countries.filter { $0.code != "MA" }
                    .map { ($0.code, editor.phrasing.country($0.code)) }
            },
            NamedList(.places, reports) { report in
                report.facts.places.map {
                    ($0.id, editor.phrasing.name(.places, $0.id, as: $0.name))
                }
            },
        ].filter { !$0.names.isEmpty }
    }

    private init(
        _ kind: NamedKind, _ reports: [Report], names: (Report) -> [(id: String, name: String)]
    ) {
        var found: [String: Entry] = [:]
        for report in reports {
            var seen: Set<String> = []
            for (id, name) in names(report) where seen.insert(id).inserted {
                found[id, default: Entry(name: name, articles: 0)].articles += 1
            }
        }
        self.kind = kind
        self.names = found.sorted { ($1.value.articles, $0.key) < ($0.value.articles, $1.key) }
            .prefix(NamedList.limit)
            .map {
                Entry(
                    name: CleanText.line($0.value.name, limit: CleanText.wordLimit),
                    articles: $0.value.articles)
            }
    }
}
