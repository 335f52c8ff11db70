package import Foundation
import News

/// A feed to be served, rendered as RSS 2.0 (https://www.rssboard.org/rss-specification).
package struct FeedDocument: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package var id: String
        package var title: String
        package var link: String?
        /// HTML; plain text goes in through ``FeedDocument/html(_:)``.
        package var body: String
        package var published: Date?
        package var categories: [String]

        package init(
            id: String, title: String, link: String? = nil, body: String = "",
            published: Date? = nil, categories: [String] = []
        ) {
            self.id = id
            self.title = title
            self.link = link
            self.body = body
            self.published = published
            self.categories = categories
        }
    }

    package var title: String
    package var link: String
    package var description: String
    package var language: String?
    package var ttlMinutes: Int?
    package var entries: [Entry]

    package init(
        title: String, link: String, description: String = "", language: String? = nil,
        ttlMinutes: Int? = nil, entries: [Entry] = []
    ) {
        self.title = title
        self.link = link
        self.description = description
        self.language = language
        self.ttlMinutes = ttlMinutes
        self.entries = entries
    }

    /// The document as UTF-8 text, each item's id as a guid that is no link.
    package var rss: String {
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<rss version="2.0">"#, "<channel>",
            element("title", title), element("link", link),
            element("description", description),
        ]
        if let language { lines.append(element("language", language)) }
        if let ttlMinutes { lines.append(element("ttl", String(ttlMinutes))) }
        lines += entries.flatMap(lines(of:))
        lines += ["</channel>", "</rss>", ""]
        return lines.joined(separator: "\n")
    }

    private func lines(of entry: Entry) -> [String] {
        var lines = ["<item>", element("title", entry.title)]
        if let link = entry.link { lines.append(element("link", link)) }
        let guid = XMLText.escaped(entry.id)
        lines.append(#"<guid isPermaLink="false">\#(guid)</guid>"#)
        if let date = entry.published {
            lines.append(element("pubDate", FeedDocument.date(date)))
        }
        lines += entry.categories.map { element("category", $0) }
        lines.append(element("description", entry.body))
        return lines + ["</item>"]
    }

    private func element(_ name: String, _ text: String) -> String {
        "<\(name)>\(XMLText.escaped(text))</\(name)>"
    }

    /// Plain text as HTML: a paragraph for each run of lines between blank ones.
    package static func html(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .split { $0.allSatisfy(\.isWhitespace) }
            .map { "<p>\($0.map { XMLText.escaped(String($0)) }.joined(separator: "<br>"))</p>" }
            .joined(separator: "\n")
    }

    /// `Sat, 31 Jan 2026 12:00:00 GMT`: right for `pubDate` and for HTTP headers alike.
    package static func date(_ date: Date) -> String {
        let parts = DateComponents.gregorian(date)
        func two(_ number: Int?) -> String {
            let text = String(number ?? 0)
            return text.count < 2 ? "0\(text)" : text
        }
        let day = days[((parts.weekday ?? 1) - 1) % 7]
        let month = months[((parts.month ?? 1) - 1) % 12]
        let time = "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
        return "\(day), \(two(parts.day)) \(month) \(parts.year ?? 0) \(time) GMT"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension DateComponents {
    fileprivate static func gregorian(_ date: Date) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.dateComponents(
            [.year, .month, .day, .weekday, .hour, .minute, .second], from: date)
    }
}
