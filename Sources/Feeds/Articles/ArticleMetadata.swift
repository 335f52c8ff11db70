import Foundation

/// What a page says of itself, the most deliberate source first.
struct ArticleMetadata {
    private var titles = Ranked<String>()
    private var leads = Ranked<String>()
    private var dates = Ranked<String>()
    private var names = RawPeople()
    private var languages = Ranked<String>()
    /// The whole text, where JSON-LD holds it.
    private(set) var body: String?

    var title: String? { titles.value }
    var lead: String? { leads.value }
    var published: String? { dates.value }
    var authors: [String] { names.people.compactMap(FeedFinisher.name(of:)) }
    var language: String? { languages.value }

    mutating func heading(_ text: String) { offer(text, 3, to: \.titles) }
    mutating func pageTitle(_ text: String) { offer(text, 4, to: \.titles) }
    mutating func time(_ text: String) { offer(text, 3, to: \.dates) }
    mutating func pageLanguage(_ text: String) { offer(text, 1, to: \.languages) }

    /// A `meta` element's `property` or `name`, in lower case, and its content.
    mutating func meta(_ name: String, _ content: String) {
        switch name {
        case "og:title": offer(content, 1, to: \.titles)
        case "twitter:title": offer(content, 2, to: \.titles)
        case "og:description": offer(content, 1, to: \.leads)
        case "description", "twitter:description": offer(content, 2, to: \.leads)
        case "article:published_time", "og:article:published_time": offer(content, 1, to: \.dates)
        case "date", "dc.date", "pubdate", "publish-date": offer(content, 2, to: \.dates)
        case "author",
            "article:author" where !content.hasPrefix("http"):
            names.offer(RawPerson(name: content), rank: 1)
        default: break
        }
    }

    private mutating func offer(
        _ text: String, _ rank: Int8, to field: WritableKeyPath<Self, Ranked<String>>
    ) {
        let text = text.trimmed
        if !text.isEmpty { self[keyPath: field].offer(text, rank: rank) }
    }

    /// A JSON-LD script: the first article in it counts.
    mutating func linkedData(_ json: String) {
        guard let value = try? JSONSerialization.jsonObject(with: Data(json.utf8)),
            let article = Self.article(in: value, depth: 0)
        else { return }
        if let text = article["headline"] as? String { offer(text, 0, to: \.titles) }
        if let text = article["description"] as? String { offer(text, 0, to: \.leads) }
        if let text = article["datePublished"] as? String { offer(text, 0, to: \.dates) }
        if let text = article["inLanguage"] as? String { offer(text, 0, to: \.languages) }
        body = body ?? article["articleBody"] as? String
        for name in Self.names(article["author"]) {
            names.offer(RawPerson(name: name), rank: 0)
        }
    }

    private static func article(in value: Any, depth: Int) -> [String: Any]? {
        guard depth < 8 else { return nil }
        if let list = value as? [Any] {
            return list.lazy.compactMap { article(in: $0, depth: depth + 1) }.first
        }
        guard let object = value as? [String: Any] else { return nil }
        let kinds = object["@type"] as? [String] ?? [object["@type"] as? String ?? ""]
        if kinds.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }) {
            return object
        }
        return ["@graph", "mainEntity", "mainEntityOfPage"].lazy.compactMap { key in
            object[key].flatMap { article(in: $0, depth: depth + 1) }
        }.first
    }

    private static func names(_ value: Any?) -> [String] {
        switch value {
        case let name as String: name.hasPrefix("http") ? [] : [name]
        case let person as [String: Any]: names(person["name"])
        case let list as [Any]: list.prefix(16).flatMap { names($0) }
        default: []
        }
    }
}
