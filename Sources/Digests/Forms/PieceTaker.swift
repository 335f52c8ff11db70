/// Takes what comes next of a form. Forms of a month are many megabytes long, and none is held
/// whole on its way into a file.
package typealias PieceTaker = (String) -> Void

extension String {
    /// Bytes from which on a piece is worth a write of its own.
    static let pieceLength = 1 << 16

    /// Hands the text on where there is enough of it, and begins anew.
    mutating func handOn(to take: PieceTaker?) {
        guard let take, utf8.count >= String.pieceLength else { return }
        take(self)
        removeAll(keepingCapacity: true)
    }
}
