import GRDB

/// Leaves out of a query's phrases the forms of words that stand nowhere in the index.
///
/// An Arabic word has some fifty forms with clitics, of which few were ever written: only so few
/// can be combined into phrases. To look for them costs as much as the index takes to pass over
/// what is not there; so single words keep theirs.
struct SearchPresence {
    let db: Database

    func reduced(_ query: SearchQuery) throws -> SearchQuery {
        var query = query
        query.clauses = try query.clauses.map { try $0.map(reduced) }
        query.excluded = try query.excluded.map(reduced)
        return query
    }

    /// Whether one of these words, or one that begins so, stands in a title or a text.
    func hasAny(of words: [String], asBeginnings: Bool) throws -> Bool {
        try words.contains { try has($0, asBeginning: asBeginnings) }
    }

    /// Of a word that is not there at all one form is kept: it finds nothing.
    private func reduced(_ term: SearchTerm) throws -> SearchTerm {
        guard term.words.count > 1 else { return term }
        var term = term
        for (place, forms) in term.words.enumerated() where forms.count > 1 {
            let isBeginning = term.isPrefix && place == term.words.count - 1
            let present = try forms.filter { try has($0, asBeginning: isBeginning) }
            term.words[place] = present.isEmpty ? Array(forms.prefix(1)) : present
        }
        return term
    }

    private func has(_ word: String, asBeginning: Bool) throws -> Bool {
        let expression = SearchExpression.word(word, isBeginning: asBeginning)
        return try db.row("SELECT rowid FROM search WHERE search MATCH ? LIMIT 1", [expression])
            != nil
    }
}

extension Archive {
    /// Whether one of these words stands in the title or text of an item, as they are indexed; or
    /// a word that begins so.
    package func hasWord(
        of words: [String], asBeginnings: Bool = false
    ) throws(ArchiveError) -> Bool {
        let words = words.flatMap(SearchWords.words(in:))
        return try read { db in
            try SearchPresence(db: db).hasAny(of: words, asBeginnings: asBeginnings)
        }
    }
}
