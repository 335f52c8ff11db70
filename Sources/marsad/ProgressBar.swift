import Foundation

/// How far a long piece of work is, on standard error and only where somebody watches.
struct ProgressBar: Sendable {
    let total: Int
    private let isShown = Terminal.hasProgress

    init(total: Int) { self.total = total }

    func show(_ done: Int) {
        guard isShown, total > 0 else { return }
        let share = min(1, Double(done) / Double(total))
        let width = 30
        let full = Int(share * Double(width))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        Terminal.tell("\r\(bar) \(Int(share * 100)) %  \(done) of \(total)")
    }

    /// Leaves the line empty.
    func finish() {
        guard isShown else { return }
        Terminal.tell("\r\u{1B}[K")
    }
}
