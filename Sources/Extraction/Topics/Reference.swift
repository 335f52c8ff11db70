/// What `@…` and `#…` in a rule stand for.
enum Reference: Sendable, Hashable {
    /// `@hammouchi`, `@dgsn`: entries of the lexicon by number.
    case entries([Int])
    /// `@people`, `@drugs`: every entry of a kind.
    case kind(LexiconKind)
    /// `@country`, `@country:MA`, `@country:foreign`.
    case country(Scope)
    /// `@place`, `@place:city`, `@place:foreign`.
    case place(ofKind: String?, scope: Scope)
    /// `@police:MA`, `@police:foreign`, `@police`; and of these only some: `@police:MA:named`,
    /// `@police:MA:strong`, `@police:MA:weak`.
    case police(Scope, Standing?)
    /// `@setting:foreign`: words that set the text in a country; no adjectives of people.
    case setting(Scope)
    /// `@act:arrest`.
    case act(String)
    /// `@quantity`, `@quantity:drug`.
    case quantity(String?)
    /// `#drugs`.
    case topic(String)

    enum Scope: Sendable, Hashable {
        case all, foreign
        case country(String)
    }

    /// How surely a mention means the police.
    enum Standing: String, Sendable, Hashable {
        /// By the name of a force or unit.
        case named
        /// By a word that means nothing else.
        case strong
        /// By a word that means other things as well.
        case weak
    }

    /// Nil where the name means nothing.
    init?(_ text: String, lexicon: Lexicon) {
        if text.hasPrefix("#") {
            self = .topic(String(text.dropFirst()))
            return
        }
        let parts = text.dropFirst().split(separator: ":", maxSplits: 1).map(String.init)
        guard let head = parts.first else { return nil }
        let tail = parts.count > 1 ? parts[1] : nil
        if let tail, let known = Reference.tails(of: head, lexicon) {
            let name = head == "police" ? tail.prefix { $0 != ":" } : tail[...]
            guard known.contains(String(name)) else { return nil }
        }
        switch head {
        case "country": self = .country(Reference.scope(tail))
        case "place" where tail == nil || tail == "foreign" || tail == "MA":
            self = .place(ofKind: nil, scope: Reference.scope(tail))
        case "place": self = .place(ofKind: tail, scope: .all)
        case "police":
            let parts = (tail ?? "").split(separator: ":").map(String.init)
            let standing = parts.count > 1 ? Standing(rawValue: parts[1]) : nil
            guard parts.count < 2 || standing != nil else { return nil }
            self = .police(Reference.scope(parts.first), standing)
        case "setting": self = .setting(Reference.scope(tail))
        case "act":
            guard let tail else { return nil }
            self = .act(tail)
        case "quantity": self = .quantity(tail)
        default:
            guard tail == nil else { return nil }
            if let kind = LexiconKind(rawValue: head) {
                self = .kind(kind)
            } else {
                let entries = lexicon.numbers(of: head)
                guard !entries.isEmpty else { return nil }
                self = .entries(entries)
            }
        }
    }

    /// What may stand behind the colon of `@act:`, `@place:` and the like; nil for other heads.
    static func tails(of head: String, _ lexicon: Lexicon) -> Set<String>? {
        func ids(_ kinds: LexiconKind...) -> Set<String> {
            kinds.reduce(into: []) { $0.formUnion(lexicon.index[$1]?.keys.map(\.self) ?? []) }
        }
        func kinds(of those: LexiconKind...) -> Set<String> {
            Set(
                zip(lexicon.kinds, lexicon.traits).compactMap { kind, traits in
                    those.contains(kind) ? traits.ofKind : nil
                })
        }
        return switch head {
        case "act": ids(.acts)
        case "country", "police", "setting": ids(.countries).union(["foreign", "MA"])
        case "place": kinds(of: .places).union(["city", "foreign", "MA"])
        case "quantity":
            ids(.counted, .units, .drugs).union(kinds(of: .counted, .units)).union(["drug"])
        default: nil
        }
    }

    /// What an unknown `@…` may have been meant to be.
    static func suggestion(for text: String, lexicon: Lexicon) -> String {
        let parts = text.dropFirst().split(separator: ":", maxSplits: 1).map(String.init)
        guard let head = parts.first else { return "" }
        if parts.count > 1, let known = tails(of: head, lexicon) {
            let tail = String(parts[1].prefix { $0 != ":" })
            if !known.contains(tail) {
                let hint = Suggestion.question(for: tail, among: known, sign: "@\(head):")
                return hint.isEmpty && known.count <= 20
                    ? "; there are \(known.sorted().joined(separator: ", "))" : hint
            }
            return "; behind ‘@\(head):\(tail):’ may stand named, strong or weak"
        }
        let known =
            ["act", "country", "place", "police", "quantity", "setting"] + lexicon.entries.map(\.id)
            + LexiconKind.allCases.map(\.rawValue)
        return Suggestion.question(for: head, among: known, sign: "@")
    }

    private static func scope(_ text: String?) -> Scope {
        switch text {
        case nil: .all
        case "foreign": .foreign
        case let code?: .country(code)
        }
    }
}

extension Reference.Scope {
    /// Whether a country is meant; a mention that belongs to no country is none's.
    func covers(_ country: String?) -> Bool {
        switch self {
        case .all: true
        case .foreign: country != nil && country != "MA"
        case .country(let code): country == code
        }
    }
}
