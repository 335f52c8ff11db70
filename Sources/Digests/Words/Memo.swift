import Foundation

/// Remembers what formatters said: a digest names the same few days and countries thousands of
/// times, and asking ICU each time was most of its cost.
///
/// `@unchecked Sendable`: what it remembers is touched under the lock alone.
final class Memo: @unchecked Sendable {
    enum Key: Hashable {
        /// A day counted from 1 January 1970 in the digest's time zone.
        case longDay(Int), day(Int), shortDay(Int)
        case date(String)
        case country(String)
        case number(Int)
    }

    private let lock = NSLock()
    private var texts: [Key: String] = [:]
    /// By quarters of an hour since 1970: at no other moments have zones changed since then.
    private var offsets: [Int: Int] = [:]

    /// The text under a key, made when it is first asked for; the making may ask for others.
    func text(_ key: Key, _ make: () -> String) -> String {
        if let text = lock.withLock({ texts[key] }) { return text }
        let text = make()
        lock.withLock { texts[key] = text }
        return text
    }

    /// Seconds that the wall clock of a zone is ahead of GMT; all questions are of one zone.
    func offset(of zone: TimeZone, at seconds: Int) -> Int {
        let quarter = seconds >= 0 ? seconds / 900 : (seconds - 899) / 900
        if let offset = lock.withLock({ offsets[quarter] }) { return offset }
        let moment = Date(timeIntervalSince1970: Double(seconds))
        let offset = zone.secondsFromGMT(for: moment)
        lock.withLock { offsets[quarter] = offset }
        return offset
    }
}
