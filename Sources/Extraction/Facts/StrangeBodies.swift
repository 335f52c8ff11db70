import News

extension Facts {
    /// Leaves out bodies that are not the Moroccan ones whose name they bear, wherever they are
    /// told of: as speakers and in acts too. An act that nobody and nothing is left of goes.
    ///
    /// - Parameter starts: where their mentions begin.
    mutating func leaveOutBodies(at starts: Set<Int>, of lexicon: Lexicon) {
        guard !starts.isEmpty else { return }
        var gone: Set<String> = []
        var names: Set<String> = []
        for index in organisations.indices {
            guard let entry = lexicon.entry(.organisations, organisations[index].id),
                entry.attributes["ambiguous"] != nil
            else { continue }
            organisations[index].mentions.removeAll { starts.contains($0.start) }
            guard organisations[index].mentions.isEmpty else { continue }
            gone.insert(organisations[index].id)
            names.insert(organisations[index].name)
        }
        guard !gone.isEmpty else { return }
        organisations.removeAll { $0.mentions.isEmpty }
        for index in quotations.indices {
            guard let speaker = quotations[index].speaker, names.contains(speaker) else { continue }
            quotations[index].speaker = nil
        }
        acts = acts.compactMap { given in
            var act = given
            act.agents.removeAll(where: gone.contains)
            act.objects.removeAll(where: gone.contains)
            let isBare = act.agents.isEmpty && act.objects.isEmpty && act.quantities.isEmpty
            return isBare && act != given ? nil : act
        }
    }
}
