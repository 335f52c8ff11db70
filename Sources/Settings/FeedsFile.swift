import Extraction
import Feeds
import Foundation
package import News
import Yams

/// Reads `config/feeds.yaml`: the subscriptions.
struct FeedsFile {
    private let file: String
    private let problems: ProblemList
    private(set) var feeds: [Feed] = []
    private var places: [String: SettingsPlace] = [:]

    init(_ path: String, problems: ProblemList) {
        file = path
        self.problems = problems
        guard let root = YAMLFile(path, mayBeEmpty: true, problems: problems).root else { return }
        let fields = Fields(root, file: path, problems: problems)
        for node in fields.list("feeds") ?? [] { read(node) }
        fields.refuseOthers()
    }

    private mutating func read(_ node: Node) {
        let fields = Fields(node, file: file, problems: problems)
        guard node.mapping != nil else { return }
        guard let url = fields.string("url") else {
            fields.complain("a feed wants the key ‘url’")
            return
        }
        let scheme = URL(string: url)?.scheme?.lowercased()
        if scheme != "http", scheme != "https" {
            fields.complain(
                "‘\(Feed.withoutSecrets(url))’ is not an http or https address", key: "url")
        }
        let id = fields.string("id") ?? FeedsFile.id(of: url)
        let feed = Feed(
            id: id, name: fields.string("name") ?? id, url: url,
            language: language(fields), country: country(fields) ?? "MA",
            tags: fields.strings("tags") ?? [], enabled: fields.flag("enabled") ?? true,
            interval: fields.duration("interval"), floor: fields.duration("floor"),
            encoding: encoding(fields), timeZone: timeZone(fields),
            fullText: fields.choice("full-text", FullText.self),
            access: FeedAccessReader(fields: fields).read())
        fields.refuseOthers()
        keep(feed, fields)
    }

    private mutating func keep(_ feed: Feed, _ fields: Fields) {
        if let first = places[feed.id] {
            fields.complain(
                "the feed ‘\(feed.id)’ is already on line \(first.line); give one of them an ‘id’")
            return
        }
        places[feed.id] = fields.place
        feeds.append(feed)
    }

    private func language(_ fields: Fields) -> String? {
        guard let tag = fields.string("language") else { return nil }
        if Locale.Language(identifier: tag).languageCode?.isISOLanguage != true {
            fields.complain(
                "‘\(tag)’ is no language; write an ISO 639 code such as ar, fr, en or zgh",
                key: "language")
        }
        return tag
    }

    private func country(_ fields: Fields) -> String? {
        guard let code = fields.string("country") else { return nil }
        if code.utf8.count != 2 || code == "ZZ" || !Locale.Region(code).isISORegion {
            fields.complain(
                "‘\(code)’ is no country; write an ISO 3166 code such as MA, DZ or FR",
                key: "country")
        }
        return code
    }

    private func encoding(_ fields: Fields) -> String? {
        guard let label = fields.string("encoding") else { return nil }
        if EncodingLabels.name(of: label) == nil {
            fields.complain(
                "‘\(label)’ is no encoding; write one such as utf-8, windows-1256 or iso-8859-6",
                key: "encoding")
        }
        return label
    }

    private func timeZone(_ fields: Fields) -> String? {
        guard let name = fields.string("time-zone") else { return nil }
        if TimeZone(identifier: name) == nil {
            fields.complain(
                "‘\(name)’ is no time zone; write one such as Africa/Casablanca", key: "time-zone")
        }
        return name
    }

    /// `https://www.hespress.com/feed` is `hespress.com`; a path that says more is kept:
    /// `fr.hespress.com-sport`.
    static func id(of url: String) -> String {
        let plain = Feed.withoutSecrets(url)
        var text = plain[...]
        if let scheme = plain.firstRange(of: "://") { text = plain[scheme.upperBound...] }
        var parts = text.split(separator: "/").map(String.init)
        guard var host = parts.first else { return plain }
        if host.hasPrefix("www.") { host.removeFirst(4) }
        let dull: Set = ["feed", "rss", "rss.xml", "feeds", "xml", "index.rss", "spip.php"]
        parts = [host] + parts.dropFirst().filter { !dull.contains($0.lowercased()) }
        return parts.joined(separator: "-").lowercased()
    }
}

extension Feed {
    /// The id that a feed of that address has where the settings give it none.
    package static func usualID(of url: String) -> String { FeedsFile.id(of: url) }
}
