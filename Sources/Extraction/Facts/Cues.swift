/// The words of a text that tell an extractor how to read what stands beside them: بين before
/// two capitals, مدينة before a town, « sous le slogan » before a slogan.
///
/// They are the entries of kind `cues`; which there are, `config/lexicon/cues.yaml` says.
struct Cues: Sendable {
    private struct Cue: Sendable {
        var id: String
        var first: Int
        var last: Int
    }

    /// In the order of their last and of their first words.
    private let byLast: [Cue]
    private let byFirst: [Cue]

    init(_ scan: Scan) {
        let cues = scan.all(.cues).map {
            Cue(id: scan.entry($0).id, first: $0.first, last: $0.last)
        }
        byLast = cues.sorted { ($0.last, $0.first) < ($1.last, $1.first) }
        byFirst = cues.sorted { ($0.first, $1.last) < ($1.first, $0.last) }
    }

    /// Whether there is such a cue anywhere.
    func has(_ id: String) -> Bool { byLast.contains { $0.id == id } }

    /// The words of the longest such cue that ends right in front of a word.
    func words(_ id: String, before word: Int) -> ClosedRange<Int>? {
        var index = Cues.place(in: byLast) { $0.last < word - 1 }
        while index < byLast.count, byLast[index].last == word - 1 {
            if byLast[index].id == id { return byLast[index].first...(word - 1) }
            index += 1
        }
        return nil
    }

    /// The words of the longest such cue that begins at a word.
    func words(_ id: String, at word: Int) -> ClosedRange<Int>? {
        var index = Cues.place(in: byFirst) { $0.first < word }
        while index < byFirst.count, byFirst[index].first == word {
            if byFirst[index].id == id { return word...byFirst[index].last }
            index += 1
        }
        return nil
    }

    /// Whether such a cue begins within some words.
    func has(_ id: String, in words: Range<Int>) -> Bool {
        var index = Cues.place(in: byFirst) { $0.first < words.lowerBound }
        while index < byFirst.count, byFirst[index].first < words.upperBound {
            if byFirst[index].id == id { return true }
            index += 1
        }
        return false
    }

    /// The first cue of which something no longer holds; by bisection.
    private static func place(in cues: [Cue], before holds: (Cue) -> Bool) -> Int {
        var low = 0
        var high = cues.count
        while low < high {
            let middle = (low + high) / 2
            if holds(cues[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
