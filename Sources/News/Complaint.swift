/// Something wrong in what was read, told to the person who can mend it.
///
/// Lines and columns count from 1; both are nil where the place is unknown.
package struct Complaint: Sendable, Hashable, Codable {
    package var line: Int?
    package var column: Int?
    package var message: String

    package init(line: Int? = nil, column: Int? = nil, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }
}

extension Complaint: CustomStringConvertible {
    /// `line 3, column 17: entity without a name`.
    package var description: String {
        switch (line, column) {
        case (let line?, let column?): "line \(line), column \(column): \(message)"
        case (let line?, nil): "line \(line): \(message)"
        default: message
        }
    }
}
