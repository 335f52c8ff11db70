/// Questions about single words that several extractors ask.
extension Scan {
    /// Whether the word begins with «و», joined or detached.
    func hasWaw(_ word: Int) -> Bool {
        let token = text.tokens[word]
        return token.script == .arabic && token.count > 1
            && text.letters[Int(token.start)] == Alphabet.waw
    }

    /// Whether the word bears the article, behind proclitics or not: المدينة, بالمدينة, للمدينة.
    func hasArticle(_ word: Int) -> Bool {
        let token = text.tokens[word]
        guard token.script == .arabic, token.count >= 4 else { return false }
        let letters = text.letters[token.letters]
        var start = letters.startIndex
        if Proclitics.isConjunction(letters[start]) { start += 1 }
        if letters[start] == Alphabet.lam, letters[start + 1] == Alphabet.lam { return true }
        if Proclitics.isPreposition(letters[start]) { start += 1 }
        return letters.endIndex - start >= 4 && letters[start] == Alphabet.alef
            && letters[start + 1] == Alphabet.lam
    }

    /// Whether an Arabic word ends in ي, as adjectives of origin do.
    func endsInYa(_ word: Int) -> Bool {
        let token = text.tokens[word]
        return token.script == .arabic && text.letters[Int(token.end) - 1] == Alphabet.ya
    }

    /// Whether an Arabic word ends in يا, as indefinite adjectives of origin do in the accusative
    /// and as names of states do: غينيا, إسبانيا.
    func endsInYaAlef(_ word: Int) -> Bool {
        let token = text.tokens[word]
        return token.script == .arabic && token.count > 3
            && text.letters[Int(token.end) - 1] == Alphabet.alef
            && text.letters[Int(token.end) - 2] == Alphabet.ya
    }

    /// Whether an Arabic word looks like an indefinite noun in the accusative: مواطنا, not ما.
    func isAccusative(_ word: Int) -> Bool {
        let token = text.tokens[word]
        return token.script == .arabic && token.count > 3
            && text.letters[Int(token.end) - 1] == Alphabet.alef && !hasArticle(word)
    }

    /// Whether the word is one of some folded ones, without clitics.
    func isWord(_ word: Int, among words: WordSet) -> Bool {
        guard text.tokens.indices.contains(word) else { return false }
        return words.contains(text.tokens[word], of: text)
    }

    /// Whether the word's folded letters are some.
    func isWord(_ word: Int, _ letters: [UInt8]) -> Bool {
        let token = text.tokens[word]
        return token.count == letters.count && begins(word, with: letters)
    }

    /// Whether the word's folded letters begin with some.
    func begins(_ word: Int, with letters: [UInt8]) -> Bool {
        let token = text.tokens[word]
        guard token.count >= letters.count else { return false }
        let start = Int(token.start)
        for index in letters.indices where text.letters[start + index] != letters[index] {
            return false
        }
        return true
    }

    /// A word's folded letters as text.
    func folded(_ word: Int) -> String { text.searchable(word) }
}

extension Scan {
    /// Whether a Latin word begins with a capital.
    func isCapitalised(_ word: Int) -> Bool {
        let token = text.tokens[word]
        guard token.script == .latin else { return false }
        let letter = text.exact[Int(token.start)]
        if (0x41...0x5A).contains(letter) || (0xC0...0xDE).contains(letter) { return true }
        // Beyond Latin-1 (Œ, Š, Ş) the folding keeps no case.
        return scalar(at: self.start(of: word))?.properties.isUppercase ?? false
    }

    /// Whether words of Latin letters have a capital among them: « limogé » is not Limoges.
    func isWrittenAsName(_ words: ClosedRange<Int>) -> Bool {
        words.contains { text.tokens[$0].script != .latin || isCapitalised($0) }
    }
}
