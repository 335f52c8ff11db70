import Foundation
import News

/// Answers `marsad parse --batch`: one line of JSON in, one out, whatever the line asks for.
package struct ParseBatch: Sendable {
    private let parser: FeedParser
    private let limits: FeedLimits

    package init(limits: FeedLimits = .init()) {
        self.limits = limits
        parser = FeedParser(limits: limits)
    }

    private struct Question: Decodable {
        var n: Int?
        var file: String?
        var content_type: String?
        var url: String?
        var content_location: String?
        var content_language: String?
    }

    private struct Refusal: Encodable {
        var n: Int
        var error: String
    }

    /// `{"n": 17, "feed": …, "items": …, "complaints": …}`, or `{"n": 17, "error": "…"}` for
    /// a file that cannot be read or is no feed; a line that is no question has the number -1.
    /// A question names `n` and `file`; it may hold `content_type`, `url`, `content_location` and
    /// `content_language`, the headers.
    package func answer(_ line: String) -> String {
        guard let question = try? JSONDecoder().decode(Question.self, from: Data(line.utf8)),
            let number = question.n, let file = question.file
        else { return encoded(Refusal(n: -1, error: "the line is not a question in JSON")) }
        do {
            let context = FeedContext(
                contentType: question.content_type, url: question.url,
                contentLocation: question.content_location,
                contentLanguage: question.content_language)
            let bytes = try FeedFile.bytes(of: file, limit: limits.bytes)
            let feed = try parser.parse(bytes, context: context)
            return encoded(ParsedFeedJSON(feed, number: number))
        } catch {
            return encoded(Refusal(n: number, error: error.description))
        }
    }

    private func encoded(_ value: some Encodable) -> String {
        guard let data = try? ParsedFeedJSON.encoder().encode(value) else {
            return #"{"n":-1,"error":"the answer cannot be written"}"#
        }
        return String(decoding: data, as: UTF8.self)
    }
}
