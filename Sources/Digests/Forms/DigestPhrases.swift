import Foundation
import News

/// What every form says in the same words.
extension Digest {
    /// What the digest is called after: its time, and the topics where it tells of some alone.
    var title: String { time + choice }

    /// ` – Drugs only`; empty where the digest tells of all topics.
    var choice: String {
        topicsAsked.isEmpty ? "" : " – " + phrasing.phrase(phrasing.words.only, titlesAsked)
    }

    /// Of a day's the day on which it is read, of a longer period's the days that it tells of, or
    /// the month where that is one.
    private var time: String {
        guard until.timeIntervalSince(since) > 93_600 else {
            return phrasing.longDay(until.addingTimeInterval(-1))
        }
        return phrasing.span(since, phrasing.lastDay(since: since, until: until))
    }

    /// When it was written, and whether that was late.
    var writtenPhrase: String {
        let words = phrasing.words
        return phrasing.phrase(
            isLate ? words.writtenLate : words.writtenOn, phrasing.longMoment(generated))
    }

    /// `From Thursday, 20 November 2025, 07:00 to Friday, …`.
    var periodPhrase: String {
        phrasing.phrase(
            phrasing.words.fromTo, phrasing.longMoment(since), phrasing.longMoment(until))
    }

    /// `4 articles more than in the period before`, or why that is not known.
    var changePhrase: String {
        guard let change = totals.change else { return phrasing.words.noComparison }
        if change == 0 { return phrasing.words.asMany }
        let words = change > 0 ? phrasing.words.more : phrasing.words.fewer
        return phrasing.count(abs(change), words)
    }

    /// `14 articles, 9 stories, 11 outlets`; of nothing only that there is no article.
    var totalsPhrase: String {
        counted.map { phrasing.count($0, $1) }.joined(separator: phrasing.words.comma)
    }

    /// What the totals say, each number with what it counts.
    var counted: [(number: Int, things: Plural)] {
        let words = phrasing.words
        let all = [
            (totals.articles, words.articles), (totals.stories, words.stories),
            (totals.outlets, words.outlets),
        ]
        return isQuiet ? [all[0]] : all
    }

    /// That nothing matched, of the topics that alone were asked for where some were.
    var quietPhrase: String {
        let words = phrasing.words
        guard !topicsAsked.isEmpty else { return words.quiet }
        return phrasing.phrase(words.quietOn, titlesAsked)
    }

    private var titlesAsked: String {
        topicsAsked.map(title(ofTopic:)).joined(separator: phrasing.words.comma)
    }

    /// Why silence can be trusted, or cannot.
    var quietReasons: [String] {
        let words = phrasing.words
        let counts = phrasing.phrase(
            words.quietPolls, phrasing.number(watch.polls), phrasing.number(watch.feeds))
        let failed = phrasing.count(watch.failures, words.quietFailures)
        return switch watch.trust {
        case .blind: [words.quietBlind]
        case .doubtful: [counts, failed, words.quietDoubt]
        case .partial:
            [counts, failed, watch.troubled.isEmpty ? words.quietRecovered : words.quietTroubled]
        case .full: [counts, words.quietAllAnswered]
        }
    }

    /// `missed the threshold by 1.5`, that a rule excludes it, or that an editor set it aside.
    func reason(_ entry: LeftOutEntry) -> String {
        guard let missing = entry.missing else { return phrasing.words.setAside }
        guard missing > 0 else { return phrasing.words.barred }
        return phrasing.phrase(phrasing.words.missedBy, phrasing.points(missing))
    }

    /// Why a feed's polls fail: `busy (503)`; nil for a silent one, of which no more is known.
    func phrase(_ cause: FeedTrouble.Cause) -> String? {
        guard case .failure(let kind, let status) = cause else { return nil }
        let words = phrasing.words
        guard kind == .status, let status else { return words.failureKinds[kind] }
        let known = words.answers["\(status)"] ?? words.answers["\(status / 100)xx"]
        return (known ?? words.failureKinds[kind]).map { phrasing.phrase($0, "\(status)") }
    }

    /// What leads to the technical text of a notice; nil where there is none.
    func label(of notice: Notice) -> String? {
        switch notice {
        case .overran: nil
        case .refused(_, _, let count): phrasing.count(count, phrasing.words.complaints)
        case .unkept: phrasing.words.loggedCause
        }
    }

    /// A notice in words; what is technical of it stands beside.
    func phrase(_ notice: Notice) -> String {
        let words = phrasing.words
        return switch notice {
        case .overran(let feed, let date, let again, let mayBeMore):
            phrasing.phrase(
                again.isEmpty ? words.overran : pattern(ofTimes: again.count + 1, mayBeMore),
                Isolates.around(feed, in: language),
                again.isEmpty ? phrasing.moment(date) : list(of: [date] + again))
        case .refused(let date, _, _): phrasing.phrase(words.refused, phrasing.moment(date))
        case .unkept(let date, _): phrasing.phrase(words.unkept, phrasing.moment(date))
        }
    }

    /// Moments that are told one by one; of more the first and the last.
    private static let momentLimit = 8

    /// `22:10 · 03:10 · 05:40`.
    private func list(of moments: [Date]) -> String {
        let isLong = moments.count > Digest.momentLimit
        let first = moments.prefix(isLong ? Digest.momentLimit - 1 : moments.count).map(appeared)
        let rest = isLong ? ["…"] + moments.suffix(1).map(appeared) : []
        return (first + rest).joined(separator: "\u{A0}· ")
    }

    /// ‘Twice’ cannot say ‘at least’: there the number is written.
    private func pattern(ofTimes count: Int, _ mayBeMore: Bool) -> String {
        let words = phrasing.words
        guard mayBeMore else { return phrasing.count(count, words.overranTimes) }
        return words.overranTimes.phrase(for: max(count, 3), in: language)
            .replacing("{}", with: phrasing.phrase(words.atLeast, phrasing.number(count)))
    }

    /// `Articles a day over 30 days, at most 14, on 3 November 2025`.
    var perDayPhrase: String {
        let label = phrasing.count(matchesPerDay.count, phrasing.words.perDay)
        return [label, mostPhrase].compactMap(\.self).joined(separator: phrasing.words.comma)
    }

    /// `most 24, on 12 Nov` of the last days; nil where no day had a match.
    var mostPhrase: String? {
        guard let most = matchesPerDay.max(by: { $0.count < $1.count }), most.count > 0 else {
            return nil
        }
        return phrasing.phrase(
            phrasing.words.mostOn, phrasing.number(most.count), phrasing.day(most.day))
    }

    /// When an article appeared: the hour within the period, else with its day.
    func appeared(_ date: Date) -> String {
        let isNear = date >= since && date <= until && until.timeIntervalSince(since) <= 93_600
        return isNear
            ? phrasing.time(date)
            : phrasing.shortDay(date) + phrasing.words.comma + phrasing.time(date)
    }

    /// A story's mark where there is one: its grade, and what it develops.
    func marks(of story: DigestStory) -> [String] {
        let words = phrasing.words
        var marks: [String] = []
        if !story.isNew {
            marks.append(phrasing.phrase(words.developmentOf, phrasing.day(story.firstSeen)))
        }
        if let grade = words.grades[story.grade] { marks.append(grade) }
        return marks
    }

    /// What an entry of the facts says beside its text: a role, what it was inferred from. In HTML
    /// up to those words, for they have a language of their own, and what stands behind them.
    func note(on entry: FactEntry, _ pen: Pen) -> (text: String?, end: String) {
        let words = phrasing.words
        let note = entry.note.flatMap { $0.isEmpty ? nil : pen.quoted($0) }
        guard entry.isInferred else { return (note, "") }
        func joined(_ reason: String) -> String {
            [note, reason].compactMap(\.self).joined(separator: words.comma)
        }
        guard let source = entry.source else { return (joined(words.inferred), "") }
        let parts = words.inferredFrom.components(separatedBy: "{}")
        let start = joined(parts[0] + words.openQuote)
        let end = words.closeQuote + parts.dropFirst().joined()
        return pen.form == .html ? (start, end) : (start + pen.quoted(source) + end, "")
    }
}
