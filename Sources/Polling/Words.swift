internal import Foundation

/// How lengths of time and rates are said to people.
enum Words {
    /// `45 s`, `42 min`, `3 h`, `2 h 30 min`, `9 days`; rounded to what matters.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite else { return "ever" }
        if seconds < 10 && seconds != seconds.rounded() { return "\(rounded(seconds)) s" }
        if seconds < 90 { return "\(Int(seconds.rounded())) s" }
        let minutes = Int((seconds / 60).rounded())
        if minutes < 90 { return "\(minutes) min" }
        if minutes < 48 * 60 {
            let rest = minutes % 60
            return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest) min"
        }
        return "\(Int((seconds / 86400).rounded())) days"
    }

    /// `3.1 items an hour`, `4 items a day`, `2 items a month`.
    static func rate(perHour rate: Double) -> String {
        switch rate {
        case 1...: "\(rounded(rate)) items an hour"
        case (1 / 24)...: "\(rounded(rate * 24)) items a day"
        default: "\(rounded(rate * 24 * 30)) items a month"
        }
    }

    /// At most one digit after the point: `3.1`, `12`.
    static func rounded(_ number: Double) -> String {
        let tenths = (number * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }

    /// UTC, to the minute: `2026-01-31 12:00`.
    static func moment(_ date: Date) -> String {
        String(date.ISO8601Format().prefix(16)).replacing("T", with: " ")
    }
}
