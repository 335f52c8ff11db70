/// The terms of all rules in groups of which any will do, found from a document's hits.
///
/// A document has few hits and the rules have thousands of terms: so no rule looks for its
/// terms, but the hits say which groups they belong to.
struct TermGroups: Sendable {
    fileprivate struct Member: Sendable {
        var group: Int32
        /// The term's place in the group.
        var position: Int32
    }

    private var terms: [[CompiledTerm]] = []
    /// By pattern, the groups that hold it, as they were added.
    private var added: [(number: Int32, element: Member)] = []
    private var members = Buckets<Member>()

    var count: Int { terms.count }
    /// How many alternatives were numbered.
    private(set) var alternativesCount = 0

    mutating func nextAlternatives() -> Int {
        alternativesCount += 1
        return alternativesCount - 1
    }

    /// The number of a new group.
    mutating func add(_ group: [CompiledTerm]) -> Int {
        let number = terms.count
        for (position, term) in group.enumerated() {
            added.append(
                (term.pattern, Member(group: Int32(number), position: Int32(position))))
        }
        terms.append(group)
        return number
    }

    /// Ready to be asked, when all groups are added.
    func finished() -> TermGroups {
        var groups = self
        groups.members = Buckets(added)
        groups.added = []
        return groups
    }

    /// The groups that have hits in a document.
    func matches(in table: HitTable) -> Matches { Matches(self, table) }

    /// The groups that have hits in one document, with their terms in the order of the rule.
    struct Matches: Sendable {
        /// By group, the number of its first link; -1 for none.
        private var heads: [Int32]
        private var links: [Link] = []

        /// A term of a group that has hits.
        struct Link: Sendable {
            /// Its place in the group.
            var position: Int32
            /// The place of its pattern in ``HitTable/patterns``.
            var pattern: Int32
            /// The link of the next term of the group; -1 for none.
            fileprivate(set) var next: Int32
        }

        fileprivate init(_ groups: TermGroups, _ table: HitTable) {
            heads = [Int32](repeating: -1, count: groups.count)
            links.reserveCapacity(table.patterns.count * 2)
            for (pattern, number) in table.patterns.enumerated() {
                for place in groups.members.range(number) {
                    add(groups.members[place], Int32(truncatingIfNeeded: pattern))
                }
            }
        }

        /// Puts a term behind those of its group that the rule has in front of it.
        private mutating func add(_ member: Member, _ pattern: Int32) {
            let new = Int32(truncatingIfNeeded: links.count)
            let group = Int(member.group)
            var before: Int32 = -1
            var next = heads[group]
            while next >= 0, links[Int(next)].position <= member.position {
                before = next
                next = links[Int(next)].next
            }
            links.append(Link(position: member.position, pattern: pattern, next: next))
            if before < 0 { heads[group] = new } else { links[Int(before)].next = new }
        }

        func has(_ group: Int) -> Bool { heads[group] >= 0 }

        fileprivate func first(of group: Int) -> Link? { link(heads[group]) }
        fileprivate func next(after link: Link) -> Link? { self.link(link.next) }

        private func link(_ number: Int32) -> Link? { number < 0 ? nil : links[Int(number)] }
    }

    /// What makes a group hold: the hits of its terms that keep their company, term by term.
    func spans(of group: Int, _ matches: Matches, in table: HitTable) -> [Span] {
        var spans: [Span] = []
        var next = matches.first(of: group)
        while let link = next {
            let hits = table.hits(at: Int(link.pattern))
            let term = terms[group][Int(link.position)]
            spans.reserveCapacity(spans.count + hits.count)
            for hit in hits where table.isInCompany(hit, term.company) { spans.append(Span(hit)) }
            next = matches.next(after: link)
        }
        return spans
    }
}
