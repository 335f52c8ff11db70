import News

/// The forms that a digest is written in.
package enum DigestForm: String, Sendable, Hashable, CaseIterable {
    case html, markdown, text, json, atom, mail

    /// Those that are written for every period.
    package static let pages: [DigestForm] = [.html, .markdown, .text, .json, .atom]

    /// What a mail holds, in its order: what a reader shows best comes last (RFC 2046 §5.1.4).
    static let mailed: [DigestForm] = [.text, .html]

    /// Those that take long begin first, so that all end soon.
    private static let longestFirst: [DigestForm] = [.html, .atom, .markdown, .json, .text]

    /// Forms by what is best made at one go: the mail with what it holds, all others alone.
    package static func madeTogether(of forms: [DigestForm]) -> [[DigestForm]] {
        let held: [DigestForm] = forms.contains(.mail) ? mailed + [.mail] : []
        let groups =
            [held.filter(forms.contains)]
            + longestFirst.filter { form in
                forms.contains(form) && !held.contains(form)
            }.map { [$0] }
        return groups.filter { !$0.isEmpty }
    }

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
    ///
    /// - Parameter sheet: what plain text is laid out for.
    package func render(
        _ form: DigestForm, by templates: Templates = .builtIn,
        envelope: MailEnvelope = .unaddressed, on sheet: TextSheet = .file
    ) -> String {
        var text = ""
        write([form], by: templates, envelope: envelope, on: sheet) { text += $1 }
        return text
    }

    /// Writes the digest in several forms, one after another and each in pieces; the mail takes
    /// what is written anyway.
    package func write(
        _ forms: [DigestForm], by templates: Templates = .builtIn,
        envelope: MailEnvelope = .unaddressed, on sheet: TextSheet = .file,
        to take: @escaping (DigestForm, String) -> Void
    ) {
        let isMailed = forms.contains(.mail)
        if isMailed {
            var mail = MailDigest(self, envelope: envelope) { take(.mail, $0) }
            for form in DigestForm.mailed {
                mail.begin(form)
                write(form, templates, .file) { piece in
                    mail.add(piece)
                    if forms.contains(form) { take(form, piece) }
                }
            }
            mail.end()
        }
        for form in forms where !isMailed || !DigestForm.mailed.contains(form) {
            write(form, templates, sheet) { take(form, $0) }
        }
    }

    private func write(
        _ form: DigestForm, _ templates: Templates, _ sheet: TextSheet,
        to take: @escaping PieceTaker
    ) {
        switch form {
        case .html: templates.write("digest.html", PageView(self, as: .html), to: take)
        case .markdown: templates.write("digest.md", PageView(self, as: .markdown), to: take)
        case .text:
            var layout = TextLayout(language, on: sheet, to: take)
            let page = PageView(self, as: .text, on: sheet)
            templates.write("digest.txt", page) { layout.add($0) }
            layout.end()
        case .json: JSONDigest(self).write(to: take)
        case .atom: AtomDigest(self, templates).write(to: take)
        case .mail: break
        }
    }

    /// The name of the file of a form: `digest.ar.html`.
    package func fileName(_ form: DigestForm) -> String {
        "digest.\(language.rawValue).\(form.fileExtension)"
    }
}
