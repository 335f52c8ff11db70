import Extraction
import Yams

/// The fields of a mapping, read one by one; what is left over is unknown.
///
/// Each reader returns nil where the key is missing, and where its value is of the wrong kind,
/// which it complains of.
final class Fields {
    let place: SettingsPlace
    private let file: String
    private let problems: ProblemList
    /// Keys that are no text have no name.
    private var nodes: [(name: String?, key: Node, value: Node)] = []
    /// The names alone: looking through these copies no nodes.
    private var names: [String?] = []
    private var read: Set<String> = []

    init(_ node: Node, file: String, problems: ProblemList) {
        self.file = file
        self.problems = problems
        place = Fields.place(of: node, in: file)
        guard let mapping = node.mapping else {
            problems.add("a mapping of keys to values is expected here", at: place)
            return
        }
        nodes = mapping.map { ($0.key.scalar?.string, $0.key, $0.value) }
        names = nodes.map(\.name)
    }

    static func place(of node: Node, in file: String) -> SettingsPlace {
        SettingsPlace(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    }

    func place(of node: Node) -> SettingsPlace { Fields.place(of: node, in: file) }

    /// Where a key stands; the mapping's place where it is missing.
    func place(ofKey key: String) -> SettingsPlace {
        names.firstIndex { $0 == key }.map { place(of: nodes[$0].key) } ?? place
    }

    var keys: [String] { names.compactMap(\.self) }

    /// The value of a key; it then counts as known.
    func node(_ key: String) -> Node? {
        read.insert(key)
        return names.firstIndex { $0 == key }.map { nodes[$0].value }
    }

    func has(_ key: String) -> Bool { names.contains { $0 == key } }

    func complain(_ message: String, at node: Node) { problems.add(message, at: place(of: node)) }
    func complain(_ message: String) { problems.add(message, at: place) }

    /// Points at a key's value; at the mapping where the key is missing.
    func complain(_ message: String, key: String) {
        if let node = node(key) { complain(message, at: node) } else { complain(message) }
    }

    // MARK: Scalars

    func string(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            complain("‘\(key)’ wants a text", at: node)
            return nil
        }
        return text
    }

    func number(_ key: String) -> Double? {
        guard let node = node(key) else { return nil }
        guard let number = node.float ?? node.int.map(Double.init), number.isFinite else {
            complain("‘\(key)’ wants a number", at: node)
            return nil
        }
        return number
    }

    /// Points that a topic is to reach.
    func points(_ key: String) -> Double? {
        number(key, "a number of points from 0 to 1000") { (0...1000).contains($0) }
    }

    /// Points that a rule gives or takes.
    func weight(_ key: String) -> Double? {
        number(key, "a number of points from -1000 to 1000") { abs($0) <= 1000 }
    }

    private func number(
        _ key: String, _ wanted: String, _ isRight: (Double) -> Bool
    ) -> Double? {
        guard let number = number(key) else { return nil }
        guard isRight(number) else {
            complain("‘\(key)’ wants \(wanted)", key: key)
            return nil
        }
        return number
    }

    func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = node(key) else { return nil }
        guard let number = node.int, range.contains(number) else {
            complain(
                "‘\(key)’ wants a whole number from \(range.lowerBound) to \(range.upperBound)",
                at: node)
            return nil
        }
        return number
    }

    func flag(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        guard let flag = node.bool else {
            complain("‘\(key)’ wants true or false", at: node)
            return nil
        }
        return flag
    }

    /// Seconds above nothing.
    func duration(_ key: String) -> Double? {
        guard let seconds = seconds(key) else { return nil }
        if seconds == 0 { complain("‘\(key)’ wants more than nothing", key: key) }
        return seconds
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let node = node(key) else { return nil }
        let allowed = Choice.allCases.map(\.rawValue)
        guard let text = node.scalar?.string, let choice = Choice(rawValue: text) else {
            complain("‘\(key)’ wants one of \(allowed.joined(separator: ", "))", at: node)
            return nil
        }
        return choice
    }

    // MARK: Lists and mappings

    /// The nodes of a list; a single value is a list of one.
    func list(_ key: String) -> [Node]? {
        guard let node = node(key) else { return nil }
        let sequence = node.sequence ?? (node.scalar?.string == "" ? [] : [node])
        if sequence.isEmpty {
            complain("‘\(key)’ is empty; leave the key out, or list something", at: node)
        }
        return Array(sequence)
    }

    func strings(_ key: String) -> [String]? {
        list(key)?.compactMap { node in
            guard let text = node.scalar?.string, !text.isEmpty else {
                complain("‘\(key)’ wants texts", at: node)
                return nil
            }
            return text
        }
    }

    func fields(_ key: String) -> Fields? {
        node(key).map { Fields($0, file: file, problems: problems) }
    }

    func fields(of node: Node) -> Fields { Fields(node, file: file, problems: problems) }

    /// A text, or texts by language; the plain text is under the empty key.
    func byLanguage(_ key: String) -> [String: String]? {
        guard let node = node(key) else { return nil }
        if let text = node.scalar?.string { return ["": text] }
        let fields = fields(of: node)
        var texts: [String: String] = [:]
        for language in ["ar", "fr", "en", "zgh"] { texts[language] = fields.string(language) }
        fields.refuseOthers()
        return texts
    }

    /// Complains of every key that nobody asked for, with the nearest that is allowed; returns
    /// how many there are.
    @discardableResult
    func refuseOthers() -> Int {
        var count = 0
        for (name, key, _) in nodes {
            guard let name else {
                complain("a key must be a text", at: key)
                continue
            }
            guard !read.contains(name) else { continue }
            let nearest = Suggestion.nearest(to: name, among: read)
            let hint =
                nearest.map { "did you mean ‘\($0)’?" }
                ?? "allowed here: \(read.sorted().joined(separator: ", "))"
            complain("unknown key ‘\(name)’; \(hint)", at: key)
            count += 1
        }
        return count
    }
}
