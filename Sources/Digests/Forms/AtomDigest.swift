import struct Foundation.UUID

/// A digest as an Atom feed (RFC 4287), an entry a story.
///
/// Ids are made of the archive's identity and its numbers, so an entry keeps its id through all
/// digests that tell of its story, and no other archive's entry has it (§4.2.6). An entry's
/// content is the story as HTML.
struct AtomDigest {
    private let digest: Digest
    private let phrasing: Phrasing
    private let templates: Templates
    private let pen: Pen

    init(_ digest: Digest, _ templates: Templates) {
        self.digest = digest
        self.templates = templates
        pen = Pen(form: .html, language: digest.language)
        phrasing = digest.phrasing
    }

    func write(to take: @escaping PieceTaker) {
        let words = phrasing.words
        let head: Markup = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(digest.language.rawValue)">
            <id>\(id)</id>
            <title>\(words.brand) – \(words.digest)\(digest.choice)</title>
            <subtitle>\(subtitle)</subtitle>
            <updated>\(Timestamp(digest.generated).description)</updated>\(links)
            <author><name>\(words.brand)</name></author>
            <generator>Marsad</generator>

            """
        var text = head.text
        for section in digest.sections {
            for story in section.stories {
                text += entry(story, in: section).text
                text.handOn(to: take)
            }
        }
        take(text + "</feed>\n")
    }

    /// That of a digest of some topics alone is another feed's.
    private var id: String {
        let topics = digest.topicsAsked.sorted().map { ":" + $0 }.joined()
        return UUID(named: "digest:\(digest.language.rawValue)\(topics)", in: digest.archive).urn
    }

    /// Where the feed and the page can be had, if anywhere (RFC 4287 §4.2.7.2).
    private var links: Markup {
        guard let address = digest.address else { return .empty }
        let page = "latest.\(digest.language.rawValue)."
        let feed = WebLink(address + page + DigestForm.atom.fileExtension)
        let html = WebLink(address + page + DigestForm.html.fileExtension)
        guard let feed, let html else { return .empty }
        return """

            <link rel="self" type="application/atom+xml" href="\(feed)"/>
            <link rel="alternate" type="text/html" href="\(html)"/>
            """
    }

    /// What was published, or why nothing was.
    private var subtitle: String {
        let words = phrasing.words
        let counts =
            digest.isQuiet
            ? ([digest.quietPhrase] + digest.quietReasons).joined(separator: " ")
            : digest.totalsPhrase + "."
        return words.subject + ". " + digest.periodPhrase + ". " + counts
    }

    private func entry(_ story: DigestStory, in section: Digest.Section) -> Markup {
        let link: Markup = story.link.map { "\n<link rel=\"alternate\" href=\"\($0)\"/>" } ?? ""
        let view = StoryView(story, in: digest, pen, isOnPage: false)
        var content = templates.render("entry.html", view).drop(while: \.isNewline)
        while content.last?.isNewline == true { content.removeLast() }
        return """
            <entry xml:lang="\(story.headline.language)">
            <id>\(UUID(named: "story:\(story.id)", in: digest.archive).urn)</id>
            <title>\(title(story))</title>
            <published>\(Timestamp(story.firstSeen).description)</published>
            <updated>\(Timestamp(story.lastSeen).description)</updated>\(link)
            \(categories(story, in: section))
            <content type="html" xml:lang="\(digest.language.rawValue)">\(String(content))</content>
            </entry>

            """
    }

    private func title(_ story: DigestStory) -> String {
        story.headline.isEmpty ? story.outlet : story.headline.plain
    }

    private func categories(_ story: DigestStory, in section: Digest.Section) -> Markup {
        let topics =
            [(section.topic, section.title)]
            + story.otherTopics.map { ($0, digest.title(ofTopic: $0)) }
        let items = topics.filter { !$0.0.isEmpty }.markup {
            "<category term=\"\(CleanText.line($0.0))\" label=\"\($0.1)\"/>"
        }
        return "\(items, separator: "")"
    }
}
