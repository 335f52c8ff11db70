import Settings

/// The rules that items are examined by: at once where they are compiled, else as soon as they
/// are. A daemon asks its first feeds meanwhile.
enum AwaitedRules: Sendable {
    case known(Configuration)
    case coming(Task<Configuration, Never>)

    /// All settings, with the rules.
    var settings: Configuration {
        get async {
            switch self {
            case .known(let settings): settings
            case .coming(let task): await task.value
            }
        }
    }

    var areThere: Bool {
        if case .known = self { true } else { false }
    }
}
