/// Columns set under one another.
struct TextTable {
    private var rows: [[String]]
    private let left: Set<Int>

    /// - Parameter left: the columns that are set to the left; others stand to the right.
    init(_ head: [String], left: Set<Int> = [0]) {
        rows = [head]
        self.left = left
    }

    /// A row has as many cells as the head.
    mutating func add(_ row: [String]) { rows.append(row) }

    var lines: [String] {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            var line = zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return left.contains(column) ? cell.0 + space : space + cell.0
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
