/// The nearest allowed word to one that is not allowed.
package enum Suggestion {
    /// Nil where nothing is near enough to have been meant.
    package static func nearest(to word: String, among allowed: some Sequence<String>) -> String? {
        let near = allowed.map { (word: $0, distance: distance(word, $0)) }
            .min { ($0.distance, $0.word) < ($1.distance, $1.word) }
        guard let near, near.distance <= max(1, word.count / 2) else { return nil }
        return near.word
    }

    /// `; did you mean ‘drugs’?` with the nearest word, its sign before it; empty where nothing
    /// is near.
    package static func question(
        for word: String, among allowed: some Sequence<String>, sign: String = ""
    ) -> String {
        nearest(to: word, among: allowed).map { "; did you mean ‘\(sign)\($0)’?" } ?? ""
    }

    /// Letters to insert, remove, replace or swap (Damerau–Levenshtein, adjacent swaps).
    static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left)
        let b = Array(right)
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var rows = [Array(0...b.count)]
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, rows[i - 2][j - 2] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
