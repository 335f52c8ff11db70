/// Elements whose text fills a field.
extension FeedBuilder {
    mutating func beginText(_ slot: Slot, _ element: Element, _ attributes: SAXAttributes) {
        let shape: TextShape =
            slot.isConstruct ? .of(element, attributes, format: channel.format ?? "") : .plain
        let room = text.take()?.room() ?? self.room
        self.room = []
        text = ElementText(slot, depth: depth, shape: shape, base: base, room: room)
    }

    mutating func startWithinText(_ element: Element, _ attributes: SAXAttributes) {
        guard let slot = text?.slot, let started = text?.depth else { return }
        if slot.isConstruct {
            text?.start(element.name, attributes)
        } else if slot.field == .author, let part = FeedElements.inPerson(element) {
            enterPerson(rank: slot.rank, depth: started)
            beginText(part, element, attributes)
        }
    }

    mutating func finishText() {
        guard let text = text.take() else { return }
        if text.slot.isConstruct {
            offer(text.raw, text.slot)
        } else {
            store(text.plain, in: text.slot, base: text.base)
        }
        room = text.room()
    }

    private mutating func offer(_ raw: RawText, _ slot: Slot) {
        switch (slot.field, item == nil) {
        case (.title, false): item?.title.offer(raw, rank: slot.rank)
        case (.title, true): channel.title.offer(raw, rank: slot.rank)
        case (.summary, false): offerSummary(raw, rank: slot.rank)
        case (.summary, true): channel.description.offer(raw, rank: slot.rank)
        default: item?.content.offer(raw, rank: slot.rank)
        }
    }

    /// Of `description` and `summary` in one item the second is the longer text, as a rule.
    private mutating func offerSummary(_ raw: RawText, rank: Int8) {
        if rank == 0, item?.summary.value != nil, item?.summary.isTaken(at: 0) == true {
            item?.content.offer(raw, rank: 4)
        } else {
            item?.summary.offer(raw, rank: rank)
        }
    }

    private mutating func store(_ text: String, in slot: Slot, base: String?) {
        guard !text.isEmpty else { return }
        switch slot.field {
        case .name: person?.value.name = text
        case .email: person?.value.email = text
        case .author: offer(RawPerson(name: text), rank: slot.rank)
        case .category: addCategory(text)
        case .keywords:
            for word in text.split(whereSeparator: { $0 == "," || $0 == "،" }) {
                addCategory(String(word))
            }
        case .link:
            guard let link = Address.safe(text, base: base) else { return }
            offerSafeLink(link, rank: slot.rank, repeated: slot.repeated)
        case .enclosure: takeEnclosure(text, type: nil, length: nil)
        default: if item == nil { channel.offer(text, slot) } else { item?.offer(text, slot, base) }
        }
    }
}

extension RawItem {
    fileprivate mutating func offer(_ text: String, _ slot: Slot, _ base: String?) {
        let (rank, repeated) = (slot.rank, slot.repeated)
        switch slot.field {
        case .id: id.offer(text, rank: rank)
        case .published: published.offer(text, rank: rank, repeated: repeated)
        case .updated: updated.offer(text, rank: rank, repeated: repeated)
        case .language: language.offer(text, rank: rank)
        case .comments: comments.offer(Address.resolve(text, base: base), rank: rank)
        case .sourceTitle: sourceTitle.offer(text, rank: rank)
        default: break
        }
    }
}

extension RawChannel {
    fileprivate mutating func offer(_ text: String, _ slot: Slot) {
        let (rank, repeated) = (slot.rank, slot.repeated)
        switch slot.field {
        case .id: id.offer(text, rank: rank)
        case .published: published.offer(text, rank: rank, repeated: repeated)
        case .updated: updated.offer(text, rank: rank, repeated: repeated)
        case .language: language.offer(text, rank: rank)
        case .ttl: ttl = text
        case .period: period = text
        case .frequency: frequency = text
        case .hour: if hours.count < 24, !hours.contains(text) { hours.append(text) }
        case .day: if days.count < 7, !days.contains(text) { days.append(text) }
        default: break
        }
    }
}
