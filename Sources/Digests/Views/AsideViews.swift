/// What stands after the stories: names, edits, what was left out, how the watch went.
struct AsideViews {
    let digest: Digest
    let pen: Pen
    private var phrasing: Phrasing { digest.phrasing }
    private var words: Words { digest.phrasing.words }

    // MARK: Names

    var named: TemplateValue? {
        guard !digest.named.isEmpty else { return nil }
        return .one([.lists: .many(digest.named.map(list))] as TemplateFields)
    }

    private func list(_ list: NamedList) -> TemplateFields {
        let most = max(1, list.names.map(\.articles).max() ?? 1)
        return [
            .label: .text(words.mostNamedKinds[list.kind] ?? list.kind.rawValue),
            .names: .many(list.names.map { name($0, most) }),
        ]
    }

    /// A name with a bar as long as its number is of the greatest, out of 100; out of ten blocks
    /// where there are no pictures.
    private func name(_ entry: NamedList.Entry, _ most: Int) -> TemplateFields {
        let length = max(1, entry.articles * 100 / most)
        let blocks = max(1, entry.articles * 10 / most)
        return [
            .name: pen.foreign(entry.name),
            .count: .text(phrasing.number(entry.articles)),
            .namedIn: .text(phrasing.count(entry.articles, words.namedIn)),
            .barStart: .text(digest.language.direction == .rightToLeft ? "\(100 - length)" : "0"),
            .barLength: .text("\(length)"),
            .blocks: .text(
                String(repeating: "█", count: blocks) + String(repeating: "░", count: 10 - blocks)),
        ]
    }

    // MARK: Edits

    var edited: TemplateValue? {
        guard !digest.edited.isEmpty else { return nil }
        return .one(listed(digest.edited, article))
    }

    private func article(_ entry: EditedEntry) -> TemplateFields {
        var view: TemplateFields = [
            .headline: .one(PassageView(entry.after, link: entry.link, pen)),
            .outlet: pen.foreign(entry.outlet),
        ]
        if entry.isHeadlineChanged {
            view[.former] = .one(PassageView(entry.before, link: nil, pen))
        }
        if let changed = entry.changed {
            let moment: TemplateFields = [
                .moment: .text(Timestamp(changed).description),
                .time: .text(digest.appeared(changed)),
            ]
            view[.changed] = .one(moment)
        }
        if !entry.changes.isEmpty { view[.changes] = .one(changes(entry)) }
        return view
    }

    private func changes(_ entry: EditedEntry) -> TemplateFields {
        var view: TemplateFields = [.items: .many(entry.changes.map { change($0, entry) })]
        if entry.moreChanges > 0 {
            view[.more] = .text(phrasing.count(entry.moreChanges, words.moreChanges))
        }
        return view
    }

    private func change(_ change: WordChange, _ entry: EditedEntry) -> TemplateFields {
        var view: TemplateFields = [
            .language: .text(entry.after.language),
            .direction: .text(entry.after.direction.rawValue),
            .before: pen.foreign(change.before), .after: pen.foreign(change.after),
        ]
        view[.removed] = pen.foreign(ifAny: change.removed)
        view[.added] = pen.foreign(ifAny: change.added)
        return view
    }

    // MARK: What was left out

    var leftOut: TemplateValue? {
        guard !digest.leftOut.isEmpty else { return nil }
        return .one(
            listed(digest.leftOut) { entry in
                [
                    .headline: .one(PassageView(entry.title, link: entry.link, pen)),
                    .outlet: pen.foreign(entry.outlet),
                    .reason: .text(digest.reason(entry)),
                ]
            })
    }

    /// So many are read; how many more there are is said. JSON has them all.
    private static let limit = 20

    private func listed<Entry>(
        _ entries: [Entry], _ view: (Entry) -> TemplateFields
    ) -> TemplateFields {
        var list: TemplateFields = [
            .articles: .many(entries.prefix(AsideViews.limit).map(view))
        ]
        let more = entries.count - AsideViews.limit
        if more > 0 { list[.moreArticles] = .text(phrasing.count(more, words.moreArticles)) }
        return list
    }

    // MARK: The watch

    var watch: TemplateValue? {
        let watch = digest.watch
        let counts = [
            (words.feedsWatched, watch.feeds), (words.polls, watch.polls),
            (words.failures, watch.failures),
        ].map { label, number -> TemplateFields in
            [.label: .text(label), .number: .text(phrasing.number(number))]
        }
        var view: TemplateFields = [
            .counts: .many(counts), .allAnswered: .flag(watch.troubled.isEmpty && watch.polls > 0),
        ]
        if !watch.troubled.isEmpty {
            view[.troubled] = .one([.feeds: .many(watch.troubled.map(trouble))] as TemplateFields)
        }
        if !watch.notices.isEmpty {
            view[.notices] = .one([.items: .many(watch.notices.map(notice))] as TemplateFields)
        }
        return .one(view)
    }

    private func trouble(_ trouble: FeedTrouble) -> TemplateFields {
        var view: TemplateFields = [.feed: pen.foreign(trouble.feed)]
        view[.since] = trouble.since.map {
            let words = trouble.cause == .silence ? words.silent : words.since
            return .text(phrasing.phrase(words, phrasing.moment($0)))
        }
        view[.cause] = .text(ifAny: digest.phrase(trouble.cause))
        return view
    }

    private func notice(_ notice: Notice) -> TemplateFields {
        var view: TemplateFields = [.text: .text(digest.phrase(notice))]
        view[.label] = .text(ifAny: digest.label(of: notice))
        view[.detail] = notice.detail.map(pen.technical)
        return view
    }
}
