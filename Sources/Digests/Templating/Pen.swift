/// How a form writes what is not its own words: names, quotes, what matched.
struct Pen: Sendable {
    enum Form: Sendable { case html, markdown, text }

    let form: Form
    let language: DigestLanguage
    var sheet = TextSheet.file

    /// A text from elsewhere, set in isolates where it could run another way than the page.
    /// HTML has `bdi` for that.
    func foreign(_ text: String) -> TemplateValue {
        .text(form == .html ? text : Isolates.around(text, in: language))
    }

    /// What the program says in English, such as a complaint with its file and line.
    func technical(_ text: String) -> TemplateValue {
        .text(form == .html ? text : Isolates.around(text, .leftToRight, in: language))
    }

    /// A fact, which plain text keeps on one line where it is short: `24 tonnes`.
    func fact(_ text: String) -> TemplateValue {
        guard form == .text, text.unicodeScalars.count <= 24 else { return foreign(text) }
        return foreign(text.replacing(" ", with: "\u{A0}"))
    }

    /// Somebody's words within ours, which have their own place in the sentence.
    func quoted(_ text: String) -> String {
        form == .html ? text : Isolates.around(text, in: language)
    }

    /// Nil where there is no text.
    func foreign(ifAny text: String?) -> TemplateValue? {
        guard let text, !text.isEmpty else { return nil }
        return foreign(text)
    }

    /// A link's address; in plain text it runs its own way too, and Markdown takes it as it is.
    func link(_ link: WebLink?) -> TemplateValue? {
        guard let link else { return nil }
        return switch form {
        case .html: .text(link.description)
        case .markdown: .markup(link.description)
        case .text: foreign(link.description)
        }
    }

    /// A passage with what matched told apart, in the form's own syntax: ready to stand in it
    /// as it is.
    func marked(_ passage: Passage) -> TemplateValue {
        switch form {
        case .html: .markup(Pen.html(passage).text)
        case .markdown: .markup(markdown(passage).text)
        case .text:
            .text(Isolates.around(sheet.marked(passage), passage.direction, in: language))
        }
    }

    /// How what matched is told apart, in words.
    func marking(_ words: Words) -> String {
        switch (form, sheet.highlight) {
        case (.text, .stars): words.methodStars
        case (.text, .bold): words.methodBold
        default: words.methodMarks
        }
    }

    private static func html(_ passage: Passage) -> Markup {
        let pieces = passage.pieces.markup { $0.isMatch ? "<mark>\($0.text)</mark>" : "\($0.text)" }
        return "\(pieces, separator: "")"
    }

    /// What matched is set in bold, where its edges are letters or digits: elsewhere the stars
    /// would show.
    private func markdown(_ passage: Passage) -> Markdown {
        let pieces = passage.byWords.map { piece -> Markdown in
            let edges = [piece.text.first, piece.text.last].compactMap(\.self)
            let isWord = edges.allSatisfy { $0.isLetter || $0.isNumber }
            return piece.isMatch && isWord ? "**\(piece.text)**" : "\(piece.text)"
        }
        let isForeign = passage.direction != language.direction
        let open = isForeign ? Isolates.opening(passage.direction) : ""
        let close = isForeign ? Isolates.pop : ""
        return "\(open)\(pieces, separator: "")\(close)"
    }
}
