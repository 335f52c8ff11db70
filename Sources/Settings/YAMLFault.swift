import Extraction
import Foundation
import Yams

/// What is wrong with a file that is no YAML, in words for somebody who does not program, and
/// where: the library's own words are a parser's.
struct YAMLFault {
    let message: String
    let place: SettingsPlace

    /// - Parameter text: what the file holds.
    init(_ error: any Error, in text: String, of path: String) {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = SettingsPlace(file: path, line: mark.line, column: mark.column)
            self.place = place
            let hint = YAMLFault.hint(problem, YAMLFault.rest(of: text, at: place))
            let around = context.map { " \($0.text)" } ?? ""
            message = hint ?? "is not YAML: \(problem)\(around)"
        case .reader(let problem, _, _, _):
            place = YAMLFault.place(of: YAMLFault.isControl, in: text, of: path)
            message = "is not YAML: \(problem)"
        case .duplicatedKeysInMapping(let duplicates, let context):
            let mapping = SettingsPlace(
                file: path, line: context.mark.line, column: context.mark.column)
            place = YAMLFault.second(duplicates.first ?? "", behind: mapping, in: text) ?? mapping
            message = "has the same key twice: \(duplicates.joined(separator: ", "))"
        default:
            place = SettingsPlace(file: path)
            message = "is not YAML: \(error)"
        }
    }

    /// Of a file that is no UTF-8.
    init(_ data: Data, of path: String) {
        let isUTF16 = data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF])
        message =
            isUTF16
            ? "is UTF-16; save it as UTF-8"
            : "is not UTF-8 text, here for the first time; save the file as UTF-8"
        // What cannot be read is U+FFFD.
        place = YAMLFault.place(
            of: { $0 == "\u{FFFD}" }, in: String(decoding: data, as: UTF8.self), of: path)
    }

    private static func hint(_ problem: String, _ rest: Substring) -> String? {
        if problem.contains("cannot start any token") {
            return switch rest.first {
            case "\t": "a tab; indent with spaces"
            case "@", "%", "`":
                "‘\(rest.first.map(String.init) ?? "")’ wants quotation marks: "
                    + "\"\(rest.prefix { !$0.isWhitespace && !",]}".contains($0) })\""
            default: nil
            }
        }
        if problem.contains("undefined alias") {
            return "‘*’ in front of a word names something that is repeated, and there is nothing "
                + "of that name; a text that begins with it wants quotation marks"
        }
        if problem.contains("mapping values are not allowed") {
            return "a colon inside of a text; put the text in quotation marks"
        }
        return nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
            && !"\t\n\r\u{85}".unicodeScalars.contains(scalar)
    }

    // MARK: Places

    private static func lines(_ text: String) -> [Substring.UnicodeScalarView] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// A line from a place on.
    private static func rest(of text: String, at place: SettingsPlace) -> Substring {
        let lines = lines(text)
        guard lines.indices.contains(place.line - 1) else { return "" }
        return Substring(lines[place.line - 1].dropFirst(place.column - 1))
    }

    /// The first scalar of which something holds.
    private static func place(
        of isWanted: (Unicode.Scalar) -> Bool, in text: String, of path: String
    ) -> SettingsPlace {
        for (number, line) in lines(text).enumerated() {
            guard let index = line.firstIndex(where: isWanted) else { continue }
            return SettingsPlace(
                file: path, line: number + 1,
                column: line.distance(from: line.startIndex, to: index) + 1)
        }
        return SettingsPlace(file: path)
    }

    /// Where a key of a mapping stands again, as deep as the mapping's first.
    private static func second(
        _ key: String, behind mapping: SettingsPlace, in text: String
    ) -> SettingsPlace? {
        let lines = lines(text)
        let places = lines.indices.dropFirst(max(0, mapping.line - 1)).filter { number in
            let line = Substring(lines[number])
            let isFirst = number == mapping.line - 1
            let depth = isFirst ? mapping.column - 1 : line.prefix { $0 == " " }.count
            return depth == mapping.column - 1 && line.dropFirst(depth).hasPrefix(key + ":")
        }
        guard places.count > 1 else { return nil }
        return SettingsPlace(file: mapping.file, line: places[1] + 1, column: mapping.column)
    }
}
