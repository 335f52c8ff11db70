/// Text like that of the seeds, as much as wanted: chains of their words, each followed by one
/// that follows it in a seed, with a jump now and then so that new phrases arise. Two words in
/// five are changed in one letter: real text has far more words than five articles.
struct GeneratedText {
    private let words: [Substring]
    private let places: [Substring: [Int]]
    private var dice: Dice

    init(like seeds: [String], seed: UInt64) {
        words = seeds.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        places = Dictionary(grouping: words.indices, by: { [words] in words[$0] })
        dice = Dice(state: seed)
    }

    /// An item of about so many bytes, a line break every forty words.
    mutating func item(ofBytes size: Int) -> String {
        var text = ""
        var place = dice.number(below: words.count)
        var count = 0
        while text.utf8.count < size {
            text += dice.number(below: 5) < 2 ? changed(words[place]) : String(words[place])
            count += 1
            text += count % 40 == 0 ? "\n" : " "
            place = next(after: place)
        }
        return text
    }

    private static let arabic = Array("بتثجحخدذرزسشصضطظعغفقكلمنهي".unicodeScalars)
    private static let latin = Array("abcdefghilmnoprstuv".unicodeScalars)

    private mutating func changed(_ word: Substring) -> String {
        var scalars = Array(word.unicodeScalars)
        let place = dice.number(below: scalars.count)
        let letters =
            scalars[place].value < 0x250 ? GeneratedText.latin : GeneratedText.arabic
        if scalars[place].properties.isAlphabetic {
            scalars[place] = letters[dice.number(below: letters.count)]
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private mutating func next(after place: Int) -> Int {
        guard dice.number(below: 8) > 0 else { return dice.number(below: words.count) }
        let same = places[words[place]] ?? [place]
        return (same[dice.number(below: same.count)] + 1) % words.count
    }

    /// Different phrases of a text: three in ten of one word, five of two, two of three.
    mutating func phrases(_ wanted: Int, of text: String) -> [String] {
        let words = text.split(whereSeparator: \.isWhitespace).map { word in
            String(word.unicodeScalars.filter(\.properties.isAlphabetic).map(Character.init))
        }
        var phrases: Set<String> = []
        for _ in 0..<(wanted * 50) where phrases.count < wanted {
            let length = [1, 1, 1, 2, 2, 2, 2, 2, 3, 3][dice.number(below: 10)]
            let first = dice.number(below: words.count - length)
            let chosen = words[first..<(first + length)]
            guard chosen.allSatisfy({ $0.unicodeScalars.count >= 2 }) else { continue }
            phrases.insert(chosen.joined(separator: " "))
        }
        return phrases.sorted()
    }
}

/// The same numbers in every run (SplitMix64).
struct Dice {
    var state: UInt64

    mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(max(limit, 1)))
    }
}
