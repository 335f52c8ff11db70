import Foundation

/// Reads words, and remembers what keywords' words were read as: most have been read before.
///
/// A table by a word's hash; the word's own letters lie in it and are compared. Words that are no
/// keyword's are not kept, for there is no end of them and to read them costs little; nor are long
/// ones. Begun small, and begun anew with twice the room when it is full, up to a limit.
struct ReadingCache: Sendable {
    /// What a word is: at the beginning of a phrase in ``beginnings``, further on in ``inner``.
    struct Entry: Sendable {
        fileprivate var letters = ShortWord.none
        fileprivate var firstBeginning: Int32 = 0
        fileprivate var firstInner: Int32 = 0
        fileprivate var beginningCount: UInt16 = 0
        fileprivate var innerCount: UInt16 = 0
        /// Letters; zero for a slot that is free.
        fileprivate var count: UInt8 = 0
        fileprivate var traits: UInt8 = 0

        static let nothing = Entry()

        @inline(__always)
        fileprivate func holds(_ letters: ShortWord, _ count: Int, _ traits: UInt8) -> Bool {
            // No branch: what is looked for may not have come from memory yet.
            let others = (self.count ^ UInt8(clamping: count)) | (self.traits ^ traits)
            return self.letters.difference(from: letters) | UInt64(others) == 0
        }

        var beginsPhrase: Bool { beginningCount > 0 }
        var beginnings: Range<Int> {
            Int(firstBeginning)..<(Int(firstBeginning) + Int(beginningCount))
        }
        var inner: Range<Int> { Int(firstInner)..<(Int(firstInner) + Int(innerCount)) }
    }

    private var reader: WordReader
    let tree: PhraseTree
    private(set) var beginnings: [PhraseTree.Beginning] = []
    private(set) var inner: [WordReading] = []
    /// How many of these are of words that are kept.
    private var keptBeginnings = 0
    private var keptInner = 0
    private var entries: [Entry]
    private var used = 0
    /// Grows by one when the table is begun anew, and all places in it are other ones.
    private(set) var generation = 0

    private static let mostSlots = 1 << 16

    init(_ reader: WordReader, _ tree: PhraseTree, slots: Int = 1 << 10) {
        self.reader = reader
        self.tree = tree
        entries = [Entry](repeating: .nothing, count: slots)
    }

    /// Where words of a text are expected to lie; nothing is waited for but memory, of which many
    /// places are then fetched at once.
    ///
    /// - Returns: for each word, its slot, or -1 where it does not lie in the first that it may.
    @inline(__always)
    func places(of tokens: ArraySlice<Token>, in text: FoldedLetters) -> Places {
        var places = Places(repeating: -1)
        var index = 0
        for token in tokens {
            let letters = ShortWord(text.exact, from: Int(token.start), count: token.count)
            let traits = ReadingCache.traits(of: token)
            let slot = slot(of: token.hash, traits)
            let isThere = entries[slot].holds(letters, token.count, traits)
            places[index] = isThere ? Int32(truncatingIfNeeded: slot) : -1
            index += 1
        }
        return places
    }

    typealias Places = InlineArray<16, Int32>

    /// What a word is, read now if it is not known. Good until the next word is asked for.
    ///
    /// - Parameter place: as ``places(of:in:)`` gave it.
    @inline(__always)
    mutating func entry(at place: Int32, _ token: Token, in text: FoldedLetters) -> Entry {
        place >= 0 ? entries[Int(place)] : entry(of: token, in: text)
    }

    private mutating func entry(of token: Token, in text: FoldedLetters) -> Entry {
        guard token.count <= ShortWord.longest else { return read(token, text) }
        let letters = ShortWord(text.exact, from: Int(token.start), count: token.count)
        let traits = ReadingCache.traits(of: token)
        var slot = slot(of: token.hash, traits)
        while entries[slot].count != 0 {
            if entries[slot].holds(letters, token.count, traits) { return entries[slot] }
            slot = (slot + 1) & (entries.count - 1)
        }
        return keep(read(token, text), letters, of: token, traits)
    }

    /// All about a word besides its letters that decides how it is read.
    @inline(__always)
    private static func traits(of token: Token) -> UInt8 {
        token.script.rawValue << 2 | (token.hasTanwin ? 2 : 0) | (token.hasDetachedWaw ? 1 : 0)
    }

    @inline(__always)
    private func slot(of hash: UInt64, _ traits: UInt8) -> Int {
        let mixed = (hash ^ UInt64(traits)) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: mixed >> 32) & (entries.count - 1)
    }

    // MARK: New words

    /// Takes the place of what was last read and not kept.
    private mutating func read(_ token: Token, _ text: FoldedLetters) -> Entry {
        reader.read(token, of: text)
        guard !reader.firsts.isEmpty || !reader.inner.isEmpty else { return .nothing }
        beginnings.removeLast(beginnings.count - keptBeginnings)
        inner.removeLast(inner.count - keptInner)
        for index in reader.firsts.indices {
            beginnings.append(tree.beginning(with: reader.firsts[index]))
        }
        for index in reader.inner.indices { inner.append(reader.inner[index]) }
        return Entry(
            firstBeginning: Int32(keptBeginnings), firstInner: Int32(keptInner),
            beginningCount: UInt16(clamping: reader.firsts.count),
            innerCount: UInt16(clamping: reader.inner.count))
    }

    private mutating func keep(
        _ read: Entry, _ letters: ShortWord, of token: Token, _ traits: UInt8
    ) -> Entry {
        guard read.beginningCount > 0 || read.innerCount > 0 else { return read }
        guard used * 4 < entries.count * 3 else {
            let slots = min(entries.count * 2, ReadingCache.mostSlots)
            let (beginnings, inner) = (beginnings[read.beginnings], inner[read.inner])
            let next = generation + 1
            self = ReadingCache(reader, tree, slots: slots)
            generation = next
            self.beginnings += beginnings
            self.inner += inner
            var moved = read
            moved.firstBeginning = 0
            moved.firstInner = 0
            return keep(moved, letters, of: token, traits)
        }
        var entry = read
        entry.letters = letters
        entry.count = UInt8(truncatingIfNeeded: token.count)
        entry.traits = traits
        var slot = slot(of: token.hash, traits)
        while entries[slot].count != 0 { slot = (slot + 1) & (entries.count - 1) }
        entries[slot] = entry
        used += 1
        keptBeginnings = beginnings.count
        keptInner = inner.count
        return entry
    }
}

/// The letters of a word of up to sixteen, as two numbers: compared at once.
struct ShortWord: Sendable {
    private var low: UInt64
    private var high: UInt64

    static let longest = 16
    static let none = ShortWord(low: 0, high: 0)

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    @inline(__always)
    init(_ letters: [UInt8], from start: Int, count: Int) {
        guard start + ShortWord.longest <= letters.count else {
            self = ShortWord(slowly: letters, from: start, count: count)
            return
        }
        let bytes = unsafe letters.span.bytes
        // Sixteen letters from the start on are there; the first number is the first eight.
        low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
        high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
        // One shifted out of its number leaves none, and one less is all bits.
        low &= 1 << UInt64(count * 8) &- 1
        high &= 1 << UInt64(max(0, count - 8) * 8) &- 1
    }

    /// Zero for the same letters.
    @inline(__always)
    func difference(from other: ShortWord) -> UInt64 {
        (low ^ other.low) | (high ^ other.high)
    }

    private init(slowly letters: [UInt8], from start: Int, count: Int) {
        self = .none
        for index in (0..<count).reversed() {
            high = high << 8 | low >> 56
            low = low << 8 | UInt64(letters[start + index])
        }
    }
}

/// The caches that no text is being read with. There are as many as texts were ever read at the
/// same time: each is used by one reader alone, so that none waits for another.
final class IdleCaches: @unchecked Sendable {
    // Unchecked, for the lock guards the only property.
    private let lock = NSLock()
    private var idle: [Kept] = []

    /// A cache that is handed over by its address: to copy it would count a dozen references.
    final class Kept {
        private var cache: ReadingCache

        init(_ cache: ReadingCache) { self.cache = cache }

        func scan(_ text: FoldedText) -> PhraseScan { cache.scan(text) }
    }

    func take() -> Kept? {
        lock.lock()
        defer { lock.unlock() }
        return idle.popLast()
    }

    func giveBack(_ cache: Kept) {
        lock.lock()
        idle.append(cache)
        lock.unlock()
    }
}
