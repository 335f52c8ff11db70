import Digests
import Foundation
import News
import Storage

/// Matches that their outlets changed within a period, and how.
struct EditedArticles {
    private let archive: Archive

    /// Articles told at most: what follows is more than a reader takes in.
    static let limit = 30

    init(_ archive: Archive) {
        self.archive = archive
    }

    /// The latest edit first. What changed is told from the version that was there before the
    /// period, or the first one, to the present one.
    func all(
        since: Date, until: Date, setAside: Set<ItemKey>, topics: [String]
    ) throws(ArchiveError) -> [EditedArticle] {
        var articles: [EditedArticle] = []
        for key in try archive.edited(since: since, until: until) where !setAside.contains(key) {
            guard articles.count < EditedArticles.limit else { break }
            guard let stored = try archive.item(.key(key)), let report = stored.report,
                topics.isEmpty || report.topics.contains(where: { topics.contains($0.id) }),
                let article = EditedArticles.article(stored, report, since: since)
            else { continue }
            articles.append(article)
        }
        return articles
    }

    /// Nil where nothing that a reader sees is another.
    private static func article(
        _ stored: StoredItem, _ report: Report, since: Date
    ) -> EditedArticle? {
        let earlier = stored.versions.last { $0.seen < since } ?? stored.versions.first
        guard let earlier else { return nil }
        var changes: [TextChange] = []
        if let before = earlier.text, !stored.item.text.isEmpty {
            changes = TextChange.all(from: before, to: stored.item.text)
            guard !changes.isEmpty || earlier.title != stored.item.title else { return nil }
        }
        return EditedArticle(
            outlet: stored.outlet, link: stored.item.link, before: earlier.title,
            after: stored.item.headline(without: report.boilerplate), changed: stored.edited,
            language: report.language,
            changes: changes.map {
                WordChange(
                    before: $0.before, removed: $0.removed, added: $0.added, after: $0.after)
            })
    }
}
