/// Elements that say all in their attributes: links, enclosures, categories.
extension FeedBuilder {
    /// True where the element is done with.
    mutating func take(_ element: Element, _ attributes: SAXAttributes) -> Bool {
        guard attributes.count > 0 else { return false }
        switch scope {
        case .channel, .item, .group: break
        case .source: return takeSourceLink(element, attributes)
        default: return false
        }
        switch (element.vocabulary, element.name) {
        case (.atom, "link"), (.core, "link"), (.core, "a"), (.xhtml, "link"):
            guard let address = attributes["href"] else {
                return attributes["rel"].map { $0.lowercased() != "alternate" } ?? false
            }
            takeLink(address, element, attributes)
        case (.core, "enclosure"), (.media, "thumbnail"):
            guard let url = attributes["url"] ?? attributes["href"] else { return false }
            takeEnclosure(url, type: attributes["type"], length: attributes["length"])
        case (.media, "content"):
            guard let url = attributes["url"] else { return false }
            takeEnclosure(url, type: attributes["type"], length: attributes["filesize"])
            return false
        case (.core, "source"):
            guard let url = attributes["url"].flatMap(safe) else { return false }
            item?.sourceLink.offer(url, rank: 0)
            return false
        case (.atom, "category"), (.core, "category"), (.itunes, "category"):
            guard
                let term = attributes["label"] ?? attributes["term"] ?? attributes["text"]
            else { return false }
            addCategory(term)
        default: return false
        }
        return true
    }

    /// The page of the feed that an entry was taken from, else that feed's own address.
    private mutating func takeSourceLink(_ element: Element, _ attributes: SAXAttributes) -> Bool {
        guard element.name == "link", let url = attributes["href"].flatMap(safe) else {
            return false
        }
        switch attributes["rel"]?.lowercased() {
        case nil, "alternate": item?.sourceLink.offer(url, rank: 0)
        case "self": item?.sourceLink.offer(url, rank: 1)
        default: break
        }
        return true
    }

    private mutating func takeLink(
        _ address: String, _ element: Element, _ attributes: SAXAttributes
    ) {
        let relations = (attributes["rel"] ?? "alternate").lowercased()
        for relation in relations.split(separator: " ") {
            // RFC 4287 §4.2.7.2: a name stands for an address of the registry.
            switch relation.split(separator: "/").last ?? "" {
            case "alternate":
                offerLink(address, element, isPage: isPage(attributes["type"]))
            case "enclosure":
                takeEnclosure(address, type: attributes["type"], length: attributes["length"])
            case "self" where item == nil: channel.selfLink = channel.selfLink ?? safe(address)
            case "hub" where item == nil: channel.hub = channel.hub ?? safe(address)
            case "next" where item == nil: channel.next = channel.next ?? safe(address)
            case "replies":
                let comments = Address.resolve(address, base: base)
                item?.comments.offer(comments, rank: 1)
            default: break
            }
        }
    }

    /// In Atom the first link to a page counts; in RSS the last `link` of its own, and an
    /// `atom:link` only where it has none.
    private mutating func offerLink(_ address: String, _ element: Element, isPage: Bool) {
        guard isPage else { return offerLink(address, rank: 2) }
        guard !isAtom, element.vocabulary == .core else {
            return offerLink(address, rank: isAtom ? 0 : 1)
        }
        offerLink(address, rank: 0, repeated: .last)
    }

    private func isPage(_ type: String?) -> Bool {
        guard let type else { return true }
        return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
    }

    private func safe(_ address: String) -> String? { Address.safe(address, base: base) }

    mutating func offerLink(_ address: String, rank: Int8, repeated: Slot.Repeated = .first) {
        guard let link = safe(address) else { return }
        offerSafeLink(link, rank: rank, repeated: repeated)
    }

    mutating func offerSafeLink(_ link: String, rank: Int8, repeated: Slot.Repeated) {
        if item != nil {
            item?.link.offer(link, rank: rank, repeated: repeated)
        } else {
            channel.link.offer(link, rank: rank, repeated: repeated)
        }
    }

    mutating func takeEnclosure(_ address: String, type: String?, length: String?) {
        guard item != nil, let url = safe(address) else { return }
        guard let known = item?.enclosures, known.count < limits.values,
            !known.contains(where: { $0.url == url })
        else { return }
        item?.enclosures.append(RawEnclosure(url: url, type: type, length: length))
    }

    mutating func addCategory(_ text: String) {
        let text = HTMLText.oneLine(text)
        guard let known = item?.categories, known.count < limits.values, !text.isEmpty,
            !known.contains(text)
        else { return }
        item?.categories.append(text)
    }
}
