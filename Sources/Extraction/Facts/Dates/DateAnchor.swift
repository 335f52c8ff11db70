import Foundation
import News

/// What undated dates are resolved against: the day of publication in Morocco, and what the
/// anniversaries of a text say of its year.
struct DateAnchor: Sendable {
    /// In the zone Africa/Casablanca; nil where the document does not say.
    let published: CivilDay?
    let anniversaries: [Anniversary]

    init(_ document: Document, anniversaries: [Anniversary] = []) {
        published = document.published.map(DateAnchor.day)
        self.anniversaries = anniversaries
    }

    private static let zone = TimeZone(identifier: "Africa/Casablanca")

    /// The day in Morocco, an hour ahead of Greenwich where no zone file says better.
    private static func day(_ date: Date) -> CivilDay {
        let offset = zone?.secondsFromGMT(for: date) ?? 3600
        let seconds = date.timeIntervalSince1970 + Double(offset)
        return CivilDay(number: Int((seconds / 86_400).rounded(.down)))
    }

    /// The anniversary that falls on a day of the year, where the text numbers only one.
    func anniversary(month: Int, day: Int) -> Anniversary? {
        let falling = anniversaries.filter { $0.founded.month == month && $0.founded.day == day }
        return Set(falling.map(\.day.year)).count == 1 ? falling.first : nil
    }

    /// The year that all numbered anniversaries of the text agree on.
    var anniversary: Anniversary? {
        Set(anniversaries.map(\.day.year)).count == 1 ? anniversaries.first : nil
    }

    /// Why a date resolved against the publication has the year it has.
    var publicationNote: String? { published.map { "published \($0.text)" } }
}

/// A numbered anniversary of something whose founding the lexicon dates.
struct Anniversary: Sendable, Hashable {
    var founded: CivilDay
    var number: Int
    var quote: String

    /// The anniversary itself: the founding's day, so many years later.
    var day: CivilDay {
        CivilDay(founded.year + number, founded.month, founded.day) ?? founded
    }

    var note: String { "\(founded.year) + \(number) (\(quote))" }
}
