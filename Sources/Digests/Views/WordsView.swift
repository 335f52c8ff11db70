import Mustache

/// The interface's words as templates ask for them: `{{words.mostNamed}}`.
final class WordsView: MustacheParent {
    private let words: Words

    init(words: Words) { self.words = words }

    func child(named name: String) -> Any? {
        guard let path = WordsView.paths[name] else { return nil }
        return Shown(words[keyPath: path])
    }

    static var names: [String] { paths.keys.sorted() }

    private static let paths: [String: any KeyPath<Words, String> & Sendable] = [
        "brand": \.brand, "digest": \.digest, "subject": \.subject, "skip": \.skip,
        "contents": \.contents, "quietTitle": \.quietTitle, "quiet": \.quiet,
        "alsoAbout": \.alsoAbout, "inferred": \.inferred, "linkToStory": \.linkToStory,
        "mostNamed": \.mostNamed, "edited": \.edited, "before": \.before, "after": \.after,
        "textChanged": \.textChanged, "leftOut": \.leftOut, "leftOutWhy": \.leftOutWhy,
        "watch": \.watch, "troubled": \.troubled, "allAnswered": \.allAnswered,
        "notices": \.notices, "method": \.method, "methodMarks": \.methodMarks,
        "allDigests": \.allDigests, "forms": \.forms, "nothingYet": \.nothingYet,
        "openQuote": \.openQuote, "closeQuote": \.closeQuote, "comma": \.comma,
        "colon": \.colon, "colonAtEnd": \.colonAtEnd,
    ]
}
