/// Lines of plain text, wrapped by display width, that terminals show the right way round.
///
/// A stretch that runs the other way than the page stands in isolates (UAX #9 §2.4.2), opened
/// and closed anew on each line that it is wrapped over, for the algorithm knows no state
/// across lines; on the further ones the way that the whole runs, whatever they begin with. Lines of an Arabic page begin with a right-to-left mark, so that one that
/// starts with a number or a Latin name still runs as the page does.
struct TextLines {
    private let language: DigestLanguage
    private let width: Int
    /// The lines so far that nobody has taken, each with its end.
    private(set) var text = ""
    private var isAfterLine = false

    init(_ language: DigestLanguage, width: Int) {
        self.language = language
        self.width = width
    }

    /// Takes the lines out where there are so many bytes of them.
    mutating func taken(from bytes: Int) -> String? {
        guard text.utf8.count >= bytes else { return nil }
        defer { text.removeAll(keepingCapacity: true) }
        return text
    }

    /// A part of a paragraph, and what opens its isolate where it has one.
    struct Stretch {
        var text: String
        var isolate: String?
    }

    /// An empty line, unless there is one already.
    mutating func gap() {
        if isAfterLine { end("") }
        isAfterLine = false
    }

    /// A line as it is, however long: an address, a rule.
    mutating func line(_ text: String, indent: Int = 0) {
        end(start(indent) + text)
    }

    /// Stretches wrapped as one paragraph; the lines after the first are set in by `hanging`.
    mutating func paragraph(_ stretches: [Stretch], indent: Int = 0, hanging: Int = 0) {
        var line = Line(start: start(indent), columns: indent)
        let limit = width - indent - hanging
        let words = words(of: stretches, limit: limit)
        for (place, word) in words.enumerated() {
            let isFull =
                word.isAfterSpace
                ? !line.fits(columns(of: words[place...]), width)
                : word.columns <= limit && line.isFilled(by: word.columns, width)
            if isFull {
                end(line.whole)
                line = Line(start: start(indent + hanging), columns: indent + hanging)
            }
            line.add(word)
        }
        end(line.whole)
    }

    private mutating func end(_ line: String) {
        text += line
        text += "\n"
        isAfterLine = true
    }

    /// Of a word and what stands at it without a space: a bracket, another stretch.
    private func columns(of words: ArraySlice<Word>) -> Int {
        let rest = words.dropFirst().prefix { !$0.isAfterSpace }
        return rest.reduce(words.first?.columns ?? 0) { $0 + $1.columns }
    }

    private func start(_ indent: Int) -> String {
        let mark = language.direction == .rightToLeft ? "\u{200F}" : ""
        return mark + String(repeating: " ", count: indent)
    }

    private func words(of stretches: [Stretch], limit: Int) -> [Word] {
        var words: [Word] = []
        var isAfterSpace = false
        for (index, stretch) in stretches.enumerated() {
            var isolate = stretch.isolate
            let again = Isolates.opening(like: stretch.text)
            for (place, text) in stretch.text.split(
                separator: " ", omittingEmptySubsequences: false
            ).enumerated() {
                isAfterSpace = isAfterSpace || place > 0
                guard !text.isEmpty else { continue }
                for part in TextLines.chopped(text, limit: limit) {
                    words.append(
                        Word(
                            text: part, columns: DisplayWidth(of: part).columns,
                            isAfterSpace: isAfterSpace, stretch: index, isolate: isolate))
                    isolate = isolate.map { $0 == Isolates.first ? again : $0 }
                    isAfterSpace = false
                }
            }
        }
        return words
    }

    /// A word too long for any line, in pieces; an address stays whole.
    private static func chopped(_ word: Substring, limit: Int) -> [String] {
        guard word.utf8.count > limit, !["http://", "https://"].contains(where: word.hasPrefix),
            DisplayWidth(of: word).columns > limit
        else { return [String(word)] }
        var parts: [String] = []
        var part = ""
        var columns = 0
        for character in word {
            let width = DisplayWidth(of: String(character)).columns
            if columns + width > limit, !part.isEmpty {
                parts.append(part)
                (part, columns) = ("", 0)
            }
            part.append(character)
            columns += width
        }
        return parts + [part]
    }
}

private struct Word {
    var text: String
    var columns: Int
    var isAfterSpace: Bool
    /// Which stretch it is of.
    var stretch: Int
    /// What opens its stretch's isolate, where it comes to begin a line.
    var isolate: String?
}

/// A line in the making.
private struct Line {
    private var text: String
    private var columns: Int
    private var isEmpty = true
    /// The stretch whose isolate is open.
    private var open: Int?

    init(start: String, columns: Int) {
        text = start
        self.columns = columns
    }

    func fits(_ word: Int, _ width: Int) -> Bool {
        isEmpty || columns + 1 + word <= width
    }

    /// Whether what stands at the line without a space goes beyond its end; never so where an
    /// address does already.
    func isFilled(by word: Int, _ width: Int) -> Bool {
        columns <= width && columns + word > width
    }

    mutating func add(_ word: Word) {
        if let open, open != word.stretch { close() }
        if word.isAfterSpace && !isEmpty {
            text += " "
            columns += 1
        }
        if let isolate = word.isolate, open == nil {
            text += isolate
            open = word.stretch
        }
        text += word.text
        columns += word.columns
        isEmpty = false
    }

    private mutating func close() {
        text += Isolates.pop
        open = nil
    }

    var whole: String { open == nil ? text : text + Isolates.pop }
}
