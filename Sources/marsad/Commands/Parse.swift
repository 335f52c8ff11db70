import ArgumentParser
import Feeds
import Foundation
import News

/// `marsad parse`: reads feed files and prints the feed and its items.
struct Parse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read feed files and print the feed and its items.",
        discussion: """
            Files may be compressed with gzip; - is standard input.

            Examples:
              marsad parse feed.xml
              curl -s https://example.org/feed | marsad parse - --format json
              marsad parse --batch < cases.jsonl
            """)

    @Argument(help: "Feed files; - is standard input.")
    var files: [String] = []

    @Flag(
        help: """
            Read JSON lines {"n", "file", "content_type", "url"} from standard input and \
            answer one JSON line each.
            """)
    var batch = false

    @Option(help: "The Content-Type that the feed came with.")
    var contentType: String?

    @Option(help: "The address that the feed came from.")
    var url: String?

    @Option(help: "text, json or jsonl.")
    var format = OutputFormat.text

    func validate() throws {
        if batch, !files.isEmpty { throw ValidationError("--batch reads standard input, no files") }
        if !batch, files.isEmpty {
            throw ValidationError("name a feed file, or - for standard input")
        }
    }

    func run() async throws {
        if batch { return runBatch() }
        var failed = false
        var feeds: [ParsedFeedJSON] = []
        for file in files {
            do throws(FeedError) {
                let feed = try parse(file)
                if format == .text { Terminal.line(FeedText(feed).text) }
                feeds.append(ParsedFeedJSON(feed))
                if !feed.complaints.isEmpty { failed = true }
            } catch {
                Terminal.complain(Parse.complaint(error, file))
                failed = true
            }
        }
        try print(feeds)
        if failed { throw ExitCode(1) }
    }

    /// The error of a file that cannot be read names it already.
    private static func complaint(_ error: FeedError, _ file: String) -> String {
        if case .unreadable = error { return "\(error)" }
        return "\(file): \(error)"
    }

    private func runBatch() {
        let batch = ParseBatch()
        while let line = readLine() {
            if !line.isEmpty { Terminal.line(batch.answer(line)) }
        }
    }

    private func parse(_ file: String) throws(FeedError) -> ParsedFeed {
        let limits = FeedLimits()
        let bytes = try FeedFile.bytes(of: file, limit: limits.bytes)
        return try FeedParser(limits: limits).parse(
            bytes, context: FeedContext(contentType: contentType, url: url, fetched: Date()))
    }

    /// One file is printed as an object, several as an array.
    private func print(_ feeds: [ParsedFeedJSON]) throws {
        let pretty = ParsedFeedJSON.encoder(pretty: true)
        switch format {
        case .text: return
        case .json where feeds.count == 1:
            Terminal.line(String(decoding: try pretty.encode(feeds[0]), as: UTF8.self))
        case .json: Terminal.line(String(decoding: try pretty.encode(feeds), as: UTF8.self))
        case .jsonl:
            for feed in feeds {
                Terminal.line(
                    String(decoding: try ParsedFeedJSON.encoder().encode(feed), as: UTF8.self))
            }
        }
    }
}

/// A feed as a person reads it at a terminal.
struct FeedText {
    private let feed: ParsedFeed

    init(_ feed: ParsedFeed) { self.feed = feed }

    var text: String {
        let channel = feed.channel
        var lines = [
            Terminal.bold(Bidi.isolated(channel.title ?? "(no title)")),
            "  \(channel.format), \(channel.encoding), \(feed.items.count) items",
        ]
        for item in feed.items {
            let date = item.published.map { $0.formatted(.iso8601) } ?? "no date"
            lines.append("  \(date)  \(Bidi.isolated(item.title))")
            if let link = item.link { lines.append(Terminal.dim("      \(link)")) }
        }
        lines += feed.complaints.map { "  complaint: \($0)" }
        return lines.joined(separator: "\n")
    }
}
