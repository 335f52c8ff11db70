/// All words of all terms, looked up by the hash of their folded letters.
///
/// Spellings lie in one array, those of one hash behind each other, and their letters in two:
/// a look-up follows one number and copies nothing.
struct Vocabulary: Sendable {
    /// A spelling as it lies in the vocabulary.
    struct Form: Sendable {
        /// Where its letters begin.
        var start: Int32
        /// The element of the phrase tree that it stands for.
        var element: Int32
        var rules: WordRules
        var count: UInt8
        var script: LetterClass
        /// Stands at the beginning of phrases; no element does there and further on.
        var isFirst: Bool
        /// The next form has another hash.
        var isLast: Bool
    }

    private var forms: [Form] = []
    private let exact: [UInt8]
    private let folded: [UInt8]
    /// By hash of a word, its first form, doubled, and one more where the word is protected.
    private var words = HashTable([:])
    /// By their first four letters, the first form of the stems that begin so.
    private var stemHeads = HashTable([:])
    var hasStems: Bool { !stemHeads.isEmpty }

    /// What is known of a folded word.
    struct Known {
        /// -1 where it is no spelling of anything.
        var form: Int
        /// Never read as clitic and core.
        var isProtected: Bool

        static let nothing = Known(form: -1, isProtected: false)
    }

    /// `entries` are spellings with the element that each stands for; `protected` are hashes.
    init(
        _ entries: [(form: WordForm, element: Int32)], of letters: KeywordLetters,
        protected: NumberTable
    ) {
        exact = letters.exact
        folded = letters.folded
        var keys = [SpellingKeys](repeating: SpellingKeys(), count: 2)
        for (index, entry) in entries.enumerated() {
            let isStem = entry.form.rules.contains(.isStem)
            let spelling = letters.folded(of: entry.form)
            let key =
                isStem
                ? spelling.prefix(4).reduce(0) { $0 << 8 | UInt64($1) } : WordHash.hash(spelling)
            keys[isStem ? 1 : 0].add(key, index)
        }
        forms.reserveCapacity(entries.count)
        var starts = take(keys[0], entries)
        for index in starts.indices { starts[index].value *= 2 }
        var words = NumberTable()
        for (key, value) in starts { words[key] = value }
        for (key, _) in protected.pairs {
            words[key] = (words[key] < 0 ? Vocabulary.noForm : words[key]) | 1
        }
        self.words = HashTable(words.pairs)
        stemHeads = HashTable(take(keys[1], entries))
    }

    private static let noForm: Int32 = 0x7FFF_FFFE

    /// Puts the forms of one key behind each other; gives where those of each key begin.
    private mutating func take(
        _ keys: SpellingKeys, _ entries: [(form: WordForm, element: Int32)]
    ) -> [(key: UInt64, value: Int32)] {
        let buckets = keys.buckets
        return keys.numbers.pairs.map { key, number in
            let start = Int32(forms.count)
            let range = buckets.range(number)
            for place in range {
                let (form, element) = entries[Int(buckets[place])]
                forms.append(
                    Form(
                        start: form.start, element: element, rules: form.rules,
                        count: UInt8(clamping: form.count), script: form.script,
                        isFirst: form.isFirst, isLast: place == range.upperBound - 1))
            }
            return (key, start)
        }
    }

    var byteCount: Int {
        forms.count * MemoryLayout<Form>.stride + exact.count + folded.count + words.byteCount
            + stemHeads.byteCount
    }

    // MARK: Looking up

    @inline(__always)
    func known(_ hash: UInt64) -> Known {
        let value = words[hash]
        guard value >= 0 else { return .nothing }
        return Known(
            form: value >= Vocabulary.noForm ? -1 : Int(value >> 1), isProtected: value & 1 == 1)
    }

    /// The first stem that begins with the four letters from one on; -1 where none does.
    @inline(__always)
    func stem(_ letters: [UInt8], at start: Int) -> Int {
        let head =
            UInt64(letters[start]) << 24 | UInt64(letters[start + 1]) << 16
            | UInt64(letters[start + 2]) << 8 | UInt64(letters[start + 3])
        return Int(stemHeads[head])
    }

    @inline(__always)
    func form(_ index: Int) -> Form { forms[index] }

    /// Whether the folded letters of a form stand in a text from a letter on.
    @inline(__always)
    func agrees(_ form: Form, _ letters: [UInt8], from start: Int) -> Bool {
        let own = Int(form.start)
        for index in 0..<Int(form.count) where folded[own + index] != letters[start + index] {
            return false
        }
        return true
    }

    /// How freely a text's original letters are those of a form; nil where they are others.
    @inline(__always)
    func liberty(
        of form: Form, _ text: [UInt8], from start: Int, last: UInt8, isFinal: Bool
    ) -> Liberty? {
        let own = Int(form.start)
        let count = Int(form.count)
        if form.script == .latin {
            return LetterCheck.latin(keyword: exact, own, text: text, start, count: count)
        }
        return LetterCheck.arabic(
            keyword: exact, own, text: text, start, count: count, last: last,
            isFinal: isFinal)
    }
}

/// The keys that spellings are looked up by, each with its spellings.
private struct SpellingKeys {
    private(set) var numbers = NumberTable()
    private var spellings: [(number: Int32, element: Int32)] = []

    mutating func add(_ key: UInt64, _ spelling: Int) {
        var number = numbers[key]
        if number < 0 {
            number = Int32(numbers.count)
            numbers[key] = number
        }
        spellings.append((number, Int32(spelling)))
    }

    /// By the number of a key, its spellings in the order in which they were added.
    var buckets: Buckets<Int32> { Buckets(spellings) }
}
