import ArgumentParser
import Extraction
import Feeds
import Foundation
import News
import Polling
import Settings
import Storage

/// `marsad explain`: why a document did or did not match.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say why an item did or did not match: every rule, quote and point.",
        discussion: """
            ITEM is an item's short id or its address in the archive, or a file of text or of \
            JSON Lines, of which --id chooses a document. A page whose address is not in the \
            archive is fetched, once. Of each hit it tells which term it is and how the text was \
            read as it: what is written onto it, which letters differ. For topics missed it tells \
            what was nearest: the missing points, the part of a rule that failed, and what looks \
            like a term and was refused.

            Examples:
              marsad explain 3f9a2c
              marsad explain https://example.org/article --topic drugs
              marsad explain labelled.jsonl --id 17 --topic technology
              marsad explain seeds/002_47caf0ef6bbe0610.txt --format json
            """)

    @Argument(help: ArgumentHelp("Short id, address or file.", valueName: "ITEM|FILE|URL"))
    var item: String

    @Option(help: "Which document of a file of JSON Lines.")
    var id: String?

    @Option(help: "Only this topic, with all that came near; ‘relevance’ for relevance alone.")
    var topic: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
        let settings = try config.read()
        let topic = try topic.map { try Naming.subject($0, settings) }
        var explanation = settings.examiner.explain(try await document(settings))
        switch format {
        case .text: Terminal.line(ExplanationText(explanation, topic: topic).text)
        case .json, .jsonl:
            if let topic { explanation.topics.removeAll { $0.id != topic } }
            Terminal.line(try JSON.text(explanation, pretty: format == .json))
        }
    }

    private func document(_ settings: Configuration) async throws -> Document {
        guard FileManager.default.fileExists(atPath: item) else {
            if item.contains("://") { return try await page(settings) }
            let archive = try Workspace.open(state, .readOnly)
            let item = try archive.stored(item)
            return try orFail { () throws(ArchiveError) in
                try StoredDocuments(settings, archive).document(item)
            }
        }
        var reader = DocumentReader()
        var documents = reader.documents(at: item)
        if let complaint = reader.complaints.first { throw Failure.couldNot(complaint) }
        if let id { documents.removeAll { $0.id != id } }
        guard let document = documents.first else {
            throw Failure.couldNot(
                "\(item): holds no document\(id.map { " with the id ‘\($0)’" } ?? "")")
        }
        guard documents.count == 1 else {
            throw Failure.couldNot(
                "\(item): holds \(documents.count) documents; choose one with --id, such as "
                    + "--id \(document.id)")
        }
        return document
    }
}

extension Explain {
    /// The item of an address; where the archive has none, the article of the page.
    private func page(_ settings: Configuration) async throws -> Document {
        if let archive = try? Archive(at: state.path, access: .readOnly) {
            let document = try orFail { () throws(ArchiveError) in
                guard let stored = try archive.item(.link(item)) else { return nil as Document? }
                return try StoredDocuments(settings, archive).document(stored)
            }
            if let document { return document }
        }
        let downloader = Downloader(settings.general.downloadOptions)
        do {
            let answer = try await downloader.fetch(
                DownloadRequest(url: item, accept: "text/html, application/xhtml+xml"))
            await downloader.close()
            guard (200..<300).contains(answer.status) else {
                throw Failure.couldNot(
                    "\(item): is not in the archive, and answered \(answer.status)")
            }
            Terminal.complain("marsad: \(item): is not in the archive; read from the web")
            let article = try ArticleReader().article(
                answer.body,
                context: FeedContext(
                    contentType: answer.contentType, url: answer.effectiveURL, fetched: Date()))
            return Document(
                id: item, source: URL(string: item)?.host() ?? item, title: article.title ?? "",
                body: article.blocks.joined(separator: "\n\n"), language: article.language,
                published: article.published)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.couldNot("\(item): is not in the archive; \(error)")
        }
    }
}

extension Archive {
    /// The item that a person names by short id or address; ends the command where there is
    /// none.
    func stored(_ name: String) throws -> StoredItem {
        let isAddress = name.contains("://")
        let found = try orFail { () throws(ArchiveError) in
            try item(isAddress ? .link(name) : .short(name))
        }
        guard let found else {
            throw Failure.couldNot(
                isAddress
                    ? "\(name): is not in the archive"
                    : "‘\(name)’: is neither an item of the archive nor a file")
        }
        return found
    }
}
