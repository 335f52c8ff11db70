/// Does one thing after another, in the order in which they were asked for.
actor InTurn {
    private var last: Task<Void, Never>?

    func run<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> Value {
        let task = Task { [last] in
            await last?.value
            return await body()
        }
        last = Task { _ = await task.value }
        return await task.value
    }
}
