/// Terms that find nothing which another term beside them does not find anyway.
///
/// Where any of several terms will do, hits that overlap count once: a term whose every form
/// holds a hit of another adds nothing. One that holds two of them side by side does, for it
/// makes one hit of what would be two: ‘canot pneumatique’ beside ‘canot’ and ‘pneumatique’.
/// Where nearness counts, the words that a hit spans count too, so that there the other must
/// span the whole term. It is not wrong, so it is a remark and no complaint.
struct ShadowedTerms {
    private typealias Listed = (compiled: CompiledTerm, term: Term)

    private let matcher: Matcher
    private var seen: Set<SettingsPlace> = []
    private var remarks: [SettingsProblem] = []
    /// By pattern, where other patterns are found wherever it is.
    private var known: [Int32: [Int32: ClosedRange<Int32>]] = [:]

    init(_ matcher: Matcher) { self.matcher = matcher }

    /// The remarks on all rules, in their order.
    mutating func remarks(on rules: [CompiledRule]) -> [SettingsProblem] {
        for rule in rules {
            let isNear = rule.rule.onlyNear != nil || rule.rule.unlessNear != nil
            visit(rule.condition, wholly: isNear)
        }
        return remarks
    }

    private mutating func visit(_ condition: CompiledCondition, wholly: Bool) {
        switch condition {
        case .term, .reference: break
        // Lists may be named by conditions of every kind.
        case .list(_, let condition): visit(condition, wholly: true)
        case .any(let alternatives): compare(alternatives, wholly: wholly)
        case .none(let alternatives): compare(alternatives, wholly: false)
        case .all(let conditions), .atLeast(_, let conditions):
            for condition in conditions { visit(condition, wholly: wholly) }
        case .near(let groups, _):
            for group in groups { compare(group, wholly: true) }
        }
    }

    private mutating func compare(_ alternatives: Alternatives, wholly: Bool) {
        var byPattern: [Int32: [Listed]] = [:]
        for listed in alternatives.conditions.flatMap(ShadowedTerms.terms) {
            byPattern[listed.compiled.pattern, default: []].append(listed)
        }
        for condition in alternatives.conditions {
            guard case .term(let compiled, let written) = condition else {
                visit(condition, wholly: wholly)
                continue
            }
            // A list is visited once for each rule that names it.
            guard seen.insert(written.term.place).inserted else { continue }
            remark(on: (compiled, written.term), among: byPattern, wholly: wholly)
        }
    }

    private mutating func remark(
        on listed: Listed, among others: [Int32: [Listed]], wholly: Bool
    ) {
        let (compiled, term) = listed
        let twins = (others[compiled.pattern] ?? []).filter {
            ShadowedTerms.covers($0.term, term) && ShadowedTerms.isBefore($0.term, term)
        }
        if let twin = twins.first { return add(term, "is there already, as", twin.term) }
        let found = covering(compiled.pattern, term).filter { others[$0.key] != nil }
        guard !ShadowedTerms.holdsTwo(found.values) else { return }
        var shadows: [Term] = []
        for (pattern, words) in found where words == ShadowedTerms.all || !wholly {
            for other in others[pattern] ?? [] where ShadowedTerms.covers(other.term, term) {
                let isMutual = covering(pattern, other.term)[compiled.pattern] != nil
                guard !isMutual || ShadowedTerms.stays(other.term, before: term) else { continue }
                shadows.append(other.term)
            }
        }
        if let shadow = shadows.min(by: ShadowedTerms.isBefore) {
            add(term, "adds nothing: all that it finds is found by", shadow)
        }
    }

    /// Whether two of some stretches of words lie side by side.
    private static func holdsTwo(_ stretches: some Collection<ClosedRange<Int32>>) -> Bool {
        guard let first = stretches.map(\.upperBound).min(),
            let last = stretches.map(\.lowerBound).max()
        else { return false }
        return first < last
    }

    private mutating func add(_ term: Term, _ what: String, _ other: Term) {
        let line =
            other.place.file == term.place.file
            ? "line \(other.place.line)" : "\(other.place.file):\(other.place.line)"
        remarks.append(
            SettingsProblem("‘\(term.text)’ \(what) ‘\(other.text)’ (\(line))", at: term.place))
    }

    // MARK: What covers what

    /// What stands for all words of a term.
    private static let all: ClosedRange<Int32> = 0...Int32.max

    /// The patterns that are found in every form of a term, each with its words there; those of
    /// one form where forms differ.
    private mutating func covering(
        _ pattern: Int32, _ term: Term
    ) -> [Int32: ClosedRange<Int32>] {
        if let found = known[pattern] { return found }
        var common: [Int32: ClosedRange<Int32>]?
        for probe in ShadowedTerms.probes(of: term.text) {
            let found = stretches(in: FoldedText(probe), but: pattern)
            common =
                common.map { common in
                    found.reduce(into: [:]) { both, other in
                        guard let words = common[other.key] else { return }
                        both[other.key] = words == ShadowedTerms.all ? other.value : words
                    }
                } ?? found
        }
        known[pattern] = common ?? [:]
        return common ?? [:]
    }

    /// By pattern, the longest stretch of words where it is found.
    private func stretches(
        in text: FoldedText, but pattern: Int32
    ) -> [Int32: ClosedRange<Int32>] {
        var found: [Int32: ClosedRange<Int32>] = [:]
        for hit in matcher.hits(in: text) where hit.pattern != pattern {
            let isWhole = hit.first == 0 && Int(hit.last) == text.tokens.count - 1
            let words = isWhole ? ShadowedTerms.all : hit.first...hit.last
            if found[hit.pattern].map({ $0.count < words.count }) ?? true {
                found[hit.pattern] = words
            }
        }
        return found
    }

    /// A term that asks for no company finds all; one that asks for the same finds the same.
    private static func covers(_ one: Term, _ other: Term) -> Bool {
        one.company == nil || one.company.map(said) == other.company.map(said)
    }

    /// Company without the places of its terms.
    private static func said(_ company: Term.Company) -> [[String]] {
        [
            company.onlyNear, company.unlessNear, company.after, company.notAfter, company.before,
            company.notBefore,
        ].map { $0.map(\.text).sorted() } + [["\(company.within)"]]
    }

    /// Of two that find the same the shorter stays, then the first: ‘dealer’ rather than
    /// ‘dealers’.
    private static func stays(_ one: Term, before other: Term) -> Bool {
        let (length, otherLength) = (one.text.unicodeScalars.count, other.text.unicodeScalars.count)
        return length == otherLength ? isBefore(one, other) : length < otherLength
    }

    private static func isBefore(_ one: Term, _ other: Term) -> Bool {
        (one.place.file, one.place.line, one.place.column)
            < (other.place.file, other.place.line, other.place.column)
    }

    private static func terms(_ condition: CompiledCondition) -> [Listed] {
        switch condition {
        case .term(let compiled, let written): [(compiled, written.term)]
        case .list(_, let condition): terms(condition)
        case .any(let alternatives): alternatives.conditions.flatMap(terms)
        default: []
        }
    }

    // MARK: Probes

    /// Texts that the term finds, such that what is found in all of them is found wherever the
    /// term is: each inflected form, a stem with an ending that no word has, a gap with and
    /// without a word in it.
    private static func probes(of term: String) -> [String] {
        TermSpelling(term).words.reduce([""]) { texts, word in
            let forms = word.isInflected ? Inflection.forms(of: word.text) : [word.text]
            let gaps = word.skip > 0 ? [" ", " \(nonsense(like: word.text)) "] : [" "]
            return texts.flatMap { text in
                gaps.flatMap { gap in
                    forms.map { form in
                        text + (text.isEmpty ? "" : gap) + form
                            + (word.isStem ? nonsense(like: form) : "")
                    }
                }
            }
        }
    }

    private static func nonsense(like word: String) -> String {
        let isArabic = word.unicodeScalars.last.map { (0x600..<0x700).contains($0.value) } ?? false
        return isArabic ? "ظضغظض" : "qxzwkq"
    }
}

extension Examiner {
    /// Terms of rules that another term makes superfluous. Takes a while: it reads every term.
    package func shadowedTerms() -> [SettingsProblem] {
        var shadowed = ShadowedTerms(matcher)
        return shadowed.remarks(on: compiledRules)
    }
}
