import Feeds
import Foundation
import News

/// A document with what people say is right of it.
struct Labelled: Sendable {
    var document: Document
    var title: String
    /// Nil where nobody said, or where people could not say.
    var isRelevant: Bool?
    /// What was said of topics.
    var topics: [String: Bool]
    /// Every topic was judged: those not named are wrong.
    var isComplete: Bool
    /// The file that it is in; nil for an item of the archive.
    var file: String?
    /// Where settings and archive were said to be, as the next command is to be told.
    var places: [String] = []

    /// Nobody could say whether it is relevant. Where only a topic was judged, it was not asked.
    var isDoubtful: Bool { isRelevant == nil && (isComplete || topics.isEmpty) }

    /// Whether the document is about a topic; nil where nobody said. What is not relevant has
    /// no topic.
    func verdict(_ topic: String) -> Bool? {
        if let said = topics[topic] { return said }
        return isComplete || isRelevant == false ? false : nil
    }

    /// The command that tells why a subject was found or not.
    func explain(_ subject: String) -> String {
        let topic = subject == "relevant" ? "relevance" : subject
        let name = file.map { "\(Shell.word($0)) --id \(Shell.word(document.id))" } ?? document.id
        return (["marsad explain \(name) --topic \(topic)"] + places.map(Shell.word))
            .joined(separator: " ")
    }
}

/// Words as a shell reads them.
enum Shell {
    /// Quoted where it holds anything but letters, digits and plain signs.
    static func word(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
                || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-_./:=@%+,".utf8.contains(byte)
        }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}

/// Reads labelled documents from JSON Lines: `{"id","title","text","language","country",
/// "outlet","relevant","topics"}`, `relevant` null where it is doubtful; `labels`, where there
/// are any, say which judgements were made, and then the others were not.
struct LabelledFile {
    private(set) var documents: [Labelled] = []
    /// What could not be read, with its place.
    private(set) var complaints: [String] = []

    private struct Line: Decodable {
        var id: String
        var title: String?
        var text: String
        var language: String?
        var country: String?
        var outlet: String?
        var published: String?
        var relevant: Bool?
        var topics: [String]?
        var labels: [LabelLine.Judgement]?
    }

    /// Nil where the file cannot be read at all.
    init?(_ path: String) {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let lines = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            do {
                let line = try decoder.decode(
                    Line.self, from: Data(LoneSurrogates.replaced(in: Array(line.utf8))))
                documents.append(LabelledFile.labelled(line, path))
            } catch {
                complaints.append(
                    "\(path):\(number + 1): is no labelled document: \(error.saidShortly)")
            }
        }
    }

    private static func labelled(_ line: Line, _ path: String) -> Labelled {
        var topics = Dictionary(
            (line.topics ?? []).map { ($0, true) }, uniquingKeysWith: { $1 })
        for label in line.labels ?? [] {
            if let topic = label.topic { topics[topic] = label.verdict }
        }
        return Labelled(
            document: Document(
                id: line.id, source: path, title: line.title ?? "", body: line.text,
                language: line.language, country: line.country, outlet: line.outlet,
                published: line.published.flatMap(DocumentReader.date)),
            title: line.title.flatMap { $0.isEmpty ? nil : $0 } ?? String(line.text.prefix(80)),
            isRelevant: line.relevant, topics: topics, isComplete: line.labels == nil, file: path)
    }
}

extension Error {
    /// What a decoder complains of, without its whole history.
    var saidShortly: String {
        switch self as any Error {
        case DecodingError.keyNotFound(let key, _): "there is no ‘\(key.stringValue)’"
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            "‘\(context.codingPath.map(\.stringValue).joined(separator: "."))’: "
                + context.debugDescription
        case DecodingError.dataCorrupted(let context): context.debugDescription
        default: "\(self)"
        }
    }
}
