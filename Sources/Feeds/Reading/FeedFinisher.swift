import Foundation
import News

/// Makes of what was gathered the values that people and programs use: plain titles, safe HTML,
/// instants, ids.
struct FeedFinisher {
    let context: FeedContext
    private let dates: FeedDate

    init(context: FeedContext) {
        self.context = context
        dates = FeedDate(zone: context.timeZone)
    }

    func finished(_ reading: FeedReading) -> ParsedFeed {
        var complaints = reading.complaints
        let channel = channel(reading, complaints: &complaints)
        var ids = SharedIDs()
        var items = reading.items.map { raw in
            let item = item(raw, channel.language, complaints: &complaints)
            ids.note(item)
            return item
        }
        if ids.areShared {
            for index in items.indices {
                items[index].id = ItemIdentity.idWithoutOwn(of: items[index])
            }
            complaints.append(Complaint(message: ItemIdentity.sharing))
        }
        return ParsedFeed(
            channel: channel, items: items, complaints: complaints,
            isComplete: reading.isComplete)
    }

    // MARK: - The channel

    func channel(_ reading: FeedReading, complaints: inout [Complaint]) -> Channel {
        let raw = reading.channel
        var channel = Channel(format: raw.format ?? "rss-2.0", encoding: reading.encoding)
        channel.id = raw.id.value.map(identifier)
        channel.title = raw.title.value.map(line).nonEmpty
        channel.description = raw.description.value.flatMap { html($0).html.nonEmptyText }
        channel.link = raw.link.value
        channel.language = language(of: raw)
        channel.authors = raw.authors.people.compactMap(Self.name(of:))
        channel.published = raw.published.value.flatMap { date($0, nil, &complaints) }
        channel.updated = raw.updated.value.flatMap { date($0, nil, &complaints) }
        channel.selfLink = raw.selfLink
        channel.hub = raw.hub
        channel.next = raw.next
        channel.ttlMinutes = raw.ttl.flatMap { Int($0.trimmed) }.flatMap { $0 > 0 ? $0 : nil }
        channel.skipHours = raw.hours.compactMap { Int($0) }.filter { (0...24).contains($0) }
            .map { $0 % 24 }
        channel.skipDays = raw.days
        channel.updatePeriodMinutes = Self.period(raw.period, frequency: raw.frequency)
        return channel
    }

    /// In BCP 47.
    func language(of raw: RawChannel) -> String? {
        (raw.language.value ?? context.contentLanguage).map(Self.language)
    }

    /// Minutes between two editions (RSS 1.0's syndication module).
    private static func period(_ name: String?, frequency: String?) -> Int? {
        guard name != nil || frequency != nil else { return nil }
        let minutes: Int
        switch name?.lowercased() {
        case "hourly": minutes = 60
        case "daily", nil: minutes = 1440
        case "weekly": minutes = 10_080
        case "monthly": minutes = 43_200
        case "yearly": minutes = 525_600
        default: return nil
        }
        let times = frequency.flatMap { Int($0) } ?? 1
        return times > 0 ? max(1, minutes / times) : minutes
    }

    // MARK: - Items

    func item(
        _ raw: RawItem, _ language: String?, complaints: inout [Complaint]
    ) -> Item {
        var item = Item(id: "")
        item.title = raw.title.value.map(line) ?? ""
        let summary = raw.summary.value.map(html)
        let content = raw.content.value.map(html)
        item.summary = summary?.html.nonEmptyText
        item.content = content?.html.nonEmptyText
        let text = content?.text.isEmpty == false ? content?.text : summary?.text
        item.text = text.map(FeedFooters.cut) ?? ""
        item.authors = raw.authors.people.compactMap(Self.name(of:))
        item.categories = raw.categories.map(HTMLText.oneLineOfMarkup)
        item.published = raw.published.value.flatMap { date($0, raw.line, &complaints) }
        item.updated = raw.updated.value.flatMap { date($0, raw.line, &complaints) }
        item.published = item.published ?? item.updated
        item.language = raw.language.value.map(Self.language) ?? language
        item.comments = raw.comments.value.flatMap { Address.safe($0, base: nil) }
        item.enclosures = raw.enclosures.map {
            Enclosure(url: $0.url, type: $0.type, length: $0.length.flatMap { Int($0.trimmed) })
        }
        item.source = source(raw)
        identify(&item, raw)
        return item
    }

    private func source(_ raw: RawItem) -> ItemSource? {
        let title = raw.sourceTitle.value.map(HTMLText.oneLineOfMarkup).nonEmpty
        let url = raw.sourceLink.value
        return title == nil && url == nil ? nil : ItemSource(title: title, url: url)
    }

    private func identify(_ item: inout Item, _ raw: RawItem) {
        let id = raw.id.value.map { raw.isPermalink ? identifier($0) : Address.cleaned($0) }
        item.link = raw.link.value
        if item.link == nil, raw.isPermalink, let id, id.hasPrefix("http") {
            item.link = Address.safe(id, base: nil)
        }
        item.id = id ?? item.link ?? ItemIdentity.hash(of: item)
    }

    /// An id that is a path becomes an address; any other is a name, and stays as it is.
    private func identifier(_ id: String) -> String {
        let id = Address.cleaned(id)
        guard id.hasPrefix("/") else { return id }
        return Address.resolve(id, base: context.contentLocation ?? context.url)
    }

    // MARK: - Values

    private func html(_ raw: RawText) -> (html: [UInt8], text: [UInt8]) {
        guard raw.form == .html, raw.hasMarkup else {
            return (HTMLText.escaped(raw.source.trimmedSpace), TextBlocks.plain(raw.source))
        }
        return HTMLText.both(raw.source, base: raw.base)
    }

    private func line(_ raw: RawText) -> String {
        raw.form == .html && raw.hasMarkup
            ? HTMLText.line(raw.source)
            : HTMLText.oneLine(String(decoding: raw.source, as: UTF8.self))
    }

    /// `fr_FR` is written for `fr-FR`.
    private static func language(_ tag: String) -> String {
        tag.trimmed.replacing("_", with: "-")
    }

    /// RSS has the mail's owner in parentheses behind it; without a name the mail is the name.
    static func name(of person: RawPerson) -> String? {
        let person = parted(person)
        guard let name = person.name.map(HTMLText.oneLineOfMarkup), !name.isEmpty else {
            return person.email
        }
        guard let email = person.email, !name.contains(email) else { return name }
        return "\(name) (\(email))"
    }

    /// `Name <mail@host>` (RFC 5322 §3.4) parted, before HTML takes the mail for a tag.
    private static func parted(_ person: RawPerson) -> RawPerson {
        guard let name = person.name?.trimmed, name.last == ">",
            let open = name.lastIndex(of: "<")
        else { return person }
        let mail = name[name.index(after: open)...].dropLast()
        guard mail.contains("@"), !mail.contains(where: \.isWhitespace) else { return person }
        return RawPerson(
            name: String(name[..<open]).trimmed, email: person.email ?? String(mail))
    }

    /// Nil, with a complaint, for what is no date and for a date that cannot be.
    private func date(
        _ text: String, _ line: Int?, _ complaints: inout [Complaint]
    ) -> Date? {
        func complain(_ message: String) {
            complaints.append(Complaint(line: line, message: message))
        }
        guard let date = dates.date(text) else {
            complain("‘\(text.prefix(60))’ is not a date")
            return nil
        }
        guard date >= Self.earliest, date <= context.fetched.addingTimeInterval(86_400) else {
            complain("the date ‘\(text.prefix(60))’ is not believed")
            return nil
        }
        return date
    }

    /// 1 January 1990: no feed is older.
    private static let earliest = Date(timeIntervalSince1970: 631_152_000)
}

extension [UInt8] {
    /// As a text; nil for an empty one.
    fileprivate var nonEmptyText: String? {
        isEmpty ? nil : UTF8Bytes.text(self)
    }

    /// Without white space at its ends.
    fileprivate var trimmedSpace: [UInt8] {
        guard let start = firstIndex(where: { !$0.isXMLSpace }),
            let end = lastIndex(where: { !$0.isXMLSpace })
        else { return [] }
        return Array(self[start...end])
    }
}

extension Optional<String> {
    /// Nil for an empty text.
    fileprivate var nonEmpty: String? { flatMap { $0.isEmpty ? nil : $0 } }
}
