/// The words of a document that tell what it is about, as numbers: folded, without clitics and
/// endings, words of grammar left out. Two documents of one language are compared by them, of two
/// languages by those that are notions (``StoryNotions``).
///
/// A number of 32 bits stands for a word: of the hundred words of two documents two are taken for
/// one once in a hundred thousand pairs.
package struct StoryWords: Sendable, Hashable {
    /// Of the headline; in order.
    package var title: [UInt32]
    /// Of the text below it, its first ``StoryWords/most``; in order.
    package var body: [UInt32]

    package static let none = StoryWords(title: [], body: [])

    package init(title: [UInt32], body: [UInt32]) {
        self.title = title
        self.body = body
    }

    /// What comes late in a long text tells of other things.
    static let most = 120

    /// - Parameters:
    ///   - titleLength: of the document's text, in scalars.
    ///   - isLeftOut: whether a word at a scalar tells nothing of what happened.
    init(of text: FoldedText, titleLength: Int, isLeftOut: (Int) -> Bool) {
        var title = Set<UInt32>()
        var body = Set<UInt32>()
        let letters = text.letters
        for token in text.tokens {
            let isTitle = Int(token.scalarStart) < titleLength
            guard isTitle || body.count < StoryWords.most else { break }
            guard !isLeftOut(Int(token.scalarStart)),
                let word = StoryWords.number(of: letters[token.letters], token.script)
            else { continue }
            if isTitle { title.insert(word) } else { body.insert(word) }
        }
        self.title = title.sorted()
        self.body = body.sorted()
    }

    var all: [UInt32] { Set(title).union(body).sorted() }

    // MARK: Words

    private typealias Letters = ArraySlice<UInt8>

    /// Nil for a number, and for a word of grammar.
    private static func number(of letters: Letters, _ script: LetterClass) -> UInt32? {
        guard let stem = stem(of: letters, script) else { return nil }
        if let notion = StoryNotions.number(of: stem) { return notion }
        let number = hash(stem)
        return StoryNotions.isNotion(number) ? number | 1 << 24 : number
    }

    /// What a word has with whatever is written onto it.
    static func stem(of letters: ArraySlice<UInt8>, _ script: LetterClass) -> ArraySlice<UInt8>? {
        guard letters.count >= 3, !grammar.contains(letters) else { return nil }
        let stem: Letters
        switch script {
        case .arabic: stem = arabicStem(letters)
        case .latin: stem = latinStem(letters)
        default: return nil
        }
        return stem.count >= 3 && !grammar.contains(stem) ? stem : nil
    }

    static func hash(_ letters: ArraySlice<UInt8>) -> UInt32 {
        let mixed = WordHash.hash(letters) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

    private static func arabicStem(_ word: Letters) -> Letters {
        var stem = word
        for list in [fronts, articles] {
            if let front = list.first(where: { isFront($0, of: stem) }) {
                stem = stem.dropFirst(front.count)
            }
        }
        guard !grammar.contains(stem) else { return stem }
        if let ending = endings.first(where: { isEnding($0, of: stem) }) {
            stem = stem.dropLast(ending.count)
        }
        return stem
    }

    private static func isFront(_ front: [UInt8], of word: Letters) -> Bool {
        word.count >= front.count + 3 && word.starts(with: front)
    }

    private static func isEnding(_ ending: [UInt8], of word: Letters) -> Bool {
        word.count >= ending.count + 3 && word.suffix(ending.count).elementsEqual(ending)
    }

    /// Seven letters at most, without the endings of number and gender.
    private static func latinStem(_ word: Letters) -> Letters {
        var stem = word
        if stem.count >= 5, let last = stem.last, Plural.ends(last) { stem.removeLast() }
        if stem.count >= 5, stem.last == UInt8(ascii: "e") { stem.removeLast() }
        return stem.prefix(7)
    }

    private static let fronts: [[UInt8]] = [
        "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك",
    ].map { FoldedText($0).letters }

    /// What may still stand in front then: «وبالأقراص».
    private static let articles: [[UInt8]] = ["بال", "كال", "لل", "ال"]
        .map { FoldedText($0).letters }

    private static let endings: [[UInt8]] = [
        "هما", "ها", "هم", "هن", "ات", "ون", "ين", "ان", "ية", "ة", "ي", "ا",
    ].map { FoldedText($0).letters }

    private static let grammar = Set(
        """
        في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين بعد قبل بين خلال كما وقد قد كان كانت \
        كانوا أن أنه أنها أو ثم حيث عند عبر ضمن لدى بعدما حين منذ حتى غير كل بعض ولم لم لا ما هو هي هم \
        لها له به بها فيها فيه منها منه وهو وهي أحد إحدى أي أثناء حول دون ضد أكثر أزيد عدد وذلك إلا \
        لن أيضا بشكل يوم مساء صباح ليلة فجر أمس اليوم المقبل الماضي تم جرى كلا بكل
        the and for with from that this was were has have had not its his her their after before \
        le la les de des du un une et en au aux dans par pour sur avec sans son sa ses leur leurs \
        ce cet cette ces qui que quoi dont ou est sont ont ete avait etait se elle ils elles \
        plus moins ainsi lors apres avant entre sous vers chez contre selon tres lundi mardi mercredi \
        jeudi vendredi samedi dimanche soir matin hier ne pas deux trois
        """.split { $0 == " " || $0 == "\n" }.map { FoldedText(String($0)).letters[...] })
}
