import Foundation
import Storage

/// Keeps judgements for commands: through the daemon that has the archive, where one listens,
/// so that one connection does all the writing; else in the archive itself, in turn with
/// whoever else writes there.
final class LabelKeeper {
    /// What goes into one request: its line may be a megabyte.
    private static let batch = 200

    private let state: StateOption
    private var archive: Archive?

    init(_ state: StateOption) {
        self.state = state
    }

    /// Keeps judgements of items that the archive has, and takes others back.
    func keep(_ labels: [Label], forget: [Label] = []) throws {
        for start in stride(from: 0, to: max(labels.count, 1), by: LabelKeeper.batch) {
            let some = Array(labels.dropFirst(start).prefix(LabelKeeper.batch))
            try keepSome(some, forget: start == 0 ? forget : [])
        }
    }

    private func keepSome(_ labels: [Label], forget: [Label]) throws {
        guard !labels.isEmpty || !forget.isEmpty else { return }
        var request = ControlRequest(.label)
        (request.labels, request.forget) = (labels, forget)
        if try ControlClient(state: state.path)?.ask(request) != nil { return }
        let archive = try archive ?? Workspace.open(state, .writeBeside)
        self.archive = archive
        try orFail { () throws(ArchiveError) in
            _ = try archive.keep(labels)
            for label in forget { try archive.drop(label) }
        }
    }
}
