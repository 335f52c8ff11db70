import Foundation
import News

@testable import Extraction

extension Shipped {
    /// A body of text without a headline, read with the shipped settings.
    ///
    /// - Parameter published: an instant as ISO 8601, such as `2025-05-20T10:00:00Z`.
    static func scan(_ text: String, published: String? = nil, language: String? = nil) -> Scan {
        examiner.scan(
            Document(
                id: "row", source: "rows", text: text, titleLength: 0, language: language,
                published: published.flatMap { try? Date($0, strategy: .iso8601) }))
    }

    /// The text of a seed, by the number that its file's name begins with.
    static func seed(_ number: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "seeds")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let file = files.first { $0.hasPrefix(number) } ?? number
        return try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
}
