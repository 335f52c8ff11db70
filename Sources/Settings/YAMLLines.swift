import Yams

/// The lines of `feeds.yaml`, and which of them are a feed's.
struct YAMLLines {
    private var lines: [String]
    private let lineBreak: String

    init(_ text: String) {
        lineBreak = text.contains("\r\n") ? "\r\n" : "\n"
        // By bytes: to Swift a carriage return and a line feed are one character.
        lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
    }

    var text: String { lines.map { $0 + lineBreak }.joined() }

    /// The feeds' entries: of each the lines from its dash on, without the comments and blank
    /// lines that precede the next; and at which column the dashes stand.
    private struct Entries {
        var ranges: [Range<Int>] = []
        /// Nil where there is none.
        var dash: Int?
        /// The line of the key `feeds`; nil where it is missing.
        var key: Int?
    }

    mutating func append(_ entries: [String], in path: String) throws(SettingsError) {
        let known = try self.known(in: path)
        let space = String(repeating: " ", count: known.dash ?? 2)
        var new = entries.map { "\(space)- \($0)" }
        if known.key == nil { new.insert("feeds:", at: 0) }
        let place = known.ranges.last?.upperBound ?? known.key.map { $0 + 1 } ?? lines.count
        lines.insert(contentsOf: new, at: place)
    }

    /// The key goes with the last feed: without any it would complain of being empty.
    mutating func remove(_ index: Int, in path: String) throws(SettingsError) {
        let known = try self.known(in: path)
        guard known.ranges.indices.contains(index) else { return }
        lines.removeSubrange(known.ranges[index])
        if known.ranges.count == 1, let key = known.key { lines.remove(at: key) }
    }

    private func known(in path: String) throws(SettingsError) -> Entries {
        guard let root = try? Yams.compose(yaml: text, .basic), let mapping = root.mapping,
            let pair = mapping.first(where: { $0.key.scalar?.string == "feeds" }),
            let key = pair.key.mark?.line
        else { return Entries() }
        guard let sequence = pair.value.sequence, let start = pair.value.mark,
            !lines[start.line - 1].dropFirst(start.column - 1).hasPrefix("[")
        else {
            throw FeedsEditor.error(
                "‘feeds’ stands in brackets; give each feed a line of its own to have the file "
                    + "edited", path, line: key)
        }
        var entries = Entries(key: key - 1)
        for node in sequence {
            guard let line = node.mark?.line, let start = dash(at: line - 1) else { continue }
            entries.dash = entries.dash ?? start.column
            entries.ranges.append(start.line..<end(of: start.line, dash: start.column))
        }
        return entries
    }

    /// The dash of the entry whose value begins on a line: on that line or above it.
    private func dash(at line: Int) -> (line: Int, column: Int)? {
        for index in stride(from: line, through: 0, by: -1) {
            let space = lines[index].prefix { $0 == " " }.count
            if lines[index].dropFirst(space).first == "-" { return (index, space) }
        }
        return nil
    }

    /// The line behind an entry: its own lines are those that stand deeper than its dash.
    private func end(of start: Int, dash: Int) -> Int {
        var end = start + 1
        for index in lines.indices.dropFirst(start + 1) {
            let space = lines[index].prefix { $0 == " " }.count
            guard let first = lines[index].dropFirst(space).first, first != "#" else { continue }
            guard space > dash else { break }
            end = index + 1
        }
        return end
    }
}
