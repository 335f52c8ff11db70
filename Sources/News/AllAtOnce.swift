import Foundation
import Synchronization

/// Work on several values at the same time, as far as there are processors.
///
/// By threads that end with the work rather than by libdispatch, whose threads, once there are
/// any, keep a process from ever sleeping for longer than a second (`docs/notes/threads.md`).
package enum AllAtOnce {
    /// The results in the order of the values; of several failures the first in that order is
    /// thrown. All values are worked on, whether some fail or not.
    package static func map<Value: Sendable, Output: Sendable, Failure: Error>(
        _ values: [Value], _ work: @escaping @Sendable (Value) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        let results = Results<Output, Failure>(count: values.count)
        let help: @Sendable () -> Void = {
            while let place = results.next() {
                results.keep(
                    Result { () throws(Failure) in try work(values[place]) }, at: place)
            }
        }
        let processors = ProcessInfo.processInfo.activeProcessorCount
        for _ in 1..<max(1, min(processors, values.count)) { Thread.detachNewThread(help) }
        help()
        return try results.inOrder()
    }

    /// The same for many values, of which so many go together.
    package static func map<Value: Sendable, Output: Sendable, Failure: Error>(
        _ values: [Value], by count: Int,
        _ work: @escaping @Sendable (Value) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        let starts = Array(stride(from: 0, to: values.count, by: count))
        return try map(starts) { start throws(Failure) in
            var part: [Output] = []
            for value in values[start..<min(start + count, values.count)] {
                part.append(try work(value))
            }
            return part
        }.flatMap(\.self)
    }
}

/// Filled by several threads, read when all are done.
private final class Results<Output: Sendable, Failure: Error>: Sendable {
    private struct State {
        var results: [Result<Output, Failure>?]
        var begun = 0
        var left: Int
    }

    private let state: Mutex<State>
    private let done = DispatchSemaphore(value: 0)

    init(count: Int) {
        state = Mutex(State(results: Array(repeating: nil, count: count), left: count))
        if count == 0 { done.signal() }
    }

    /// The place of a value that nobody works on yet; nil where there is none.
    func next() -> Int? {
        state.withLock { state in
            guard state.begun < state.results.count else { return nil }
            defer { state.begun += 1 }
            return state.begun
        }
    }

    func keep(_ result: Result<Output, Failure>, at place: Int) {
        let isLast = state.withLock { state in
            state.results[place] = result
            state.left -= 1
            return state.left == 0
        }
        if isLast { done.signal() }
    }

    /// Waits for the last. To be called once.
    func inOrder() throws(Failure) -> [Output] {
        done.wait()
        var outputs: [Output] = []
        for result in state.withLock({ $0.results }) {
            if let result { outputs.append(try result.get()) }
        }
        return outputs
    }
}
