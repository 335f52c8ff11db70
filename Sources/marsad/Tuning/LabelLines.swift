import Foundation
import News
import Storage

/// Labels read from JSON Lines, each with how its item is to be found.
struct LabelLines {
    struct Entry {
        var line: Int
        var item: ItemReference
        var judgements: [LabelLine.Judgement]
    }

    private(set) var entries: [Entry] = []
    private(set) var complaints: [String] = []

    /// What of a line is needed; texts and titles are not.
    private struct Line: Decodable {
        var id: String?
        var feed: String?
        var item: String?
        var link: String?
        var relevant: Bool?
        var topics: [String]?
        var labels: [LabelLine.Judgement]?
    }

    /// - Parameters:
    ///   - who: said what no line says who said.
    ///   - at: when.
    init(_ data: Data, path: String, who: String, at: Date) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let lines = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (number, text) in lines.enumerated() where !text.allSatisfy(\.isWhitespace) {
            do {
                let line = try decoder.decode(Line.self, from: Data(text.utf8))
                guard let item = LabelLines.item(of: line) else {
                    complaints.append("\(path):\(number + 1): names no item")
                    continue
                }
                entries.append(
                    Entry(
                        line: number + 1, item: item,
                        judgements: LabelLines.judgements(line, who, at)))
            } catch {
                complaints.append("\(path):\(number + 1): is no label: \(error.saidShortly)")
            }
        }
    }

    private static func item(of line: Line) -> ItemReference? {
        if let feed = line.feed, let item = line.item { return .key(ItemKey(feed: feed, id: item)) }
        if let link = line.link { return .link(link) }
        return line.id.map { .short($0) }
    }

    private static func judgements(
        _ line: Line, _ who: String, _ at: Date
    ) -> [LabelLine.Judgement] {
        if let labels = line.labels { return labels }
        let relevance = line.relevant.map { ("relevant", $0) }
        return ([relevance].compactMap { $0 } + (line.topics ?? []).map { ($0, true) }).map {
            LabelLine.Judgement(subject: $0.0, verdict: $0.1, who: who, at: at)
        }
    }
}
