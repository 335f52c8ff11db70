import Foundation
import Hooks
import News
import Settings
import Storage

/// What the hooks of the settings are to be told of a poll or a digest.
struct HookNotices: Sendable {
    private let hooks: [GeneralSettings.Hook]

    init(_ hooks: [GeneralSettings.Hook]) { self.hooks = hooks }

    /// Of a poll: stories that begin with its items, and the feed where it has failed for a day.
    func notices(of items: [KeptItem], _ report: PollReport, at now: Date) -> [OutboxNotice] {
        guard !hooks.isEmpty else { return [] }
        let stories = items.flatMap { notices(of: $0, report.feed, at: now) }
        return stories + failing(report, at: now)
    }

    func notices(of digest: HookEvent.Digest, at now: Date) -> [OutboxNotice] {
        notices(.digest(digest, at: now), to: hooks.filter { $0.event == .digest }, at: now)
    }

    private func notices(of item: KeptItem, _ feed: Feed, at now: Date) -> [OutboxNotice] {
        guard item.isMatch, case .new(let headline) = item.story, let report = item.report else {
            return []
        }
        let wanting = hooks.filter { $0.wants(report.topics) }
        let story = HookEvent.Story(
            headline: headline, link: item.item.link, outlet: feed.name, feed: feed.id,
            item: item.item.id, language: report.language, published: item.item.published,
            score: report.score,
            topics: report.topics.map { .init(id: $0.id, score: $0.score, grade: $0.grade) })
        return notices(.story(story, at: now), to: wanting, at: now)
    }

    private func failing(_ report: PollReport, at now: Date) -> [OutboxNotice] {
        let state = report.state
        guard let since = state.failingSince, let cause = state.lastError, state.failures > 1,
            now.timeIntervalSince(since) >= 86_400
        else { return [] }
        let feed = HookEvent.FailingFeed(
            id: report.feed.id, name: report.feed.name, address: report.feed.shownURL, since: since,
            failures: state.failures, cause: cause)
        return notices(
            .failing(feed, at: now), to: hooks.filter { $0.event == .failingFeed }, at: now)
    }

    private func notices(
        _ event: HookEvent, to hooks: [GeneralSettings.Hook], at now: Date
    ) -> [OutboxNotice] {
        guard !hooks.isEmpty, let text = try? JSON.text(event, snake: true) else { return [] }
        return hooks.map {
            OutboxNotice(hook: $0.name, subject: event.subject, event: text, at: now)
        }
    }
}

extension GeneralSettings.Hook {
    /// Of a story: whether one of its topics is wanted, at the grade or above.
    fileprivate func wants(_ found: [TopicFinding]) -> Bool {
        guard event == .story else { return false }
        return found.contains { topic in
            (topics.isEmpty || topics.contains(topic.id))
                && (Grade(rawValue: topic.grade) ?? .mention) >= grade
        }
    }
}
