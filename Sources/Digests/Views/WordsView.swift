/// The interface's words as templates ask for them: `{{words.mostNamed}}`.
extension Words: TemplateView {
    func value(of name: TemplateName) -> TemplateValue? {
        Words.paths[name].map { .text(self[keyPath: $0]) }
    }

    static var names: [TemplateName] { Array(paths.keys) }

    private static let paths: [TemplateName: any KeyPath<Words, String> & Sendable] = [
        .brand: \.brand, .digest: \.digest, .subject: \.subject, .skip: \.skip,
        .contents: \.contents, .quietTitle: \.quietTitle, .quiet: \.quiet,
        .alsoAbout: \.alsoAbout, .inferred: \.inferred, .linkToStory: \.linkToStory,
        .mostNamed: \.mostNamed, .edited: \.edited, .before: \.before, .after: \.after,
        .textChanged: \.textChanged, .leftOut: \.leftOut, .leftOutWhy: \.leftOutWhy,
        .watch: \.watch, .troubled: \.troubled, .allAnswered: \.allAnswered,
        .notices: \.notices, .method: \.method, .methodMarks: \.methodMarks,
        .allDigests: \.allDigests, .forms: \.forms, .nothingYet: \.nothingYet,
        .openQuote: \.openQuote, .closeQuote: \.closeQuote, .comma: \.comma,
        .colon: \.colon, .colonAtEnd: \.colonAtEnd,
    ]
}
