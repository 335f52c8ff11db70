import Foundation

/// What words were read as: most words of a text have been read before.
///
/// A table by the hash of a word's own letters, which are compared; begun small, doubled as
/// words come, and emptied when it holds as many as it may.
struct ReadingCache: Sendable {
    /// What a word is, in ``readings``: first at the beginning of a phrase, then further on.
    struct Entry: Sendable {
        fileprivate var letters: Int32 = 0
        fileprivate var count: UInt8 = 0
        fileprivate var traits: UInt8 = 0
        fileprivate(set) var start: Int32 = 0
        fileprivate(set) var firstCount: Int16 = 0
        fileprivate(set) var innerCount: Int16 = 0

        var firsts: Range<Int> { Int(start)..<(Int(start) + Int(firstCount)) }
        var inner: Range<Int> { firsts.upperBound..<(firsts.upperBound + Int(innerCount)) }
    }

    /// Their letters count from the word's first.
    private(set) var readings: [WordReading] = []
    private var letters: [UInt8] = []
    private var keys: [UInt64]
    private var entries: [Entry]
    private var used = 0

    private static let mostSlots = 1 << 16

    init(slots: Int = 64) {
        keys = [UInt64](repeating: 0, count: slots)
        entries = [Entry](repeating: Entry(), count: slots)
    }

    /// A word's readings, read now if they are not known.
    @inline(__always)
    mutating func entry(
        of token: Token, in text: FoldedText, _ reader: inout WordReader
    ) -> Entry {
        let key = ReadingCache.key(of: token, text.exact)
        var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
        while keys[slot] != 0 {
            if keys[slot] == key, isSame(entries[slot], token, text.exact) { return entries[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return add(token, text, key, &reader)
    }

    /// All about a word besides its letters that decides how it is read.
    private static func traits(of token: Token) -> UInt8 {
        token.script.rawValue << 2 | (token.hasTanwin ? 2 : 0) | (token.hasDetachedWaw ? 1 : 0)
    }

    private static func key(of token: Token, _ exact: [UInt8]) -> UInt64 {
        var hash = UInt64(traits(of: token)) | 1 << 32
        for index in token.letters {
            hash = (hash ^ UInt64(exact[index])) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash | 1 << 63
    }

    private func isSame(_ entry: Entry, _ token: Token, _ exact: [UInt8]) -> Bool {
        guard Int(entry.count) == token.count, entry.traits == ReadingCache.traits(of: token) else {
            return false
        }
        let own = Int(entry.letters)
        let start = Int(token.start)
        for index in 0..<token.count where letters[own + index] != exact[start + index] {
            return false
        }
        return true
    }

    // MARK: New words

    private mutating func add(
        _ token: Token, _ text: FoldedText, _ key: UInt64, _ reader: inout WordReader
    ) -> Entry {
        reader.read(token, of: text)
        if used * 2 >= keys.count { makeRoom() }
        var entry = Entry(
            letters: Int32(letters.count), count: UInt8(clamping: token.count),
            traits: ReadingCache.traits(of: token), start: Int32(readings.count),
            firstCount: Int16(clamping: reader.firsts.count),
            innerCount: Int16(clamping: reader.inner.count))
        // Longer words match nothing, and are not kept: the next may be as long as the text.
        if token.count > WordHash.longest { entry.count = 0 }
        readings += reader.firsts
        readings += reader.inner
        guard entry.count > 0 else { return entry }
        letters += text.exact[token.letters]
        insert(entry, key)
        return entry
    }

    private mutating func insert(_ entry: Entry, _ key: UInt64) {
        var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
        while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        entries[slot] = entry
        used += 1
    }

    /// Twice as many slots, or an empty table where that would be too many.
    private mutating func makeRoom() {
        guard keys.count < ReadingCache.mostSlots else {
            self = ReadingCache(slots: keys.count)
            return
        }
        let known = zip(keys, entries).filter { $0.0 != 0 }
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        entries = [Entry](repeating: Entry(), count: keys.count)
        used = 0
        for (key, entry) in known { insert(entry, key) }
    }
}

/// The caches that no text is being read with. There are as many as texts were ever read at the
/// same time: each is used by one reader alone, so that none waits for another.
final class IdleCaches: @unchecked Sendable {
    // Unchecked, for the lock guards the only property.
    private let lock = NSLock()
    private var idle: [ReadingCache] = []

    func take() -> ReadingCache { lock.withLock { idle.popLast() } ?? ReadingCache() }

    func giveBack(_ cache: consuming ReadingCache) {
        let cache = cache
        lock.withLock { idle.append(cache) }
    }
}
