import Extraction
import Yams

/// Reads a file of `config/lexicon/`: kinds, each a list of entries.
struct LexiconFile {
    private let problems: ProblemList
    private let file: String
    private let reader: TermReader
    private(set) var entries: [LexiconEntry] = []

    init(_ path: String, problems: ProblemList) {
        self.problems = problems
        file = path
        reader = TermReader(file: path, problems: problems, mayHoldMarks: true)
        guard let root = YAMLFile(path, problems: problems).root else { return }
        guard let kinds = root.mapping else {
            problems.add(
                "a lexicon file maps kinds (people, places, …) to lists of entries",
                at: Fields.place(of: root, in: path))
            return
        }
        for (key, value) in kinds { read(key, value) }
    }

    private mutating func read(_ key: Node, _ value: Node) {
        let place = Fields.place(of: key, in: file)
        guard let name = key.string, let kind = LexiconKind(rawValue: name) else {
            let known = LexiconKind.allCases.map(\.rawValue)
            let hint = Suggestion.nearest(to: key.string ?? "", among: known)
            problems.add(
                "unknown kind ‘\(key.string ?? "")’; "
                    + (hint.map { "did you mean ‘\($0)’?" }
                        ?? "allowed: \(known.joined(separator: ", "))"),
                at: place)
            return
        }
        guard let list = value.sequence else {
            problems.add("‘\(name)’ wants a list of entries", at: place)
            return
        }
        for node in list { read(entry: node, of: kind) }
    }

    private mutating func read(entry node: Node, of kind: LexiconKind) {
        let fields = Fields(node, file: file, problems: problems)
        guard node.mapping != nil else { return }
        guard let id = fields.string(kind.key) else {
            fields.complain("an entry of ‘\(kind.rawValue)’ wants the key ‘\(kind.key)’")
            return
        }
        var entry = LexiconEntry(
            kind: kind.rawValue, id: id, names: fields.byLanguage("name") ?? [:], terms: [:],
            place: fields.place)
        for key in LexiconFile.termKeys {
            guard let nodes = fields.list(key) else { continue }
            entry.terms[key] = reader.terms(nodes)
        }
        readRole(of: &entry, fields)
        for key in LexiconFile.attributes {
            if let value = fields.string(key) { entry.attributes[key] = value }
        }
        fields.refuseOthers()
        if entry.terms.values.allSatisfy(\.isEmpty) {
            fields.complain("‘\(id)’ lists no term")
        }
        entries.append(entry)
    }

    private func readRole(of entry: inout LexiconEntry, _ fields: Fields) {
        for (language, text) in fields.byLanguage("role") ?? [:] {
            entry.attributes[language.isEmpty ? "role" : "role.\(language)"] = text
        }
    }

    private static let termKeys = [
        "terms", "demonyms", "capitals", "titles", "dual", "edition-head", "lines", "starts",
        "contains",
    ]

    private static let attributes = [
        "acronym", "alike", "ambiguous", "calendar", "country", "factor", "form", "founded",
        "gender", "host", "note", "of-kind", "population", "rank", "recurs", "strength",
        "substance",
        "trigger", "within",
    ]
}
