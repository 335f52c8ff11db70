import News

/// Where in a document a part of it begins; both count from 1.
struct TextPlace: Sendable, Hashable {
    var line = 1
    /// In bytes.
    var column = 1

    /// Moves on by `passed`.
    mutating func advance(over passed: UnsafeBufferPointer<UInt8>) {
        var lineStart = 0
        while let next = passed.first(0x0A, from: lineStart) {
            line += 1
            column = 1
            lineStart = next + 1
        }
        column += passed.count - lineStart
    }

    /// Whether `complaint` is of a place before it.
    func isAfter(_ complaint: Complaint) -> Bool {
        (complaint.line ?? 0, complaint.column ?? 0) < (line, column)
    }
}
