/// A template made ready: what to write, in order, with every name known and every included
/// template in its place.
///
/// Follows the Mustache specification in what stands alone on its line: such a section's tag
/// leaves no line behind, and what it sets in of an included template sets in each line of it.
indirect enum TemplateStep: Sendable {
    case text(String)
    case value([TemplateName])
    case section([TemplateName], [TemplateStep])
    /// Written where the section would not be.
    case otherwise([TemplateName], [TemplateStep])
    /// Written where the item of a list is its first (its last), or where it is not.
    case place(ListPlace.End, isWanted: Bool, [TemplateStep])
}

/// Which item of a list is being written.
struct ListPlace {
    enum End: String, Sendable { case first = "first()", last = "last()" }

    var isFirst: Bool
    var isLast: Bool

    func `is`(_ end: End) -> Bool {
        switch end {
        case .first: isFirst
        case .last: isLast
        }
    }
}

/// Makes steps of templates that were checked: what a check would have refused is passed over.
struct TemplateCompiler {
    private let texts: [String: String]

    /// - Parameter texts: all templates by name.
    init(_ texts: [String: String]) {
        self.texts = texts
    }

    func steps(of template: String) -> [TemplateStep] {
        steps(ofText: texts[template] ?? "")
    }

    private func steps(ofText text: String) -> [TemplateStep] {
        var open: [(tag: TemplateTags.Tag, steps: [TemplateStep])] = []
        var steps: [TemplateStep] = []
        for part in TemplateLines(text).parts {
            switch part {
            case .text(let text): steps.append(.text(text))
            case .include(let name, let indent):
                steps += self.steps(
                    ofText: TemplateCompiler.indented(texts[name] ?? "", by: indent))
            case .value(let name): steps.append(.value(TemplateCompiler.path(name)))
            case .open(let tag):
                open.append((tag, steps))
                steps = []
            case .close:
                guard let section = open.popLast() else { continue }
                steps = section.steps + [TemplateCompiler.section(section.tag, steps)]
            }
        }
        return steps
    }

    private static func section(_ tag: TemplateTags.Tag, _ steps: [TemplateStep]) -> TemplateStep {
        let isWanted = tag.sigil == "#"
        if let end = ListPlace.End(rawValue: tag.name) {
            return .place(end, isWanted: isWanted, steps)
        }
        let path = path(tag.name)
        return isWanted ? .section(path, steps) : .otherwise(path, steps)
    }

    private static func path(_ name: String) -> [TemplateName] {
        name.split(separator: ".").compactMap { TemplateName(rawValue: String($0)) }
    }

    private static func indented(_ text: String, by indent: String) -> String {
        guard !indent.isEmpty else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
    }
}

/// A template's text and tags, without the lines that hold a tag alone.
private struct TemplateLines {
    enum Part {
        case text(String)
        case value(String)
        case include(String, indent: String)
        case open(TemplateTags.Tag)
        case close
    }

    private(set) var parts: [Part] = []
    private let tags: [TemplateTags.Part]

    init(_ text: String) {
        tags = TemplateTags(text).parts
        for (index, part) in tags.enumerated() {
            switch part {
            case .text(let text): add(text, at: index)
            case .tag(let tag): add(tag, at: index)
            }
        }
    }

    private mutating func add(_ text: String, at index: Int) {
        var rest = text[...]
        if index > 0, isAlone(index - 1) {
            rest = rest.drop { $0 != "\n" }.dropFirst()
        }
        if index + 1 < tags.count, isAlone(index + 1) {
            rest = rest[..<(rest.lastIndex(of: "\n").map(rest.index(after:)) ?? rest.startIndex)]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }

    private mutating func add(_ tag: TemplateTags.Tag, at index: Int) {
        switch tag.sigil {
        case "#", "^": parts.append(.open(tag))
        case "/": parts.append(.close)
        case ">": parts.append(.include(tag.name, indent: isAlone(index) ? indent(index) : ""))
        case nil, "&", "{": parts.append(.value(tag.name))
        default: break
        }
    }

    /// Whether a tag that shows nothing itself has its line to itself.
    private func isAlone(_ index: Int) -> Bool {
        guard case .tag(let tag) = tags[index], let sigil = tag.sigil, "#^/!>".contains(sigil)
        else { return false }
        return isBlankBefore(index) && isBlankAfter(index)
    }

    private func isBlankBefore(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        guard case .text(let text) = tags[index - 1] else { return false }
        let line = text.lastIndex(of: "\n")
        return (line != nil || index == 1) && indent(index).allSatisfy(\.isBlank)
    }

    private func isBlankAfter(_ index: Int) -> Bool {
        guard index + 1 < tags.count else { return true }
        guard case .text(let text) = tags[index + 1] else { return false }
        let end = text.firstIndex(of: "\n")
        return (end != nil || index + 2 == tags.count)
            && text[..<(end ?? text.endIndex)].allSatisfy(\.isBlank)
    }

    /// What stands before a tag on its line.
    private func indent(_ index: Int) -> String {
        guard index > 0, case .text(let text) = tags[index - 1] else { return "" }
        let start = text.lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex
        return String(text[start...])
    }
}

extension Character {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
