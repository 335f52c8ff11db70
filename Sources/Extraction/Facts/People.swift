import News

/// People whom the text names.
struct People: Sendable {
    func findings(in scan: Scan) -> [Person] {
        var gathered = Gathered<Int>()
        for hit in scan.longest(.people) { gathered.add(scan.mention(hit), of: hit.entry) }
        return gathered.order.map { number in
            let entry = scan.lexicon.entries[number]
            return Person(
                id: entry.id, name: entry.name(in: scan.language),
                role: entry.role(in: scan.language), mentions: gathered.mentions(of: number))
        }
    }
}

extension LexiconEntry {
    /// The office in a language, else in Arabic, French or English.
    func role(in language: String) -> String? {
        for key in ["role.\(language)", "role.ar", "role.fr", "role.en", "role"] {
            if let role = attributes[key] { return role }
        }
        return nil
    }
}
