import Foundation
import News

@testable import Extraction
@testable import Settings

/// The lexicon of `config/lexicon`, compiled once, and texts read with it.
enum ShippedLexicon {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let (entries, complaints): ([LexiconEntry], [String]) = {
        let folder = root.appending(path: "config/lexicon").path
        let problems = ProblemList()
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let entries = files.filter { $0.hasSuffix(".yaml") }.sorted().flatMap {
            LexiconFile("\(folder)/\($0)", problems: problems).entries
        }
        return (entries, problems.problems.map(\.description))
    }()

    static let examiner = Examiner(
        lexicon: entries, topics: TopicSettings(topics: [], relevance: TopicRules(id: "relevance")))

    /// - Parameter published: an instant as ISO 8601, such as `2025-05-20T10:00:00Z`.
    static func scan(_ text: String, published: String? = nil, language: String? = nil) -> Scan {
        examiner.scan(
            Document(
                id: "test", source: "test", text: text, titleLength: 0, language: language,
                published: published.flatMap { try? Date($0, strategy: .iso8601) }))
    }

    static func seed(_ name: String) throws -> String {
        let folder = root.appending(path: "seeds")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let file = files.first { $0.hasPrefix(name) } ?? name
        return try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
}
