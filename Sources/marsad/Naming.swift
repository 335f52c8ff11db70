import Extraction
import News
import Settings
import Storage

/// Checks names that a person gave, and says which there are.
enum Naming {
    /// Ends the command where a name is unknown, with the nearest that is known.
    ///
    /// - Parameters:
    ///   - what: ‘topic’, ‘outlet’.
    static func check(_ name: String, _ what: String, among known: [String]) throws {
        guard !known.contains(name) else { return }
        let listed = known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))"
        let hint = Suggestion.question(for: name, among: known)
        throw Failure.couldNot("there is no \(what) ‘\(name)’\(hint.isEmpty ? listed : hint)")
    }

    /// The same of topics to be looked for in an archive, among those of its matches and of the
    /// settings, where there are any.
    static func check(
        topics: [String], in archive: Archive, _ config: ConfigOption
    ) throws {
        let known = try orFail { () throws(ArchiveError) in try archive.topicsOfMatches() }
        guard !topics.allSatisfy(known.contains) else { return }
        let settings = try? SettingsFolder(config.path).read()
        let all = Set(known + (settings?.topics.topics.map(\.id) ?? [])).sorted()
        for name in topics { try check(name, "topic", among: all) }
    }

    /// What a person calls a topic or relevance, as the rules call it.
    static func subject(_ name: String, _ settings: Configuration) throws -> String {
        if name == "relevant" || name == "relevance" { return "relevance" }
        try check(name, "topic", among: settings.topics.topics.map(\.id))
        return name
    }

    /// The same as labels call it.
    static func label(_ name: String, _ settings: Configuration) throws -> String {
        let subject = try subject(name, settings)
        return subject == "relevance" ? "relevant" : subject
    }
}

extension Search {
    /// Ends the command where it would look for a topic or an outlet that nobody knows: neither
    /// the archive nor the settings, where there are any.
    func checkNames(_ archive: Archive) throws {
        try Naming.check(topics: topic, in: archive, config)
        let known = try orFail { () throws(ArchiveError) in try archive.outlets() }
        let unknownOutlets = outlet.filter { name in
            !known.contains { Search.isMeant($0.feed, $0.outlet, by: name) }
        }
        guard !unknownOutlets.isEmpty else { return }
        let settings = try? SettingsFolder(config.path).read()
        let feeds = known + (settings?.feeds.map { ($0.id, $0.name) } ?? [])
        let names = Set(feeds.flatMap { [$0.0, $0.1] }).sorted()
        for name in unknownOutlets {
            guard !feeds.contains(where: { Search.isMeant($0.0, $0.1, by: name) }) else { continue }
            try Naming.check(name, "outlet", among: names)
        }
    }

    /// As the archive's search understands outlets.
    private static func isMeant(_ feed: String, _ outlet: String, by name: String) -> Bool {
        let name = name.lowercased()
        return feed.lowercased().hasPrefix(name) || outlet.lowercased() == name
    }
}
