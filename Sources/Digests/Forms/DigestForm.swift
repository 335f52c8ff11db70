import News

/// The forms that a digest is written in.
package enum DigestForm: String, Sendable, Hashable, CaseIterable {
    case html, markdown, text, json, atom, mail

    /// Those that are written for every period.
    package static let pages: [DigestForm] = [.html, .markdown, .text, .json, .atom]

    /// Those that take long begin first, so that all end soon.
    static let longestFirst: [DigestForm] = [.html, .markdown, .atom, .text, .json]

    /// Forms by what is best made at one go: the mail with what it holds, all others alone.
    package static func madeTogether(of forms: [DigestForm]) -> [[DigestForm]] {
        let held: [DigestForm] = forms.contains(.mail) ? [.mail, .html, .text] : []
        let groups =
            [forms.filter(held.contains)]
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
        guard form != .text else { return text(templates, sheet) }
        return render([form], by: templates, envelope: envelope)[form] ?? ""
    }

    /// The digest in several forms, made at the same time; the mail takes what is made anyway.
    package func render(
        _ forms: [DigestForm], by templates: Templates = .builtIn,
        envelope: MailEnvelope = .unaddressed
    ) -> [DigestForm: String] {
        var wanted = Set(forms)
        let isMailed = wanted.remove(.mail) != nil
        if isMailed { wanted.formUnion([.html, .text]) }
        var made = AllAtOnce.map(DigestForm.longestFirst.filter(wanted.contains)) {
            ($0, self.page($0, templates))
        }.reduce(into: [:]) { $0[$1.0] = $1.1 }
        if isMailed {
            made[.mail] =
                MailDigest(
                    self, envelope: envelope, plain: made[.text] ?? "", page: made[.html] ?? ""
                ).text
        }
        return made.filter { forms.contains($0.key) }
    }

    private func page(_ form: DigestForm, _ templates: Templates) -> String {
        switch form {
        case .html: templates.render("digest.html", PageView(self, as: .html))
        case .markdown: templates.render("digest.md", PageView(self, as: .markdown))
        case .text: text(templates, .file)
        case .json: JSONDigest(self).text
        case .atom: AtomDigest(self, templates).text
        case .mail: ""
        }
    }

    private func text(_ templates: Templates, _ sheet: TextSheet) -> String {
        TextLayout(language, on: sheet).lines(
            of: templates.render("digest.txt", PageView(self, as: .text, on: sheet)))
    }

    /// The name of the file of a form: `digest.ar.html`.
    package func fileName(_ form: DigestForm) -> String {
        "digest.\(language.rawValue).\(form.fileExtension)"
    }
}
