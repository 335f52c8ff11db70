package import Foundation
import News

/// Writes subscriptions as OPML 2.0: a feed's tags are the folders that it stands in, the first
/// the outermost.
package enum OPMLWriter {
    /// A document that ``OPMLReader`` reads back as the same feeds, ordered by their folders.
    package static func document(
        _ feeds: [OPMLFeed], title: String, created: Date
    ) -> String {
        var root = Folder()
        for feed in feeds { root.add(feed, under: feed.tags[...]) }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>\(XMLText.escaped(title))</title>
                <dateCreated>\(mailDate(created))</dateCreated>
              </head>
              <body>

            """ + root.lines(indent: 4).map { $0 + "\n" }.joined() + "  </body>\n</opml>\n"
    }

    private struct Folder {
        var feeds: [OPMLFeed] = []
        var folders: [(name: String, folder: Folder)] = []

        mutating func add(_ feed: OPMLFeed, under tags: ArraySlice<String>) {
            guard let name = tags.first else { return feeds.append(feed) }
            let known = folders.firstIndex { $0.name == name }
            if known == nil { folders.append((name, Folder())) }
            folders[known ?? folders.count - 1].folder.add(feed, under: tags.dropFirst())
        }

        func lines(indent: Int) -> [String] {
            let space = String(repeating: " ", count: indent)
            let own = feeds.map { space + OPMLWriter.outline($0) }
            return own
                + folders.flatMap { name, folder in
                    [space + "<outline text=\"\(XMLText.escaped(name, inAttribute: true))\">"]
                        + folder.lines(indent: indent + 2) + [space + "</outline>"]
                }
        }
    }

    private static func outline(_ feed: OPMLFeed) -> String {
        let title = feed.title ?? feed.url
        let attributes: [(String, String?)] = [
            ("type", "rss"), ("text", title), ("title", title), ("xmlUrl", feed.url),
            ("htmlUrl", feed.page), ("language", feed.language),
            ("isComment", feed.isEnabled ? nil : "true"),
        ]
        let written = attributes.compactMap { name, value in
            value.map { "\(name)=\"\(XMLText.escaped($0, inAttribute: true))\"" }
        }
        return "<outline \(written.joined(separator: " "))/>"
    }

    /// `Sat, 31 Jan 2026 12:00:00 GMT` (RFC 822, as OPML wants it).
    private static func mailDate(_ date: Date) -> String {
        let style = Date.VerbatimFormatStyle(
            format: """
                \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \
                \(year: .defaultDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
                \(minute: .twoDigits):\(second: .twoDigits) GMT
                """,
            locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
            calendar: .init(identifier: .gregorian))
        return style.format(date)
    }
}
