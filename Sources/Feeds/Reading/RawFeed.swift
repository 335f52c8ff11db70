/// Text as a feed gives it, before it is made plain or safe.
struct RawText: Sendable, Hashable {
    enum Form: UInt8, Sendable {
        /// Letters that mean themselves.
        case plain
        /// HTML source.
        case html
    }

    /// UTF-8.
    var source: [UInt8]
    var form: Form
    var base: String?

    /// Whether HTML would take part of it for a tag or a reference.
    var hasMarkup: Bool {
        source.withUnsafeBufferPointer { source in
            source.first(UInt8(ascii: "<"), from: 0) != nil
                || source.first(UInt8(ascii: "&"), from: 0) != nil
        }
    }
}

/// A value and the rank of the element that it came from.
struct Ranked<Value: Sendable>: Sendable {
    var value: Value?
    private var rank = Int8.max

    init() {}

    /// Takes `value` where its rank is better than the present one's, or the same where the last
    /// of equals is wanted.
    mutating func offer(_ value: Value, rank: Int8, repeated: Slot.Repeated = .first) {
        guard self.value == nil || rank < self.rank || rank == self.rank && repeated == .last else {
            return
        }
        self.value = value
        self.rank = rank
    }

    /// Whether the value came from an element of that rank.
    func isTaken(at rank: Int8) -> Bool { value != nil && self.rank == rank }
}

/// A person as far as read; a feed names mail and name apart or in one.
struct RawPerson: Sendable, Hashable {
    var name: String?
    var email: String?
}

/// People of the best rank met.
struct RawPeople: Sendable {
    private(set) var people: [RawPerson] = []
    private var rank = Int8.max

    init() {}

    mutating func offer(_ person: RawPerson, rank: Int8, limit: Int = 256) {
        guard rank <= self.rank, person.name != nil || person.email != nil else { return }
        if rank < self.rank { people = [] }
        self.rank = rank
        if people.count < limit, !people.contains(person) { people.append(person) }
    }
}

struct RawItem: Sendable {
    var id = Ranked<String>()
    var isPermalink = true
    var title = Ranked<RawText>()
    var link = Ranked<String>()
    var summary = Ranked<RawText>()
    var content = Ranked<RawText>()
    var authors = RawPeople()
    var categories: [String] = []
    var published = Ranked<String>()
    var updated = Ranked<String>()
    var language = Ranked<String>()
    var comments = Ranked<String>()
    var enclosures: [RawEnclosure] = []
    var sourceTitle = Ranked<String>()
    var sourceLink = Ranked<String>()
    var line: Int?

    init() {}
}

struct RawEnclosure: Sendable, Hashable {
    var url: String
    var type: String?
    var length: String?
}

struct RawChannel: Sendable {
    var format: String?
    var id = Ranked<String>()
    var title = Ranked<RawText>()
    var description = Ranked<RawText>()
    var link = Ranked<String>()
    var language = Ranked<String>()
    var authors = RawPeople()
    var published = Ranked<String>()
    var updated = Ranked<String>()
    var selfLink: String?
    var hub: String?
    var next: String?
    var ttl: String?
    var period: String?
    var frequency: String?
    var hours: [String] = []
    var days: [String] = []

    init() {}
}
