import Foundation

/// The page that lists all digests, newest first.
struct IndexPage {
    private let digests: [(name: String, files: [String])]
    private let language: DigestLanguage
    private let phrasing: Phrasing

    init(of digests: [(name: String, files: [String])], language: DigestLanguage) {
        self.digests = digests
        self.language = language
        phrasing = Phrasing(language: language, timeZone: .gmt)
    }

    var text: String {
        let words = phrasing.words
        let items = digests.markup { digest in
            """
            <li><span class="title">\(title(of: digest.name))</span>
            <span class="source">\(digest.files.markup { link($0, in: digest.name) }, separator: " · ")\
            </span></li>
            """
        }
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="\(language.direction.rawValue)">
            <head>
            <meta charset="utf-8">
            \(HTMLPage.head)
            <title>\(words.allDigests) – \(words.brand)</title>
            <style>
            \(HTMLPage.style)
            </style>
            </head>
            <body>
            <header class="masthead">
            <p class="brand"><bdi>\(words.brand)</bdi></p>
            <h1>\(words.allDigests)</h1>
            </header>
            <main>
            <ul class="list">
            \(items)
            </ul>
            </main>
            </body>
            </html>

            """
        return page.text
    }

    /// The day in words where the name is one.
    private func title(of name: String) -> String {
        phrasing.date(iso: name) ?? name
    }

    /// `digest.fr.html` shows as `fr · html`.
    private func link(_ file: String, in folder: String) -> Markup {
        let label = file.dropFirst("digest.".count).map { $0 == "." ? " " : String($0) }.joined()
        let address = [folder, file].map(IndexPage.encoded).joined(separator: "/")
        return "<a href=\"\(address)\"><bdi>\(label)</bdi></a>"
    }

    private static func encoded(_ name: String) -> String {
        name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-", ".", "_"]))
            ?? ""
    }
}
