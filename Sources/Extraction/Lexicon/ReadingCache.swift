import Foundation

/// Reads words, and remembers what keywords' words were read as: most have been read before.
///
/// A table by a word's hash; the word's own letters are compared. Words that are no keyword's are
/// not kept: there is no end of them, and to read them costs little. Begun small, doubled as words
/// come, and emptied when it holds as many as it may.
struct ReadingCache: Sendable {
    /// What a word is, in ``readings``: first at the beginning of a phrase, then further on.
    struct Entry: Sendable {
        fileprivate var letters: Int32 = 0
        fileprivate(set) var start: Int32 = 0
        fileprivate(set) var firstCount: Int16 = 0
        fileprivate(set) var innerCount: Int16 = 0
        /// Some bits of the word's key; zero for a slot that is free.
        fileprivate var tag: UInt16 = 0
        fileprivate var count: UInt8 = 0
        fileprivate var traits: UInt8 = 0

        static let nothing = Entry()

        var firsts: Range<Int> { Int(start)..<(Int(start) + Int(firstCount)) }
        var inner: Range<Int> { firsts.upperBound..<(firsts.upperBound + Int(innerCount)) }
    }

    private var reader: WordReader
    /// Their letters count from the word's first.
    private(set) var readings: [WordReading] = []
    /// Of the words in it: the original letters, which are compared, and the folded ones.
    private var letters: [UInt8] = []
    private var folded: [UInt8] = []
    private var entries: [Entry]
    private var used = 0

    private static let mostSlots = 1 << 16

    init(_ reader: WordReader, slots: Int = 64) {
        self.reader = reader
        entries = [Entry](repeating: .nothing, count: slots)
    }

    /// A word's readings, read now if they are not known.
    @inline(__always)
    mutating func entry(of token: Token, in text: FoldedText) -> Entry {
        let key = ReadingCache.key(of: token.hash, ReadingCache.traits(of: token))
        var slot = Int(truncatingIfNeeded: key >> 32) & (entries.count - 1)
        while entries[slot].tag != 0 {
            let entry = entries[slot]
            if entry.tag == ReadingCache.tag(of: key), isSame(entry, token, text.exact) {
                return entry
            }
            slot = (slot + 1) & (entries.count - 1)
        }
        return read(token, text, key)
    }

    /// All about a word besides its letters that decides how it is read.
    @inline(__always)
    private static func traits(of token: Token) -> UInt8 {
        token.script.rawValue << 2 | (token.hasTanwin ? 2 : 0) | (token.hasDetachedWaw ? 1 : 0)
    }

    @inline(__always)
    private static func key(of hash: UInt64, _ traits: UInt8) -> UInt64 {
        (hash ^ UInt64(traits)) &* 0xBF58_476D_1CE4_E5B9
    }

    @inline(__always)
    private static func tag(of key: UInt64) -> UInt16 {
        UInt16(truncatingIfNeeded: key >> 16) | 1
    }

    @inline(__always)
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

    private mutating func read(_ token: Token, _ text: FoldedText, _ key: UInt64) -> Entry {
        reader.read(token, of: text)
        guard !reader.firsts.isEmpty || !reader.inner.isEmpty else { return .nothing }
        if used * 2 >= entries.count { makeRoom() }
        let entry = Entry(
            letters: Int32(letters.count), start: Int32(readings.count),
            firstCount: Int16(clamping: reader.firsts.count),
            innerCount: Int16(clamping: reader.inner.count), tag: ReadingCache.tag(of: key),
            count: UInt8(clamping: token.count), traits: ReadingCache.traits(of: token))
        for index in reader.firsts.indices { readings.append(reader.firsts[index]) }
        for index in reader.inner.indices { readings.append(reader.inner[index]) }
        letters += text.exact[token.letters]
        folded += text.letters[token.letters]
        insert(entry, key)
        return entry
    }

    private mutating func insert(_ entry: Entry, _ key: UInt64) {
        var slot = Int(truncatingIfNeeded: key >> 32) & (entries.count - 1)
        while entries[slot].tag != 0 { slot = (slot + 1) & (entries.count - 1) }
        entries[slot] = entry
        used += 1
    }

    /// Twice as many slots, or an empty table where that would be too many.
    private mutating func makeRoom() {
        guard entries.count < ReadingCache.mostSlots else {
            self = ReadingCache(reader, slots: entries.count)
            return
        }
        let known = entries
        entries = [Entry](repeating: .nothing, count: entries.count * 2)
        used = 0
        for entry in known where entry.tag != 0 { insert(entry, key(of: entry)) }
    }

    private func key(of entry: Entry) -> UInt64 {
        let first = Int(entry.letters)
        let hash = WordHash.hash(folded[first..<(first + Int(entry.count))])
        return ReadingCache.key(of: hash, entry.traits)
    }
}

/// The caches that no text is being read with. There are as many as texts were ever read at the
/// same time: each is used by one reader alone, so that none waits for another.
final class IdleCaches: @unchecked Sendable {
    // Unchecked, for the lock guards the only property.
    private let lock = NSLock()
    private var idle: [ReadingCache] = []

    func take() -> ReadingCache? { lock.withLock { idle.popLast() } }

    func giveBack(_ cache: consuming ReadingCache) {
        let cache = cache
        lock.withLock { idle.append(cache) }
    }
}
