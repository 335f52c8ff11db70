import Settings

/// The rules that items are examined by: at once where they are compiled, else as soon as they
/// are. A daemon asks its first feeds meanwhile.
enum AwaitedRules: Sendable {
    case known(Configuration)
    case coming(ComingRules)

    /// All settings, with the rules.
    var settings: Configuration {
        get async {
            switch self {
            case .known(let settings): settings
            case .coming(let rules): await rules.settings
            }
        }
    }

    var areThere: Bool {
        if case .known = self { true } else { false }
    }
}

/// Compiles rules once somebody waits for them, and once for all who do.
actor ComingRules {
    private let compile: @Sendable () async -> Configuration
    private var task: Task<Configuration, Never>?

    init(_ compile: @escaping @Sendable () async -> Configuration) { self.compile = compile }

    var settings: Configuration {
        get async {
            let task = self.task ?? Task { await compile() }
            self.task = task
            return await task.value
        }
    }
}
