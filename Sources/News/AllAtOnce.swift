import Dispatch
import Synchronization

/// Work on several values at the same time, as far as there are processors.
package enum AllAtOnce {
    /// The results in the order of the values; of several failures the first in that order is
    /// thrown. All values are worked on, whether some fail or not.
    package static func map<Value: Sendable, Output: Sendable, Failure: Error>(
        _ values: [Value], _ work: @Sendable (Value) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        let results = Results<Output, Failure>(count: values.count)
        DispatchQueue.concurrentPerform(iterations: values.count) { place in
            results.keep(
                Result { () throws(Failure) in try work(values[place]) }, at: place)
        }
        return try results.inOrder()
    }

    /// The same for many values, of which so many go together.
    package static func map<Value: Sendable, Output: Sendable, Failure: Error>(
        _ values: [Value], by count: Int, _ work: @Sendable (Value) throws(Failure) -> Output
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
    private let results: Mutex<[Result<Output, Failure>?]>

    init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

    func keep(_ result: Result<Output, Failure>, at place: Int) {
        results.withLock { $0[place] = result }
    }

    func inOrder() throws(Failure) -> [Output] {
        var outputs: [Output] = []
        for result in results.withLock({ $0 }) {
            if let result { outputs.append(try result.get()) }
        }
        return outputs
    }
}
