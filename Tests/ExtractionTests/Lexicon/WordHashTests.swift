import Testing

@testable import Extraction

@Suite struct WordHashTests {
    @Test(arguments: ["الأمن", "police", "لا", "2025"])
    func `letters taken off at either end leave the hash of the rest`(_ word: String) throws {
        let letters = FoldedText(word).letters
        let whole = WordHash.hash(letters)
        let first = try #require(letters.first)
        let last = try #require(letters.last)
        #expect(
            WordHash().removing(first: first, from: whole, count: letters.count)
                == WordHash.hash(letters.dropFirst()))
        #expect(WordHash.removing(last: last, from: whole) == WordHash.hash(letters.dropLast()))
        #expect(
            WordHash.replacing(last: last, by: 7, in: whole)
                == WordHash.hash(letters.dropLast() + [7]))
    }

    @Test(arguments: ["الأمن الوطني", "la DGSN, à Salé: 12", "و المغرب", "كتابٌ قديمًا ﷲ", "œuvre"])
    func `the folding hashes each word as it is read`(_ text: String) {
        let folded = FoldedText(text)
        #expect(
            folded.tokens.map(\.hash)
                == folded.tokens.map { WordHash.hash(folded.letters[$0.letters]) })
    }
}
