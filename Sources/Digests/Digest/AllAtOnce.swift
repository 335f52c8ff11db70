import Foundation

/// Work on several values at the same time, as far as there are processors.
enum AllAtOnce {
    /// The same for many values, of which so many go together.
    static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], by count: Int, _ work: @Sendable (Value) -> Result
    ) -> [Result] {
        let starts = Array(stride(from: 0, to: values.count, by: count))
        return map(starts) { start in
            values[start..<min(start + count, values.count)].map(work)
        }.flatMap(\.self)
    }

    /// The results in the order of the values.
    static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], _ work: @Sendable (Value) -> Result
    ) -> [Result] {
        let results = Results<Result>(values.count)
        DispatchQueue.concurrentPerform(iterations: values.count) { index in
            results.set(work(values[index]), at: index)
        }
        return results.all
    }
}

/// `@unchecked Sendable`: the results are touched under the lock alone.
private final class Results<Result>: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Result?]

    init(_ count: Int) { results = Array(repeating: nil, count: count) }

    func set(_ result: Result, at index: Int) {
        lock.withLock { results[index] = result }
    }

    var all: [Result] { lock.withLock { results.compactMap(\.self) } }
}
