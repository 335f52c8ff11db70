import News

extension Examiner {
    /// The examples of rules that do not hold: sentences that a rule should hit and does not,
    /// or the other way round.
    ///
    /// - Parameter isTried: by the place of a rule.
    package func failedExamples(
        where isTried: (SettingsPlace) -> Bool = { _ in true }
    ) -> [SettingsProblem] {
        compiledRules.filter { isTried($0.rule.place) }.flatMap { compiled in
            let rule = compiled.rule
            let missed = rule.examples.match.filter { !hits(compiled, $0.text) }.map {
                SettingsProblem("the rule ‘\(rule.id)’ does not match this example", at: $0.place)
            }
            let wrong = rule.examples.noMatch.filter { hits(compiled, $0.text) }.map {
                SettingsProblem("the rule ‘\(rule.id)’ matches this counter-example", at: $0.place)
            }
            return missed + wrong
        }
    }

    private func hits(_ rule: CompiledRule, _ text: String) -> Bool {
        let language = rule.rule.languages.count == 1 ? rule.rule.languages.first : nil
        let document = Document(
            id: "example", source: rule.rule.feeds.first ?? "example", title: "", body: text,
            language: language, country: rule.rule.countries.first,
            tags: Array(rule.rule.tags))
        return holds(rule, in: document)
    }
}
