import Foundation
import News

/// A text with stretches of it marked: in colour on a terminal, between ⟦ and ⟧ elsewhere.
struct MarkedText {
    struct Mark: Hashable {
        enum Kind {
            /// What a rule counted.
            case hit
            case lookAlike
            /// What the text states: on a terminal only.
            case fact
        }

        var start: Int
        var end: Int
        var kind: Kind

        init(_ start: Int, _ end: Int, _ kind: Kind) {
            self.start = start
            self.end = end
            self.kind = kind
        }
    }

    let source: String
    let marks: [Mark]

    /// Overlapping marks become one; a fact gives way to others.
    init(_ source: String, marks: [Mark]) {
        self.source = source
        let others = marks.filter { $0.kind != .fact }
        let facts = marks.filter { fact in
            fact.kind == .fact && !others.contains { $0.start < fact.end && fact.start < $0.end }
        }
        self.marks = (others + facts).sorted { ($0.start, $1.end) < ($1.start, $0.end) }
            .reduce(into: []) { joined, mark in
                guard let last = joined.last, mark.start < last.end else {
                    return joined.append(mark)
                }
                joined[joined.count - 1].end = max(last.end, mark.end)
            }
    }

    /// Each line is isolated, so that right-to-left and left-to-right lines each read rightly.
    var text: String {
        let starts = Dictionary(marks.map { ($0.start, $0.kind) }, uniquingKeysWith: { $1 })
        let ends = Dictionary(marks.map { ($0.end, $0.kind) }, uniquingKeysWith: { $1 })
        var text = ""
        for (index, scalar) in source.unicodeScalars.enumerated() {
            if let kind = ends[index] { text += close(kind) }
            if let kind = starts[index] { text += open(kind) }
            text.unicodeScalars.append(scalar)
        }
        if let kind = ends[source.unicodeScalars.count] { text += close(kind) }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "  " + Bidi.isolated(String($0)) }.joined(separator: "\n")
    }

    /// The first lines and those with marks, for a glance; what is left out is an ellipsis.
    var excerpt: String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var shown: [Substring] = []
        var isCut = false
        for (number, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
            guard number < 4 || MarkedText.signs.contains(where: { line.contains($0) }) else {
                isCut = true
                continue
            }
            if isCut { shown.append("  …") }
            isCut = false
            shown.append(line)
        }
        if isCut { shown.append("  …") }
        return shown.joined(separator: "\n")
    }

    /// How marks begin.
    private static let signs = ["⟦", "⟨", "\u{1B}["]

    private func open(_ kind: Mark.Kind) -> String {
        switch kind {
        case .hit: Terminal.hasColour ? "\u{1B}[1;33m" : "⟦"
        case .lookAlike: Terminal.hasColour ? "\u{1B}[4;36m" : "⟨"
        case .fact: Terminal.hasColour ? "\u{1B}[4m" : ""
        }
    }

    private func close(_ kind: Mark.Kind) -> String {
        guard !Terminal.hasColour else { return "\u{1B}[0m" }
        return switch kind {
        case .hit: "⟧"
        case .lookAlike: "⟩"
        case .fact: ""
        }
    }
}

extension Facts {
    /// Every mention of a fact, acts and quotations aside, which are whole sentences.
    var marks: [MarkedText.Mark] {
        let named =
            people.flatMap(\.mentions) + organisations.flatMap(\.mentions)
            + countries.flatMap(\.mentions) + places.flatMap(\.mentions)
            + events.flatMap(\.mentions)
        return named.map { .init($0.start, $0.end, .fact) }
            + dates.map { .init($0.start, $0.end, .fact) }
            + quantities.map { .init($0.start, $0.end, .fact) }
    }
}
