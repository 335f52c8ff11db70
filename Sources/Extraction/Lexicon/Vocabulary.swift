/// All words of all terms, looked up by the hash of their folded letters.
struct Vocabulary: Sendable {
    private var forms: [WordForm] = []
    private var elements: [Int32] = []
    private let words: HashTable
    private let stemHeads: HashTable
    /// Indices into `forms`: a length, then as many.
    private var lists: [Int32] = []
    private let protected: HashTable
    let hasStems: Bool

    /// `entries` are spellings with the element that each stands for.
    init(_ entries: [(form: WordForm, element: Int32)], protected: Set<[UInt8]>) {
        var byWord: [UInt64: [Int32]] = [:]
        var byStem: [UInt64: [Int32]] = [:]
        for (form, element) in entries {
            let index = Int32(forms.count)
            forms.append(form)
            elements.append(element)
            if form.rules.contains(.isStem) {
                byStem[WordHash.hash(form.folded.prefix(4)), default: []].append(index)
            } else {
                byWord[WordHash.hash(form.folded), default: []].append(index)
            }
        }
        var lists: [Int32] = []
        words = HashTable(Vocabulary.listed(byWord, in: &lists))
        stemHeads = HashTable(Vocabulary.listed(byStem, in: &lists))
        self.lists = lists
        hasStems = !byStem.isEmpty
        self.protected = HashTable(
            Dictionary(protected.map { (WordHash.hash($0), 1) }, uniquingKeysWith: { $1 }))
    }

    private static func listed(
        _ table: [UInt64: [Int32]], in lists: inout [Int32]
    ) -> [UInt64: Int32] {
        var starts: [UInt64: Int32] = [:]
        for key in table.keys.sorted() {
            starts[key] = Int32(lists.count)
            lists.append(Int32(table[key]?.count ?? 0))
            lists += table[key] ?? []
        }
        return starts
    }

    func form(_ index: Int) -> WordForm { forms[index] }
    func element(_ index: Int) -> Int32 { elements[index] }
    func isProtected(_ hash: UInt64) -> Bool { protected[hash] >= 0 }

    /// The indices of the forms of one folded spelling.
    func forms(for hash: UInt64) -> ArraySlice<Int32> { list(at: words[hash]) }

    /// The indices of the stems that begin with four letters of this hash.
    func stems(for hash: UInt64) -> ArraySlice<Int32> { list(at: stemHeads[hash]) }

    private func list(at start: Int32) -> ArraySlice<Int32> {
        guard start >= 0 else { return [] }
        let first = Int(start) + 1
        return lists[first..<(first + Int(lists[Int(start)]))]
    }
}
