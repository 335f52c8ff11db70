/// What a name of a document's elements means in each place that it may stand.
struct KnownElement {
    var element: Element
    var inItem: Slot?
    var inChannel: Slot?

    init(_ element: Element) {
        self.element = element
        inItem = FeedElements.inItem(element)
        inChannel = FeedElements.inChannel(element)
    }
}

/// The names met in a document, each judged once: a feed has some thirty of them, thousands of
/// times.
struct ElementTable {
    /// The root's namespace and what it stands for: unknown, it is taken for the format's own.
    var rootSpace: (uri: UnsafePointer<UInt8>?, vocabulary: Vocabulary)?

    private var places: [SAXName: Int] = [:]
    private var known: [KnownElement] = []
    private var recent = [(name: SAXName, place: Int)?](repeating: nil, count: 64)

    /// How many names there are.
    var count: Int { known.count }

    mutating func element(_ name: SAXName) -> KnownElement {
        let cell = name.cell & 63
        if let (last, place) = recent[cell], last == name { return known[place] }
        let place = places[name] ?? add(name)
        recent[cell] = (name, place)
        return known[place]
    }

    private mutating func add(_ name: SAXName) -> Int {
        var element = name.element
        if element.vocabulary == .other, let rootSpace, rootSpace.uri == name.uri {
            element.vocabulary = rootSpace.vocabulary
        }
        places[name] = known.count
        known.append(KnownElement(element))
        return known.count - 1
    }

    /// Forgets what was judged before the root was known.
    mutating func forget() {
        self = ElementTable()
    }
}
