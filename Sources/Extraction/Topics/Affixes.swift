/// What a word may have in front and behind, by folded letters.
enum Affixes {
    private static let conjunctions = ["", "و", "ف"]
    private static let rest = ["", "ال", "ب", "ك", "ل", "س", "ب ال", "ك ال"]

    /// The clitics that some letters are; nil where they are no clitics.
    static func before(_ letters: ArraySlice<UInt8>) -> [String]? { front[Array(letters)] }

    static func behind(_ letters: ArraySlice<UInt8>) -> String? { endings[Array(letters)] }

    private static let front: [[UInt8]: [String]] = {
        var front: [[UInt8]: [String]] = [:]
        for conjunction in conjunctions {
            for rest in rest {
                let clitics = "\(conjunction) \(rest)".split(separator: " ").map(String.init)
                front[ElementForms.folded(clitics.joined())] = clitics
            }
            let clitics = [conjunction, "ل", "ال"].filter { !$0.isEmpty }
            front[ElementForms.folded(conjunction + "لل")] = clitics
        }
        return front
    }()

    private static let endings: [[UInt8]: String] = Dictionary(
        uniqueKeysWithValues: [
            "", "ه", "ها", "هم", "هن", "هما", "نا", "كم", "كن", "ا", "s", "x",
        ].map { (ElementForms.folded($0), $0) })
}
