import Digests
import Extraction
import Foundation
import Hooks
import News
import Polling
import Settings
import Storage

/// Makes digests out of the archive and puts them on disk.
struct DigestWriter: Sendable {
    let settings: Configuration
    let archive: Archive

    /// What the archive holds of a period, for a digest in any language.
    func input(
        since: Date, until: Date, topics: [String] = [], at now: Date
    ) throws(ArchiveError) -> DigestInput {
        let zone = settings.general.digest.zone
        let totals = try archive.totals(since: since, until: until, zone: zone)
        let before = since.addingTimeInterval(since.timeIntervalSince(until))
        let month = try archive.totals(
            since: until.addingTimeInterval(-30 * 86_400), until: until, zone: zone)
        let states = try archive.feedStates()
        var input = DigestInput(
            since: since, until: until,
            stories: try stories(since: since, until: until, topics: topics),
            matchesPerDay: days(month.matchesPerDay, until: until, zone), polls: totals.polls,
            failures: totals.failures, feeds: settings.enabledFeeds.count,
            troubled: troubled(states, at: now),
            topicTitles: Dictionary(
                uniqueKeysWithValues: settings.topics.topics.map { ($0.id, $0.titles) }),
            names: names, generated: now, timeZone: zone)
        let previous = try archive.totals(since: before, until: since, zone: zone)
        if previous.polls > 0 { input.previousTotal = previous.matches }
        input.nearMisses = try nearMisses(since: since, until: until)
        return input
    }

    private var names: [NamedThing: [String: String]] {
        var names: [NamedThing: [String: String]] = [:]
        for entry in settings.examiner.lexicon.entries {
            guard let kind = NamedThing.Kind(rawValue: entry.kind) else { continue }
            names[NamedThing(kind, entry.id)] = entry.names
        }
        return names
    }

    private func stories(
        since: Date, until: Date, topics: [String]
    ) throws(ArchiveError) -> [Story] {
        let stories = try archive.stories(since: since, until: until)
        guard !topics.isEmpty else { return stories }
        return stories.filter { story in
            story.members.contains { $0.report.topics.contains { topics.contains($0.id) } }
        }
    }

    /// Items just under the threshold of relevance, nearest first.
    private func nearMisses(since: Date, until: Date) throws(ArchiveError) -> [NearMiss] {
        let threshold = settings.topics.relevance.threshold
        var misses: [NearMiss] = []
        var row: Int64 = 0
        while true {
            let page = try archive.items(after: row, since: since)
            guard let last = page.last else { break }
            row = last.row
            for (_, stored) in page {
                guard stored.seen < until, let report = stored.report, report.isNearMiss else {
                    continue
                }
                misses.append(
                    NearMiss(
                        title: stored.item.title, outlet: stored.outlet, link: stored.item.link,
                        missing: threshold - report.score))
            }
        }
        return Array(misses.sorted { ($0.missing ?? 0) < ($1.missing ?? 0) }.prefix(10))
    }

    /// Thirty days to the end of the period, those without a match as zero.
    private func days(_ counts: [String: Int], until: Date, _ zone: TimeZone) -> [DayCount] {
        let style = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
        return (0..<30).reversed().map { back in
            let day = until.addingTimeInterval(-Double(back) * 86_400 - 1)
            return DayCount(day: day, count: counts[day.formatted(style)] ?? 0)
        }
    }

    private func troubled(_ states: [String: FeedState], at now: Date) -> [FeedTrouble] {
        settings.enabledFeeds.compactMap { feed in
            guard let state = states[feed.id] else { return nil }
            if state.failures > 0 {
                return FeedTrouble(
                    feed: feed.name, since: state.failingSince, cause: state.lastError ?? "")
            }
            return FeedHealth.silence(of: state, at: now).map {
                FeedTrouble(feed: feed.name, since: state.arrivals.first, cause: $0)
            }
        }
    }

    /// All files of a period's digest, in all languages asked for.
    func files(
        _ input: DigestInput, languages: [DigestLanguage], forms: [DigestForm]
    ) -> [DigestFiles.File] {
        let envelope = settings.general.digest.mail?.envelope ?? .unaddressed
        return languages.flatMap { language in
            let digest = Digest(input, language: language)
            return forms.map { (digest.fileName($0), digest.render($0, envelope: envelope)) }
        }
    }

    /// Writes the digest of a period under the state folder, remembers that it did, and mails it
    /// in its first language where the settings name a program. What cannot be mailed is told
    /// once; the message stays among the files.
    func publish(
        _ period: DigestPeriod, under folder: String, languages: [DigestLanguage],
        at now: Date
    ) async throws -> String {
        let mail = settings.general.digest.mail
        let forms = DigestForm.pages + (mail == nil ? [] : [.mail])
        let input = try input(since: period.since, until: period.until, at: now)
        let files = files(input, languages: languages, forms: forms)
        try DigestFiles.publish(
            files, as: period.name, under: folder, language: languages.first ?? .ar,
            worldReadable: settings.general.digest.isWorldReadable)
        let path = folder + "/" + period.name
        let told = HookEvent.Digest(
            name: period.name, since: period.since, until: period.until, folder: path,
            files: files.map(\.name), stories: input.stories.count)
        try archive.note(
            WrittenDigest(
                name: period.name, since: period.since, until: period.until, written: now,
                files: files.map(\.name), cited: input.stories.flatMap(\.members).map(\.key)),
            HookNotices(settings.general.hooks).notices(of: told, at: now))
        if let program = mail?.program, let language = languages.first {
            let message = "digest.\(language.rawValue).\(DigestForm.mail.fileExtension)"
            try await Sendmail(program: program).send("\(path)/\(message)")
        }
        return path
    }
}

extension GeneralSettings.Mail {
    var envelope: MailEnvelope { MailEnvelope(from: from, to: to) }
}

extension GeneralSettings.Digest {
    var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }
    var digestLanguages: [DigestLanguage] { languages.compactMap(DigestLanguage.init) }
}
