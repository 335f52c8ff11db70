import Foundation

/// A sentence in which the forms that a keyword must find are marked ⟦so⟧, and words that look
/// like it ⟨so⟩.
struct KeywordRow: Sendable {
    let keyword: String
    /// The sentence without marks.
    let text: String
    /// What must be found, in scalars of ``text``; nothing else may be.
    let wanted: [Range<Int>]
    /// How many look-alikes are marked.
    let alikes: Int
    /// `arabic.txt:12: أمن: the sentence as marked`.
    let name: String

    init(_ marked: String, keyword: String, place: String) {
        self.keyword = keyword
        name = "\(place): \(keyword): \(marked)"
        var text = String.UnicodeScalarView()
        var wanted: [Range<Int>] = []
        var start = 0
        var alikes = 0
        for scalar in KeywordRow.unescaped(marked).unicodeScalars {
            switch scalar {
            case "⟦": start = text.count
            case "⟧": wanted.append(start..<text.count)
            case "⟨": alikes += 1
            case "⟩": break
            default: text.append(scalar)
            }
        }
        self.text = String(text)
        self.wanted = wanted
        self.alikes = alikes
    }

    /// `\u{200F}` stands for a character that could not be seen.
    private static func unescaped(_ text: String) -> String {
        text.replacing(/\\u\{([0-9A-Fa-f]+)\}/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map(String.init)
                ?? String(match.0)
        }
    }
}

/// The files of `Rows/`: `keyword:` lines, each with its sentences behind it; `#` begins a comment.
enum KeywordRows {
    static let all = ["arabic.txt", "french.txt", "others.txt", "fresh.txt"].flatMap(rows)

    /// The lines of a file that say something, with their place.
    static func lines(of file: String) -> [(text: String, place: String)] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Rows/\(file)")
        guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { (text: String($1), place: "\(file):\($0 + 1)") }
            .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    }

    private static func rows(of file: String) -> [KeywordRow] {
        var keyword = ""
        return lines(of: file).compactMap { line in
            if let name = line.text.split(separator: "keyword: ").last, name != line.text {
                keyword = String(name)
                return nil
            }
            return KeywordRow(line.text, keyword: keyword, place: line.place)
        }
    }
}
