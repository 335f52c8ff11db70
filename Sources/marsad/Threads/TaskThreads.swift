import CRuntime
import Foundation

/// The threads that the program's tasks run on, instead of libdispatch's, which never sleep
/// (`docs/notes/threads.md`).
///
/// As many as there are processors, each started when it is first needed. Where all of them wait
/// for something else than a task, others stand in until they go on.
///
/// Unchecked because the compiler cannot see that the lock guards what changes.
final class TaskThreads: @unchecked Sendable {
    private static let shared = TaskThreads()

    /// To be called before the first task begins.
    static func takeOver() {
        // Its descriptors are opened while there are some.
        _ = Alarm.shared
        marsad_take_tasks { task in
            if let task { TaskThreads.shared.take(task) }
        }
    }

    /// Has something done whenever no task has run for a moment, on the ``Alarm``'s
    /// thread; once, until one has run again.
    static func whenAtRest(_ act: @escaping @Sendable () -> Void) {
        shared.changed.withLock { shared.onRest = act }
    }

    private let changed = NSCondition()
    private var tasks = FIFO<UnsafeMutableRawPointer>()
    private var threads = 0
    private var idle = 0
    /// How many tasks have been taken up.
    private var begun = 0
    private var isWatched = false
    private var onRest: (@Sendable () -> Void)?
    private var isRestAwaited = false

    private let usual = max(2, ProcessInfo.processInfo.activeProcessorCount)
    private static let mostStandIns = 64
    /// Seconds in which not one task was taken up, though some could have been.
    private static let patience = 0.1
    /// Seconds without work that are a rest.
    private static let rest = 0.1

    /// One that may go on.
    private func take(_ task: UnsafeMutableRawPointer) {
        changed.withLock {
            tasks.append(task)
            if idle > 0 { changed.signal() }
            guard tasks.count > idle else { return }
            if threads < usual { start() } else { watch() }
        }
    }

    private func start() {
        threads += 1
        Thread.detachNewThread { self.run() }
    }

    private func run() {
        Thread.current.name = "marsad-task"
        while let task = next() { marsad_run_task(task) }
    }

    /// Nil where this thread is one too many.
    private func next() -> UnsafeMutableRawPointer? {
        changed.withLock {
            while true {
                if let task = tasks.popFirst() {
                    begun += 1
                    return task
                }
                guard threads <= usual else {
                    threads -= 1
                    return nil
                }
                idle += 1
                if idle == threads { awaitRest() }
                changed.wait()
                idle -= 1
            }
        }
    }

    // MARK: Where there is nothing to do

    private func awaitRest() {
        guard onRest != nil, !isRestAwaited else { return }
        isRestAwaited = true
        Alarm.shared.set(after: TaskThreads.rest) { self.beAtRest() }
    }

    /// Where somebody is at work again, the next who ends it looks anew.
    private func beAtRest() {
        let act = changed.withLock {
            isRestAwaited = false
            return idle == threads && tasks.count == 0 ? onRest : nil
        }
        act?()
    }

    // MARK: Where all wait for something else

    private func watch() {
        guard !isWatched else { return }
        isWatched = true
        let begun = begun
        Alarm.shared.set(after: TaskThreads.patience) { self.relieve(since: begun) }
    }

    private func relieve(since begun: Int) {
        changed.withLock {
            isWatched = false
            guard tasks.count > idle else { return }
            if self.begun == begun, threads < usual + TaskThreads.mostStandIns { start() }
            watch()
        }
    }
}

/// First in, first out.
private struct FIFO<Element> {
    private var elements: [Element] = []
    private var head = 0

    var count: Int { elements.count - head }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        defer {
            head += 1
            if head == elements.count {
                elements.removeAll(keepingCapacity: head < 1_024)
                head = 0
            } else if head > 1_024, head * 2 > elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }
}
