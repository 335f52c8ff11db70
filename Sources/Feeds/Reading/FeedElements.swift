/// What is kept of an element's text, and how it ranks among elements that say the same.
///
/// The lowest rank wins; docs/notes/feed-fields.md has the choices and their reasons.
struct Slot: Sendable, Hashable {
    enum Field: UInt8, Sendable {
        case id, title, link, summary, content, author, category, keywords, language, comments
        case published, updated, ttl, period, frequency, hour, day, name, email, enclosure
        case sourceTitle
    }

    /// Which of two elements of one rank is kept.
    enum Repeated: UInt8, Sendable {
        case first, last
    }

    var field: Field
    var rank: Int8
    /// Whether it may hold markup (RFC 4287 §3.1 and what RSS makes of `description`).
    var isConstruct: Bool
    var repeated: Repeated

    static func text(_ field: Field, _ rank: Int8 = 0) -> Slot {
        Slot(field: field, rank: rank, isConstruct: true, repeated: .first)
    }

    static func plain(_ field: Field, _ rank: Int8 = 0) -> Slot {
        Slot(field: field, rank: rank, isConstruct: false, repeated: .first)
    }

    static func last(_ field: Field, _ rank: Int8 = 0) -> Slot {
        Slot(field: field, rank: rank, isConstruct: false, repeated: .last)
    }
}

/// An element's vocabulary and its local name in lower case, for RSS of all cases is about.
struct Element: Sendable, Hashable {
    var vocabulary: Vocabulary
    var name: String
}

/// Which element fills which field.
enum FeedElements {
    static func inItem(_ element: Element) -> Slot? {
        switch (element.vocabulary, element.name) {
        case (.core, "title"), (.atom, "title"): .text(.title)
        case (.dublinCore, "title"), (.dublinTerms, "title"): .text(.title, 2)
        case (.media, "title"): .text(.title, 3)
        case (.itunes, "title"): .text(.title, 4)

        case (.core, "description"), (.core, "summary"), (.atom, "summary"): .text(.summary)
        case (.core, "abstract"): .text(.summary, 1)
        case (.dublinCore, "description"), (.dublinTerms, "abstract"): .text(.summary, 2)
        case (.dublinTerms, "description"): .text(.summary, 2)
        case (.itunes, "summary"): .text(.summary, 3)
        case (.media, "description"): .text(.summary, 4)
        case (.itunes, "subtitle"): .text(.summary, 5)

        case (.content, "encoded"), (.atom, "content"): .text(.content)
        case (.core, "encoded"), (.core, "content"), (.core, "fullitem"): .text(.content, 1)
        case (.xhtml, "body"), (.core, "body"): .text(.content, 2)
        case (.xhtml, "div"), (.core, "content_encoded"): .text(.content, 3)

        case (.core, "guid"), (.atom, "id"): .plain(.id)
        case (.core, "id"): .plain(.id, 1)
        case (.dublinCore, "identifier"), (.dublinTerms, "identifier"): .plain(.id, 3)

        case (.core, "link"), (.atom, "link"): .last(.link)
        case (.core, "url"), (.core, "uri"): .plain(.link, 4)
        case (.feedBurner, "origlink"): .plain(.link, -1)

        case (.core, "author"): .plain(.author)
        case (.dublinCore, "creator"), (.dublinCore, "author"): .plain(.author, 1)
        case (.dublinTerms, "creator"): .plain(.author, 1)
        case (.itunes, "author"): .plain(.author, 2)
        case (.core, "creator"), (.core, "managingeditor"): .plain(.author, 3)

        case (.core, "category"), (.dublinCore, "subject"), (.dublinTerms, "subject"):
            .plain(.category)
        case (.media, "category"): .plain(.category)
        case (.core, "tags"), (.core, "keywords"), (.itunes, "keywords"), (.media, "keywords"):
            .plain(.keywords)

        case (.core, "pubdate"), (.atom, "published"), (.core, "published"): .last(.published)
        case (.atom, "issued"), (.core, "issued"), (.dublinTerms, "issued"): .last(.published, 1)
        case (.dublinTerms, "created"), (.atom, "created"), (.core, "created"):
            .last(.published, 2)
        case (.dublinTerms, "available"), (.core, "date"): .last(.published, 3)
        case (.atom, "updated"), (.core, "updated"): .last(.updated)
        case (.atom, "modified"), (.core, "modified"), (.dublinTerms, "modified"):
            .last(.updated, 1)
        case (.dublinCore, "date"), (.dublinTerms, "date"): .last(.updated, 2)
        case (.core, "lastbuilddate"): .last(.updated, 3)

        case (.dublinCore, "language"), (.core, "language"): .plain(.language)
        case (.core, "comments"): .plain(.comments)
        case (.core, "enclosure"): .plain(.enclosure)
        case (.core, "source"): .plain(.sourceTitle)
        default: nil
        }
    }

    static func inChannel(_ element: Element) -> Slot? {
        switch (element.vocabulary, element.name) {
        case (.core, "title"), (.atom, "title"): .text(.title)
        case (.dublinCore, "title"), (.dublinTerms, "title"): .text(.title, 2)
        case (.media, "title"), (.itunes, "title"): .text(.title, 3)

        case (.core, "description"), (.atom, "subtitle"), (.atom, "tagline"): .text(.summary)
        case (.core, "subtitle"), (.core, "tagline"), (.core, "abstract"): .text(.summary, 1)
        case (.dublinCore, "description"), (.dublinTerms, "description"): .text(.summary, 2)
        case (.itunes, "subtitle"): .text(.summary, 3)
        case (.itunes, "summary"), (.media, "description"): .text(.summary, 4)

        case (.atom, "id"): .plain(.id)
        case (.core, "id"), (.core, "guid"): .plain(.id, 1)
        case (.core, "link"), (.atom, "link"): .last(.link)

        case (.core, "managingeditor"), (.core, "author"): .plain(.author)
        case (.dublinCore, "creator"), (.dublinCore, "author"): .plain(.author, 1)
        case (.dublinTerms, "creator"): .plain(.author, 1)
        case (.itunes, "author"): .plain(.author, 2)
        case (.core, "webmaster"): .plain(.author, 3)

        case (.core, "pubdate"), (.atom, "published"): .last(.published)
        case (.atom, "issued"), (.dublinTerms, "issued"): .last(.published, 1)
        case (.dublinTerms, "created"), (.atom, "created"): .last(.published, 2)
        case (.core, "lastbuilddate"), (.atom, "updated"), (.core, "updated"): .last(.updated)
        case (.atom, "modified"), (.core, "modified"), (.dublinTerms, "modified"):
            .last(.updated, 1)
        case (.dublinCore, "date"), (.dublinTerms, "date"): .last(.updated, 2)

        case (.core, "language"): .plain(.language)
        case (.dublinCore, "language"): .plain(.language, 1)
        case (.core, "ttl"): .plain(.ttl)
        case (.syndication, "updateperiod"): .plain(.period)
        case (.syndication, "updatefrequency"): .plain(.frequency)
        default: nil
        }
    }

    /// Of Atom's `source`, which may hold all that a feed's head does.
    static func inSource(_ element: Element) -> Slot? {
        switch (element.vocabulary, element.name) {
        case (.atom, "title"), (.core, "title"): .plain(.sourceTitle)
        default: nil
        }
    }

    static func inPerson(_ element: Element) -> Slot? {
        switch (element.vocabulary, element.name) {
        case (.atom, "name"), (.core, "name"), (.itunes, "name"): .plain(.name)
        case (.atom, "email"), (.core, "email"), (.itunes, "email"): .plain(.email)
        default: nil
        }
    }
}

/// Where in a feed the reader is.
enum Scope: UInt8, Sendable {
    /// Above the channel: the root, or elements wrapped around it.
    case document
    case channel, item
    case person, hours, days
    /// Within Atom's `source`, the feed that an entry was taken from.
    case source
    /// An element that holds no field of its own but whose children are the item's.
    case group
    /// Nothing below is read.
    case ignored

    /// What lies in `element` when it is found here and is not itself a field.
    func inside(_ element: Element, isWithinItem: Bool) -> Scope {
        switch (element.vocabulary, element.name) {
        case (.core, "item"), (.atom, "entry"), (.core, "entry"), (.rdf, "item"):
            self == .document || self == .channel ? .item : .ignored
        case (.core, "channel"), (.rdf, "channel"): self == .document ? .channel : .ignored
        case (.atom, "feed"), (.core, "feed"): self == .document ? .channel : .ignored
        case (.core, "rss"), (.rdf, "rdf"), (.core, "rdf"): self == .document ? .document : .ignored
        case (.core, "items") where self == .channel: .channel
        case (.core, "skiphours") where self == .channel: .hours
        case (.core, "skipdays") where self == .channel: .days
        case (.atom, "source"): isWithinItem ? .source : .ignored
        case (.media, "group"), (.media, "content"): isWithinItem ? .group : .ignored
        case (.media, _): .ignored
        default: self == .document && !Scope.isForeign(element) ? .document : .ignored
        }
    }

    /// RSS 1.0 has pictures and forms beside its channel, whose titles are not the feed's.
    private static func isForeign(_ element: Element) -> Bool {
        element.name == "image" || element.name == "textinput"
    }
}
