import Foundation

/// The page that lists all digests, newest first, by month: what each holds, in its languages
/// and forms.
struct IndexPage {
    private let digests: [ListedDigest]
    private let language: DigestLanguage
    private let phrasing: Phrasing
    /// The greatest number of articles that a digest has.
    private let most: Int

    init(of digests: [ListedDigest], language: DigestLanguage) {
        self.digests = digests
        self.language = language
        phrasing = Phrasing(language: language, timeZone: .gmt)
        most = max(1, digests.compactMap(\.totals?.articles).max() ?? 1)
    }

    func text(by templates: Templates) -> String {
        let view: TemplateFields = [
            .language: .text(language.rawValue),
            .direction: .text(language.direction.rawValue),
            .words: .one(phrasing.words), .months: .many(months),
        ]
        return templates.render("index.html", view)
    }

    /// Days by month; weeks and months by year.
    private var months: [TemplateFields] {
        let byMonth = Dictionary(grouping: digests) { digest in
            String(digest.name.count == 10 ? digest.name.prefix(7) : digest.name.prefix(4))
        }
        return byMonth.sorted { $0.key > $1.key }.map { month, digests in
            var view: TemplateFields = [
                .title: .text(phrasing.date(iso: month) ?? month),
                .digests: .many(digests.map(view)),
            ]
            let articles = digests.compactMap(\.totals?.articles)
            if !articles.isEmpty {
                let sum = articles.reduce(0, +)
                view[.total] = .text(phrasing.count(sum, phrasing.words.articles))
            }
            return view
        }
    }

    private func view(_ digest: ListedDigest) -> TemplateFields {
        let editions = editions(of: digest)
        var view: TemplateFields = [
            .title: .text(title(of: digest.name)), .editions: .many(editions.map(\.view)),
            .address: .text(editions.first?.address ?? ""),
        ]
        if let totals = digest.totals {
            let length = totals.articles * 100 / most
            let isMirrored = language.direction == .rightToLeft
            view[.totals] = .text(
                phrasing.count(totals.articles, phrasing.words.articles) + phrasing.words.comma
                    + phrasing.count(totals.stories, phrasing.words.stories))
            view[.barLength] = .text("\(length)")
            view[.barStart] = .text(isMirrored ? "\(100 - length)" : "0")
        }
        return view
    }

    /// The day, the days of the week or the month in words, as the digest's own heading has it.
    private func title(of name: String) -> String {
        phrasing.longDay(iso: name) ?? phrasing.date(iso: name) ?? phrasing.week(iso: name) ?? name
    }

    private typealias Edition = (address: String, view: TemplateFields)

    /// The editions in the list's own language first.
    private func editions(of digest: ListedDigest) -> [Edition] {
        let ordered = [language] + DigestLanguage.allCases.filter { $0 != language }
        return ordered.compactMap { edition($0, of: digest) }
    }

    /// A language's page, and beside it its other forms; nil where there is none.
    private func edition(_ language: DigestLanguage, of digest: ListedDigest) -> Edition? {
        let own = digest.files.filter { $0.hasPrefix("digest.\(language.rawValue).") }
        guard let page = own.first(where: { $0.hasSuffix(".html") }) ?? own.first else {
            return nil
        }
        let place = address(page, in: digest.name)
        var view: TemplateFields = [
            .language: .text(language.rawValue), .direction: .text(language.direction.rawValue),
            .name: .text(phrasing.words.languageNames[language.rawValue] ?? language.rawValue),
            .address: .text(place),
        ]
        let others = own.filter { $0 != page }.map { other -> TemplateFields in
            let form = other.split(separator: ".").last.map(String.init) ?? other
            return [
                .name: .text(phrasing.words.formNames[form] ?? form),
                .address: .text(address(other, in: digest.name)),
            ]
        }
        if !others.isEmpty { view[.others] = .one([.files: .many(others)] as TemplateFields) }
        return (place, view)
    }

    private func address(_ file: String, in folder: String) -> String {
        [folder, file].map(IndexPage.encoded).joined(separator: "/")
    }

    private static func encoded(_ name: String) -> String {
        name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-", ".", "_"]))
            ?? ""
    }
}
