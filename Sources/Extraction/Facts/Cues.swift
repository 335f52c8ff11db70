/// The words of a text that tell an extractor how to read what stands beside them: بين before
/// two capitals, مدينة before a town, « sous le slogan » before a slogan.
///
/// They are the entries of kind `cues`; which there are, `config/lexicon/cues.yaml` says.
struct Cues: Sendable {
    /// By id, the first word of each cue for its last word and the other way round.
    private var firstOfLast: [String: [Int: Int]] = [:]
    private var lastOfFirst: [String: [Int: Int]] = [:]

    init(_ scan: Scan) {
        for hit in scan.all(.cues) {
            let id = scan.entry(hit).id
            let first = firstOfLast[id]?[hit.last] ?? hit.first
            firstOfLast[id, default: [:]][hit.last] = min(first, hit.first)
            let last = lastOfFirst[id]?[hit.first] ?? hit.last
            lastOfFirst[id, default: [:]][hit.first] = max(last, hit.last)
        }
    }

    /// Whether there is such a cue anywhere.
    func has(_ id: String) -> Bool { firstOfLast[id] != nil }

    /// The words of the longest such cue that ends right in front of a word.
    func words(_ id: String, before word: Int) -> ClosedRange<Int>? {
        firstOfLast[id]?[word - 1].map { $0...(word - 1) }
    }

    /// The words of the longest such cue that begins at a word.
    func words(_ id: String, at word: Int) -> ClosedRange<Int>? {
        lastOfFirst[id]?[word].map { word...$0 }
    }

    /// Whether such a cue begins within some words.
    func has(_ id: String, in words: Range<Int>) -> Bool {
        guard let found = lastOfFirst[id] else { return false }
        return words.contains { found[$0] != nil }
    }
}
