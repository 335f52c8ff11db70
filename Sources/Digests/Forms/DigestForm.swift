/// The forms that a digest is written in.
package enum DigestForm: String, Sendable, Hashable, CaseIterable {
    case html, markdown, text, json, atom, mail

    /// Those that are written for every period.
    package static let pages: [DigestForm] = [.html, .markdown, .text, .json, .atom]

    package var fileExtension: String {
        switch self {
        case .html: "html"
        case .markdown: "md"
        case .text: "txt"
        case .json: "json"
        case .atom: "atom"
        case .mail: "eml"
        }
    }
}

extension Digest {
    /// The whole digest in a form, as UTF-8 text that ends with a line break.
    package func render(
        _ form: DigestForm, envelope: MailEnvelope = .unaddressed
    ) -> String {
        switch form {
        case .html: HTMLDigest(self).text
        case .markdown: MarkdownDigest(self).text
        case .text: TextDigest(self).text
        case .json: JSONDigest(self).text
        case .atom: AtomDigest(self).text
        case .mail: MailDigest(self, envelope: envelope).text
        }
    }

    /// The name of the file of a form: `digest.ar.html`.
    package func fileName(_ form: DigestForm) -> String {
        "digest.\(language.rawValue).\(form.fileExtension)"
    }
}
