import Extraction

/// Which rules were read whole, with all lists, topics and names that they ask for: only of these
/// does an example that fails tell anything.
struct SoundRules {
    private let settings: TopicSettings
    private let faultyPlaces: Set<SettingsPlace>
    private let faultyFiles: Set<String>
    private let faultyLists: Set<String>
    private let isLexiconSound: Bool
    /// Of references, as they are written.
    private var known: [String: Bool] = [:]

    /// - Parameters:
    ///   - problems: all that is wrong with the settings.
    ///   - faultyLists: those of which not every term could be read.
    init(
        _ settings: TopicSettings, problems: [SettingsProblem], faultyLists: Set<String>,
        isLexiconSound: Bool
    ) {
        self.settings = settings
        faultyPlaces = Set(problems.map(\.place))
        faultyFiles = Set(problems.map(\.place.file))
        self.faultyLists = faultyLists
        self.isLexiconSound = isLexiconSound
    }

    /// The places of these rules.
    mutating func places() -> Set<SettingsPlace> {
        var places: Set<SettingsPlace> = []
        for rule in settings.all.flatMap(\.rules) where isSound(rule) { places.insert(rule.place) }
        return places
    }

    private mutating func isSound(_ rule: Rule) -> Bool {
        !faultyPlaces.contains(rule.place) && areSound(rule.terms)
    }

    private mutating func areSound(_ terms: [Term]) -> Bool {
        for term in terms where faultyPlaces.contains(term.place) || !isSound(term.text) {
            return false
        }
        return true
    }

    private mutating func isSound(_ reference: String) -> Bool {
        guard let sign = reference.first, "@$#".contains(sign) else { return true }
        if let known = known[reference] { return known }
        // What asks for itself is as sound as all else that it asks for.
        known[reference] = true
        let name = String(reference.dropFirst())
        let isSound =
            switch sign {
            case "@": isLexiconSound
            case "$":
                !faultyLists.contains(name)
                    && areSound((settings.lists[name] ?? []).flatMap(\.terms))
            default: isSoundTopic(name)
            }
        known[reference] = isSound
        return isSound
    }

    private mutating func isSoundTopic(_ id: String) -> Bool {
        guard let topic = settings.topics.first(where: { $0.id == id }),
            !faultyFiles.contains(topic.place.file)
        else { return false }
        return areSound(topic.terms)
    }
}

/// Lists that no rule names, itself or through another list.
struct IdleLists {
    private let settings: TopicSettings

    init(_ settings: TopicSettings) { self.settings = settings }

    /// Their names.
    var names: Set<String> {
        var idle = Set(settings.lists.keys)
        var terms = settings.all.flatMap(\.terms)
        while !terms.isEmpty {
            let named = Set(terms.map(\.text).filter { $0.hasPrefix("$") }.map { $0.dropFirst() })
                .map(String.init).filter(idle.contains)
            idle.subtract(named)
            terms = named.flatMap { settings.lists[$0] ?? [] }.flatMap(\.terms)
        }
        return idle
    }
}

extension TopicSettings {
    /// The topics and relevance.
    fileprivate var all: [TopicRules] { topics + [relevance] }
}

// Every term that is written in them, with those of their company.

extension TopicRules {
    fileprivate var terms: [Term] {
        (requires + vetoes).flatMap(\.terms) + rules.flatMap(\.terms)
    }
}

extension Rule {
    fileprivate var terms: [Term] {
        ([condition] + (onlyNear?.terms ?? []) + (unlessNear?.terms ?? [])).flatMap(\.terms)
    }
}

extension Condition {
    fileprivate var terms: [Term] {
        switch self {
        case .term(let term): [term] + (term.company?.terms ?? [])
        case .any(let all), .all(let all), .none(let all), .atLeast(_, let all):
            all.flatMap(\.terms)
        case .near(let near): near.groups.joined().flatMap(\.terms)
        }
    }
}

extension Term.Company {
    fileprivate var terms: [Term] {
        onlyNear + unlessNear + after + notAfter + before + notBefore
    }
}
