import Extraction
import Feeds
import Foundation
import News

/// Reads documents from files: plain text, HTML pages, feeds, JSON Lines, or folders of them.
struct DocumentReader {
    /// What could not be read, with its path.
    private(set) var complaints: [String] = []

    /// Nothing, and a complaint, where there is nothing to read.
    mutating func documents(at path: String) -> [Document] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            complaints.append("\(path): there is no such file")
            return []
        }
        guard isFolder.boolValue else { return read(path) }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let shown = names.sorted().filter { !$0.hasPrefix(".") }
        if shown.isEmpty { complaints.append("\(path): holds no files") }
        return shown.flatMap { name in
            var isFolder: ObjCBool = false
            let full = "\(folder)/\(name)"
            _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
            return isFolder.boolValue ? [] : read(full)
        }
    }

    private mutating func read(_ path: String) -> [Document] {
        guard let data = FileManager.default.contents(atPath: path) else {
            complaints.append("\(path): cannot be read")
            return []
        }
        if DocumentReader.isMarkup(data) { return markup(Array(data), path) }
        guard let text = String(data: data, encoding: .utf8), !text.unicodeScalars.contains("\0")
        else {
            complaints.append("\(path): is not UTF-8 text")
            return []
        }
        if path.hasSuffix(".jsonl") { return lines(text, path) }
        if path.hasSuffix(".json") { return markup(Array(data), path) }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let id = name.split(separator: ".").first.map(String.init) ?? name
        return [Document(id: id, source: path, text: text)]
    }

    // MARK: Feeds and pages

    /// Whether the first sign is `<`, in whatever encoding: behind a byte-order mark, white
    /// space and the noughts of UTF-16.
    private static func isMarkup(_ data: Data) -> Bool {
        let passedOver: Set<UInt8> = [0, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
        return data.prefix(1024).first { !passedOver.contains($0) } == UInt8(ascii: "<")
    }

    /// The items of a feed; where it is no feed, the article of an HTML page.
    private mutating func markup(_ bytes: [UInt8], _ path: String) -> [Document] {
        let context = FeedContext(fetched: Date())
        if let parsed = try? FeedParser().parse(bytes, context: context) {
            complaints += parsed.complaints.map { "\(path): \($0)" }
            let feed = Feed(id: path, name: parsed.channel.title ?? path, url: path)
            let lines = RecurringLines.learn(from: parsed.items.map(\.text))
            return parsed.items.map { Document($0, of: feed, recurringLines: lines) }
        }
        let page = try? ArticleReader().article(bytes, context: context)
        guard let page, !page.blocks.isEmpty else {
            complaints.append("\(path): holds neither a feed nor an article")
            return []
        }
        return [
            Document(
                id: path, source: path, title: page.title ?? "",
                body: page.blocks.joined(separator: "\n\n"), language: page.language,
                published: page.published)
        ]
    }

    // MARK: JSON Lines

    /// One document a line, as DESIGN calls for.
    private struct Line: Decodable {
        var id: String
        var title: String?
        var text: String
        var language: String?
        var country: String?
        var outlet: String?
        var published: String?
    }

    private mutating func lines(_ text: String, _ path: String) -> [Document] {
        var documents: [Document] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated() where !line.allSatisfy(\.isWhitespace)
        {
            do {
                documents.append(try document(line, path))
            } catch {
                complaints.append(
                    "\(path):\(number + 1): is not a document: \(DocumentReader.fault(error))")
            }
        }
        return documents
    }

    private func document(_ line: Substring, _ path: String) throws -> Document {
        let line = try JSONDecoder().decode(
            Line.self, from: Data(LoneSurrogates.replaced(in: Array(line.utf8))))
        let published = line.published.flatMap(DocumentReader.date)
        if let given = line.published, published == nil { throw BadDate(text: given) }
        return Document(
            id: line.id, source: path, title: line.title ?? "", body: line.text,
            language: line.language, country: line.country, outlet: line.outlet,
            published: published)
    }

    private struct BadDate: Error { let text: String }

    /// What is wrong with a line, for the person who wrote it.
    private static func fault(_ error: any Error) -> String {
        if let date = error as? BadDate {
            return "‘published’ is ‘\(date.text)’; write a date such as 2026-11-21T08:30:00Z"
        }
        return switch error as? DecodingError {
        case .keyNotFound(let key, _): "‘\(key.stringValue)’ is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            context.codingPath.last.map { "‘\($0.stringValue)’ wants a text" }
                ?? "an object such as {\"id\": …, \"text\": …} is expected"
        default: "the line is not JSON"
        }
    }

    /// ISO 8601, a day or a moment.
    static func date(_ text: String) -> Date? {
        (try? Date(text, strategy: .iso8601))
            ?? (try? Date(text, strategy: .iso8601.year().month().day()))
    }
}
