import Foundation
import Synchronization

/// Remembers what formatters said: a digest names the same few days and countries thousands of
/// times, and asking ICU each time was most of its cost.
final class Memo: Sendable {
    enum Key: Hashable {
        /// A day counted from 1 January 1970 in the digest's time zone.
        case longDay(Int), day(Int), shortDay(Int)
        case date(String)
        case country(String)
        case number(Int)
    }

    private let texts = Mutex<[Key: String]>([:])
    /// By quarters of an hour since 1970: at no other moments have zones changed since then.
    private let offsets = Mutex<[Int: Int]>([:])

    /// The text under a key, made when it is first asked for; the making may ask for others.
    func text(_ key: Key, _ make: () -> String) -> String {
        if let text = texts.withLock({ $0[key] }) { return text }
        let text = make()
        texts.withLock { $0[key] = text }
        return text
    }

    /// Seconds that the wall clock of a zone is ahead of GMT; all questions are of one zone.
    func offset(of zone: TimeZone, at seconds: Int) -> Int {
        let quarter = seconds >= 0 ? seconds / 900 : (seconds - 899) / 900
        if let offset = offsets.withLock({ $0[quarter] }) { return offset }
        let moment = Date(timeIntervalSince1970: Double(seconds))
        let offset = zone.secondsFromGMT(for: moment)
        offsets.withLock { $0[quarter] = offset }
        return offset
    }
}
