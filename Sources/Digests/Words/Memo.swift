import Foundation

/// Remembers what formatters said: a digest names the same few days and countries thousands of
/// times, and asking ICU each time was most of its cost.
///
/// `@unchecked Sendable`: the texts are touched under the lock alone.
final class Memo: @unchecked Sendable {
    enum Key: Hashable {
        /// A day counted from 1 January 1970 in the digest's time zone.
        case longDay(Int), day(Int), shortDay(Int)
        case date(String)
        case country(String)
    }

    private let lock = NSLock()
    private var texts: [Key: String] = [:]

    /// The text under a key, made when it is first asked for; the making may ask for others.
    func text(_ key: Key, _ make: () -> String) -> String {
        if let text = lock.withLock({ texts[key] }) { return text }
        let text = make()
        lock.withLock { texts[key] = text }
        return text
    }
}
