package import News

extension Examiner {
    /// Examines a document and says why.
    ///
    /// - Parameter nearest: for topics not reached, also what was nearest, and for all hits how
    ///   they were read, which takes much longer than examining.
    package func explain(_ document: Document, nearest: Bool = true) -> Explanation {
        let scan = scan(document)
        let facts = extractors.facts(in: scan)
        let sums = TopicSums(topics, scan, JudgedFacts(facts))
        let lookAlikes = nearest ? LookAlikes(scan, lexicon: lexicon) : nil
        return Explanation(
            report: report(of: scan, facts, topics.judgement(by: sums), withText: true),
            relevance: sums.account(of: topics.relevance, lookAlikes),
            topics: sums.accounts(of: topics.topics, lookAlikes))
    }

    /// The arithmetic alone, of any number of documents: nothing is looked for that no rule asks
    /// for, and of a text in which nothing can count no account is taken at all.
    ///
    /// - Parameter isWanted: whether topics are wanted too, by the account of relevance.
    package func accounts(
        of document: Document, topicsWhere isWanted: (_ relevance: TopicAccount) -> Bool
    ) -> (relevance: TopicAccount, topics: [TopicAccount]) {
        let reading = reading(of: document)
        let nothing = TopicAccount(ofNothing: topics.relevance.topic)
        guard topics.mayConcern(reading.hits) || isWanted(nothing) else { return (nothing, []) }
        let scan = scan(document, reading)
        let sums = TopicSums(topics, scan, JudgedFacts(scan, Names(scan)))
        let relevance = sums.account(of: topics.relevance, nil)
        return (relevance, isWanted(relevance) ? sums.accounts(of: topics.topics, nil) : [])
    }
}

extension TopicAccount {
    /// Of a document in which no rule counts.
    fileprivate init(ofNothing topic: TopicRules) {
        self.init(
            id: topic.id, score: 0, threshold: topic.threshold, isReached: false, rules: [],
            barred: [], nearest: [])
    }

    /// What becomes of it behind a stronger topic, if there is one.
    fileprivate func standingBack(_ stronger: CompiledTopic?) -> TopicAccount {
        guard let stronger else { return self }
        var account = self
        account.isReached = false
        account.grade = nil
        account.barred.append(
            "stands back behind #\(stronger.topic.id), which is stronger and not ‘beside’ it")
        return account
    }
}

extension TopicSums {
    /// Those of several topics, reached ones first, then by score.
    fileprivate func accounts(
        of topics: [CompiledTopic], _ lookAlikes: LookAlikes?
    ) -> [TopicAccount] {
        let reached = topics.filter { sum(of: $0).isReached }
        return topics.map { topic in
            account(of: topic, lookAlikes)
                .standingBack(
                    sum(of: topic).isReached ? stronger(than: topic, among: reached) : nil)
        }.sorted {
            ($0.isReached ? 0 : 1, $1.score, $0.id) < ($1.isReached ? 0 : 1, $0.score, $1.id)
        }
    }

    /// The arithmetic of a topic, and with look-alikes what was nearest where it is missed.
    fileprivate func account(of topic: CompiledTopic, _ lookAlikes: LookAlikes?) -> TopicAccount {
        let sum = sum(of: topic)
        var account = TopicAccount(
            id: topic.topic.id, score: Topics.rounded(sum.score),
            threshold: topic.topic.threshold, isReached: sum.isReached,
            grade: sum.isReached ? topic.topic.grade(of: sum.score) : nil, rules: sum.rules,
            barred: barred(topic, judge), nearest: [])
        guard let lookAlikes else { return account }
        account.rules = read(sum.rules, of: topic)
        guard !sum.isReached else { return account }
        let finder = ShortfallFinder(sums: self, judge: judge, lookAlikes: lookAlikes)
        let counted = Set(sum.rules.map(\.rule))
        account.nearest = Array(
            topic.rules.filter { $0.rule.weight > 0 && !counted.contains($0.rule.id) }
                .map(finder.shortfall).filter { $0.closeness > 0 }
                .sorted { ($1.closeness, $0.rule) < ($0.closeness, $1.rule) }.prefix(3))
        return account
    }

    /// The accounts with what their hits were read as.
    private func read(_ accounts: [RuleAccount], of topic: CompiledTopic) -> [RuleAccount] {
        let readings = HitReadings(scan)
        return accounts.map { account in
            var account = account
            let rule = topic.rules.first { $0.rule.id == account.rule }
            account.readings = rule.map { readings.readings(of: account, $0) } ?? []
            return account
        }
    }

    private func barred(_ topic: CompiledTopic, _ judge: ConditionJudge) -> [String] {
        topic.requires.filter { !judge.outcome(of: $0).holds }
            .map { "requires \($0.words), which is not there" }
            + topic.vetoes.compactMap { veto in
                let outcome = judge.outcome(of: veto)
                guard outcome.holds else { return nil }
                let quote = outcome.spans.first.map { " («\(scan.quote($0.start, $0.end))»)" }
                return "is vetoed by \(veto.words)\(quote ?? "")"
            }
    }
}
