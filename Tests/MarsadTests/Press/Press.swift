import Foundation
import News
import Origin

/// Papers on one origin of the loopback, each with a feed that brings out new editions.
final class Press {
    /// What a paper's feed lets a reader tell an old edition by.
    enum Validators: CaseIterable {
        case entityTag, lastModified, both, none
    }

    struct Paper {
        let number: Int
        let validators: Validators
        fileprivate(set) var entries: [FeedDocument.Entry]
        fileprivate(set) var edition = 1

        var id: String { "paper-\(number)" }
        var path: String { "/" + id }
        var keys: [ItemKey] { entries.map { ItemKey(feed: id, id: $0.id) } }
    }

    let origin: Origin
    let address: String
    private(set) var papers: [Paper]

    fileprivate init(_ count: Int) async throws {
        papers = (0..<count).map { number in
            Paper(
                number: number, validators: Validators.allCases[number % 4],
                entries: (0..<3).map { Article(paper: number, number: $0).entry })
        }
        origin = try Origin()
        address = try await origin.start()
        for index in papers.indices { serve(index) }
    }

    /// As complaints name it: `127.0.0.1:40123`.
    var host: String { String(address.dropFirst("http://".count)) }

    // MARK: Editions

    /// A new edition of a paper, with one more article on top.
    func addArticle(to index: Int) {
        let number = papers[index].entries.count
        papers[index].entries.insert(
            Article(paper: papers[index].number, number: number).entry, at: 0)
        bringOut(index)
    }

    /// A new edition of a paper, in which an article reads otherwise.
    func edit(_ entry: Int, of index: Int) {
        let edition = papers[index].edition + 1
        let article = papers[index].entries[entry]
        let title = article.title.split(separator: " – ").first.map(String.init) ?? ""
        papers[index].entries[entry].title = "\(title) – \(edition)"
        bringOut(index)
    }

    /// A new edition of a paper, without its newest article.
    func withdrawArticle(from index: Int) {
        papers[index].entries.removeFirst()
        bringOut(index)
    }

    /// A new edition of a paper, in which each article has another id.
    func renameEntries(of index: Int, _ suffix: String) {
        for entry in papers[index].entries.indices {
            let id = papers[index].entries[entry].id.split(separator: "?")[0]
            papers[index].entries[entry].id = "\(id)?\(suffix)"
        }
        bringOut(index)
    }

    private func bringOut(_ index: Int) {
        papers[index].edition += 1
        serve(index)
    }

    private func serve(_ index: Int) {
        let paper = papers[index]
        let feed = FeedDocument(title: paper.id, link: address, entries: paper.entries)
        var resource = Resource(feed.rss, isCompressed: paper.number % 3 == 0)
        if [.entityTag, .both].contains(paper.validators) {
            resource.etag = "\"\(paper.id), \(paper.edition)\""
        }
        if [.lastModified, .both].contains(paper.validators) {
            let second = 1_790_000_000 + Double(paper.edition)
            resource.lastModified = FeedDocument.date(Date(timeIntervalSince1970: second))
        }
        origin[paper.path] = resource
    }

    // MARK: What is to be found

    /// All that the papers have brought out, with its present headline.
    var headlines: [ItemKey: String] {
        var headlines: [ItemKey: String] = [:]
        for paper in papers {
            for (key, entry) in zip(paper.keys, paper.entries) { headlines[key] = entry.title }
        }
        return headlines
    }

    /// What concerns the police.
    var matches: Set<ItemKey> {
        Set(headlines.filter { Article.concernsPolice($0.value) }.keys)
    }

    // MARK: As settings

    var feeds: [Feed] {
        papers.map { Feed(id: $0.id, name: $0.id, url: address + $0.path) }
    }

    /// Small settings that subscribe to all papers.
    func settings(interval: String? = nil) -> SmallSettings {
        var settings = SmallSettings()
        // An interval under the floor is not obeyed.
        if let interval, interval.hasSuffix("s") || interval.hasSuffix("min") {
            settings.files["marsad.yaml"]? += "\n  floor: \(interval)"
        }
        let wait = interval.map { ", interval: \($0)" } ?? ""
        let lines = feeds.map { "  - {id: \($0.id), url: \"\($0.url)\"\(wait)}" }
        settings.files["feeds.yaml"] = "feeds:\n" + lines.joined(separator: "\n")
        return settings
    }
}

/// Runs a body with so many papers, and stops their origin whatever happens.
func withPress<Result>(
    papers: Int, _ body: (Press) async throws -> Result
) async throws -> Result {
    let press = try await Press(papers)
    do {
        let result = try await body(press)
        await press.origin.stop()
        return result
    } catch {
        await press.origin.stop()
        throw error
    }
}

/// What a paper writes: each fifth article concerns the police.
private struct Article {
    let paper: Int
    let number: Int

    static func concernsPolice(_ title: String) -> Bool {
        title.contains("الأمن الوطني") || title.contains("DGSN")
    }

    var entry: FeedDocument.Entry {
        FeedDocument.Entry(
            id: "article-\(number)", title: title,
            link: "http://papers.example/\(paper)/\(number)",
            body: FeedDocument.html(
                "\(title).\n\nNuméro \(paper * 1000 + number) du cahier \(paper)."))
    }

    private var title: String {
        switch (paper + number) % 10 {
        case 0: "الأمن الوطني يفتح مصلحة جديدة رقم \(paper)/\(number)"
        case 5: "La DGSN équipe le poste \(paper)/\(number)"
        case 1, 3, 7: "افتتاح معرض الكتاب رقم \(paper)/\(number)"
        default: "La récolte des olives, lettre \(paper)/\(number)"
        }
    }
}
