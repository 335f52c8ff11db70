import Mustache

/// What stands after the stories: names, edits, what was left out, how the watch went.
struct AsideViews {
    let digest: Digest
    let pen: Pen
    private var phrasing: Phrasing { digest.phrasing }
    private var words: Words { digest.phrasing.words }

    // MARK: Names

    var named: [String: Any]? {
        guard !digest.named.isEmpty else { return nil }
        let lists: [[String: Any]] = digest.named.map { list in
            let most = max(1, list.names.map(\.articles).max() ?? 1)
            return [
                "label": Shown(words.mostNamedKinds[list.kind] ?? list.kind.rawValue),
                "names": list.names.map { name($0, most) },
            ]
        }
        return ["lists": lists]
    }

    /// A name with a bar as long as its number is of the greatest, out of 100; out of ten blocks
    /// where there are no pictures.
    private func name(_ entry: NamedList.Entry, _ most: Int) -> [String: Shown] {
        let length = max(1, entry.articles * 100 / most)
        let blocks = max(1, entry.articles * 10 / most)
        return [
            "name": pen.foreign(entry.name),
            "count": Shown(phrasing.number(entry.articles)),
            "namedIn": Shown(phrasing.count(entry.articles, words.namedIn)),
            "barStart": Shown(digest.language.direction == .rightToLeft ? "\(100 - length)" : "0"),
            "barLength": Shown("\(length)"),
            "blocks": Shown(
                String(repeating: "█", count: blocks) + String(repeating: "░", count: 10 - blocks)),
        ]
    }

    // MARK: Edits

    var edited: [String: Any]? {
        guard !digest.edited.isEmpty else { return nil }
        return ["articles": digest.edited.map(article)]
    }

    private func article(_ entry: EditedEntry) -> [String: Any] {
        var view: [String: Any] = [
            "headline": PassageView(entry.after, link: entry.link, pen),
            "outlet": pen.foreign(entry.outlet),
        ]
        if entry.isHeadlineChanged {
            view["former"] = PassageView(entry.before, link: nil, pen)
        }
        if let changed = entry.changed {
            view["changed"] = [
                "moment": Shown(Timestamp(changed).description),
                "time": Shown(digest.appeared(changed)),
            ]
        }
        if !entry.changes.isEmpty { view["changes"] = changes(entry) }
        return view
    }

    private func changes(_ entry: EditedEntry) -> [String: Any] {
        var view: [String: Any] = ["items": entry.changes.map { change($0, entry) }]
        if entry.moreChanges > 0 {
            view["more"] = Shown(phrasing.count(entry.moreChanges, words.moreChanges))
        }
        return view
    }

    private func change(_ change: WordChange, _ entry: EditedEntry) -> [String: Shown] {
        var view = [
            "language": Shown(entry.after.language),
            "direction": Shown(entry.after.direction.rawValue),
            "before": pen.foreign(change.before), "after": pen.foreign(change.after),
        ]
        view["removed"] = pen.foreign(Optional(change.removed))
        view["added"] = pen.foreign(Optional(change.added))
        return view
    }

    // MARK: What was left out

    var leftOut: [String: Any]? {
        guard !digest.leftOut.isEmpty else { return nil }
        let articles: [[String: Any]] = digest.leftOut.map { entry in
            [
                "headline": PassageView(entry.title, link: entry.link, pen),
                "outlet": pen.foreign(entry.outlet),
                "reason": Shown(digest.reason(entry)),
            ]
        }
        return ["articles": articles]
    }

    // MARK: The watch

    var watch: [String: Any] {
        let watch = digest.watch
        let counts = [
            (words.feedsWatched, watch.feeds), (words.polls, watch.polls),
            (words.failures, watch.failures),
        ].map { ["label": Shown($0.0), "number": Shown(phrasing.number($0.1))] }
        var view: [String: Any] = ["counts": counts, "allAnswered": watch.troubled.isEmpty]
        if !watch.troubled.isEmpty { view["troubled"] = ["feeds": watch.troubled.map(trouble)] }
        if !watch.notices.isEmpty { view["notices"] = ["items": watch.notices.map(notice)] }
        return view
    }

    private func trouble(_ trouble: FeedTrouble) -> [String: Shown] {
        var view = ["feed": pen.foreign(trouble.feed)]
        view["since"] = trouble.since.map {
            let words = trouble.isSilent ? words.silent : words.since
            return Shown(phrasing.phrase(words, phrasing.moment($0)))
        }
        view["cause"] = pen.foreign(Optional(trouble.cause))
        return view
    }

    private func notice(_ notice: Notice) -> [String: Shown] {
        var view = ["text": Shown(digest.phrase(notice))]
        view["detail"] = pen.foreign(notice.detail)
        return view
    }
}
