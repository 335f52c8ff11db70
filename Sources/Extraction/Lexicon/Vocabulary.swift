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
    private var exact: [UInt8] = []
    private var folded: [UInt8] = []
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

    /// `entries` are spellings with the element that each stands for.
    init(_ entries: [(form: WordForm, element: Int32)], protected: Set<[UInt8]>) {
        var keys: [UInt64] = []
        var isStem: [Bool] = []
        keys.reserveCapacity(entries.count)
        isStem.reserveCapacity(entries.count)
        for index in entries.indices {
            keys.append(Vocabulary.key(of: entries[index].form))
            isStem.append(entries[index].form.rules.contains(.isStem))
        }
        let order = entries.indices.sorted { one, other in
            if isStem[one] != isStem[other] { return isStem[other] }
            return keys[one] != keys[other] ? keys[one] < keys[other] : one < other
        }
        var starts: [UInt64: Int32] = [:]
        var stemStarts: [UInt64: Int32] = [:]
        forms.reserveCapacity(entries.count)
        for (place, index) in order.enumerated() {
            let next = place + 1 < order.count ? order[place + 1] : nil
            let isLast = next.map { keys[$0] != keys[index] || isStem[$0] != isStem[index] } ?? true
            let isFirst = forms.last?.isLast ?? true
            if isFirst, isStem[index] { stemStarts[keys[index]] = Int32(place) }
            if isFirst, !isStem[index] { starts[keys[index]] = Int32(place) * 2 }
            take(entries[index].form, entries[index].element, isLast: isLast)
        }
        for word in protected {
            starts[WordHash.hash(word), default: Vocabulary.noForm] |= 1
        }
        words = HashTable(starts)
        stemHeads = HashTable(stemStarts)
    }

    private static let noForm: Int32 = 0x7FFF_FFFE

    private static func key(of form: WordForm) -> UInt64 {
        form.rules.contains(.isStem)
            ? form.folded.prefix(4).reduce(0) { $0 << 8 | UInt64($1) }
            : WordHash.hash(form.folded)
    }

    private mutating func take(_ form: WordForm, _ element: Int32, isLast: Bool) {
        let start = place(of: form)
        forms.append(
            Form(
                start: start, element: element, rules: form.rules,
                count: UInt8(clamping: form.exact.count), script: form.script,
                isFirst: form.isFirst, isLast: isLast))
    }

    /// Where a form's letters begin: those of the form before it where they are the same.
    private mutating func place(of form: WordForm) -> Int32 {
        if let last = forms.last, Int(last.count) == form.exact.count {
            let letters = Int(last.start)..<(Int(last.start) + form.exact.count)
            if exact[letters].elementsEqual(form.exact),
                folded[letters].elementsEqual(form.folded)
            {
                return last.start
            }
        }
        exact += form.exact
        folded += form.folded
        return Int32(exact.count - form.exact.count)
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
