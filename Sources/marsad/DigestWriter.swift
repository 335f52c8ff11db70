import CLinux
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

    /// What the archive holds of a period, for digests in these languages.
    func input(
        since: Date, until: Date, languages: [DigestLanguage] = DigestLanguage.allCases,
        topics: [String] = [], at now: Date
    ) throws(ArchiveError) -> DigestInput {
        let zone = settings.general.digest.zone
        let totals = try archive.totals(since: since, until: until)
        let states = try archive.feedStates()
        let watch = DigestWatch(settings: settings.polls, archive: archive)
        let kept = try KeptStories(
            archive, since: since, until: until, languages: languages, topics: topics
        ) { report(on: $0, states[$0.key.feed]) }
        var input = DigestInput(
            archive: try archive.identity(), since: since, until: until, stories: kept.stories,
            matchesPerDay: try days(topics, until: until, zone, kept.refused), polls: totals.polls,
            failures: totals.failures, feeds: settings.enabledFeeds.count,
            troubled: try watch.troubled(states, until: until, at: now),
            topicTitles: Dictionary(
                uniqueKeysWithValues: settings.topics.topics.map { ($0.id, $0.titles) }),
            names: settings.digestNames, generated: now, timeZone: zone)
        input.topics = topics
        input.previousTotal = try previousTotal(before: since, until, topics, kept.refused)
        input.nearMisses =
            kept.setAside + (topics.isEmpty ? try nearMisses(since: since, until: until) : [])
        input.edited = try EditedArticles(archive).all(
            since: since, until: until, setAside: kept.refused, topics: topics)
        input.notices = watch.notices(states, since: since, until: until)
        return input
    }

    /// What is found in an article as it read before its outlet changed it. It stays a match, of
    /// the topics that are known, whatever is found.
    private func report(on match: Match, _ state: FeedState?) -> Report {
        let id = match.key.feed
        let feed =
            settings.feeds.first { $0.id == id } ?? Feed(id: id, name: match.outlet, url: "")
        let document = Document(
            match.item, of: feed, recurringLines: state?.recurringLines ?? [])
        var report = settings.examiner.examine(document)
        guard !report.isRelevant else { return report }
        report.score = match.report.score
        report.topics = match.report.topics.map { topic in
            TopicFinding(
                id: topic.id, score: topic.score, threshold: topic.threshold, grade: topic.grade,
                evidence: [])
        }
        return report
    }

    /// Nil where nobody watched in the period of equal length before.
    private func previousTotal(
        before since: Date, _ until: Date, _ topics: [String], _ refused: Set<ItemKey>
    ) throws(ArchiveError) -> Int? {
        let begin = since.addingTimeInterval(since.timeIntervalSince(until))
        guard try archive.totals(since: begin, until: since).polls > 0 else { return nil }
        return try matchTimes(since: begin, until: since, topics, refused).count
    }

    /// When what digests tell became matches: counted as ``KeptStories`` has it, in one period
    /// as in another.
    private func matchTimes(
        since: Date, until: Date, _ topics: [String], _ refused: Set<ItemKey>
    ) throws(ArchiveError) -> [Date] {
        try archive.matchTimes(since: since, until: until, topics: topics)
            .filter { !refused.contains($0.key) }.map(\.value)
    }

    /// Items just under the threshold of relevance, and those that a rule excludes although they
    /// reached it, nearest first.
    private func nearMisses(since: Date, until: Date) throws(ArchiveError) -> [NearMiss] {
        let threshold = settings.topics.relevance.threshold
        var misses: [NearMiss] = []
        var row: Int64 = 0
        while true {
            let page = try archive.items(
                after: row, since: since, until: until, onlyNearMatches: true)
            guard let last = page.last else { break }
            row = last.row
            for (_, stored) in page {
                guard let report = stored.report, report.isNearMiss, report.score * 2 >= threshold
                else { continue }
                misses.append(
                    NearMiss(
                        title: stored.item.headline(without: report.boilerplate),
                        outlet: stored.outlet,
                        link: stored.item.link, missing: threshold - report.score))
            }
        }
        // Those that a rule bars come last: they miss nothing.
        func shortfall(_ miss: NearMiss) -> Double {
            miss.missing.map { $0 > 0 ? $0 : .infinity } ?? .infinity
        }
        return misses.sorted { shortfall($0) < shortfall($1) }
    }

    /// Thirty days to the end of the period, those without a match as zero; each ends at the
    /// period's hour, so that the last is as long as the others.
    private func days(
        _ topics: [String], until: Date, _ zone: TimeZone, _ refused: Set<ItemKey>
    ) throws(ArchiveError) -> [DayCount] {
        let since = until.addingTimeInterval(-30 * 86_400)
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = zone
        var counts = [Int](repeating: 0, count: 30)
        for time in try matchTimes(since: since, until: until, topics, refused) {
            let back = Int((until.timeIntervalSince(time) / 86_400).rounded(.up)) - 1
            counts[min(max(back, 0), 29)] += 1
        }
        return (0..<30).reversed().map { back in
            let end = until.addingTimeInterval(-Double(back) * 86_400 - 1)
            // By the calendar: a day on which the clock changes is not there twice.
            let day = calendar.date(byAdding: .day, value: -back, to: until - 1) ?? end
            return DayCount(day: day, count: counts[back])
        }
    }

    /// Takes the stories out of what was read: whatever no digest holds goes back to the system
    /// before the forms want their own.
    func digests(of input: inout DigestInput, in languages: [DigestLanguage]) -> [Digest] {
        let digests = languages.map { Digest(input, language: $0) }
        input.stories = []
        malloc_trim(0)
        return digests
    }

    /// The files of a digest, a few at a time, made when they are written.
    func batches(of digest: Digest, _ forms: [DigestForm]) -> [DigestFiles.Batch] {
        let templates = settings.templates ?? .builtIn
        let envelope = settings.general.digest.mail?.envelope ?? .unaddressed
        return DigestForm.madeTogether(of: forms).map { forms in
            DigestFiles.Batch(forms.map(digest.fileName)) { take in
                digest.write(forms, by: templates, envelope: envelope) { form, piece in
                    take(digest.fileName(form), piece)
                }
            }
        }
    }

    /// Writes the digest of a period under the state folder, remembers that it did, and mails it
    /// in its first language where the settings name a program, as ``DigestMail`` does.
    func publish(
        _ period: DigestPeriod, under folder: String, languages: [DigestLanguage],
        at now: Date
    ) async throws -> String {
        let mail = settings.general.digest.mail
        let forms = DigestForm.pages + (mail == nil ? [] : [.mail])
        var input = try input(
            since: period.since, until: period.until, languages: languages, at: now)
        input.address = settings.general.digest.address
        input.due = period.until
        let cited = input.stories.flatMap(\.members).map(\.key)
        let stories = input.stories.count
        let digests = digests(of: &input, in: languages)
        try DigestFiles.publish(
            digests.flatMap { batches(of: $0, forms) }, as: period.name, under: folder,
            language: languages.first ?? .ar,
            worldReadable: settings.general.digest.isWorldReadable,
            templates: settings.templates ?? .builtIn)
        let files = digests.flatMap { digest in forms.map(digest.fileName) }
        let path = folder + "/" + period.name
        let told = HookEvent.Digest(
            name: period.name, since: period.since, until: period.until, folder: path,
            files: files, stories: stories)
        var notices = HookNotices(settings.general.hooks).notices(of: told, at: now)
        if mail?.program != nil, let language = languages.first {
            let message = "digest.\(language.rawValue).\(DigestForm.mail.fileExtension)"
            notices.append(DigestMail.notice(of: "\(period.name)/\(message)", at: now))
        }
        try archive.note(
            WrittenDigest(
                name: period.name, since: period.since, until: period.until, written: now,
                files: files, cited: cited),
            notices)
        try await sendMail(under: folder, at: now)
        return path
    }

    /// Mails what was written and not mailed yet: nothing, unless the program ended in between.
    func sendMail(under folder: String, at now: Date) async throws {
        guard let program = settings.general.digest.mail?.program else { return }
        try await DigestMail(archive: archive, program: program, folder: folder).send(at: now)
    }
}

extension Configuration {
    /// How what the lexicon knows is called in each language.
    var digestNames: [NamedThing: [String: String]] {
        var names: [NamedThing: [String: String]] = [:]
        for entry in examiner.lexicon.entries {
            guard let kind = NamedThing.Kind(rawValue: entry.kind) else { continue }
            names[NamedThing(kind, entry.id)] = entry.names
        }
        return names
    }
}

extension GeneralSettings.Mail {
    var envelope: MailEnvelope { MailEnvelope(from: from, to: to) }
}

extension GeneralSettings.Digest {
    var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }
    var digestLanguages: [DigestLanguage] { languages.compactMap(DigestLanguage.init) }
}
