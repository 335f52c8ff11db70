/// The text of one element while it is read, with the elements in it written out as markup.
struct ElementText {
    let slot: Slot
    /// How deep the element is.
    let depth: Int
    let shape: TextShape
    let base: String?
    /// Whether elements were met in it, whose tags are in the bytes.
    private(set) var hasMarkup = false
    private var bytes: [UInt8]
    private var isCut = false

    /// `room` is an array to write into, whatever it holds.
    init(_ slot: Slot, depth: Int, shape: TextShape, base: String?, room: consuming [UInt8]) {
        self.slot = slot
        self.depth = depth
        self.shape = shape
        self.base = base
        bytes = room
        bytes.removeAll(keepingCapacity: true)
    }

    /// The array written into, for the next text.
    consuming func room() -> [UInt8] { bytes }

    /// False where `limit` bytes are passed for the first time; what follows is dropped.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
        guard !isCut, bytes.count + text.count <= limit else {
            defer { isCut = true }
            return isCut
        }
        if shape == .markup || hasMarkup {
            HTMLWriter.escape(text, into: &bytes)
        } else {
            bytes.append(contentsOf: text)
        }
        return true
    }

    /// An element of the document itself starts in the text.
    mutating func start(_ name: String, _ attributes: SAXAttributes) {
        let isWrapper = name == "div" && shape == .html && !hasMarkup
        if isWrapper, bytes.allSatisfy(\.isXMLSpace) { return }
        if shape == .plain, !hasMarkup {
            let text = bytes
            bytes = []
            text.withUnsafeBufferPointer { HTMLWriter.escape($0, into: &bytes) }
        }
        hasMarkup = true
        writeTag(name, attributes)
    }

    mutating func end(_ name: String) {
        guard hasMarkup, !isCut, !HTMLElement.named(name).isVoid else { return }
        bytes += "</".utf8
        bytes += name.utf8
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func writeTag(_ name: String, _ attributes: SAXAttributes) {
        guard !isCut else { return }
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for (key, value) in attributes.pairs {
            bytes.append(UInt8(ascii: " "))
            bytes += key.utf8
            bytes += "=\"".utf8
            var value = value
            value.withUTF8 { HTMLWriter.escape($0, into: &bytes) }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    /// The text in one of the two forms that follow.
    var raw: RawText {
        let own = bytes.withUnsafeBufferPointer { Array($0) }
        return shape.text(WindowsControls.replaced(in: own), hasMarkup: hasMarkup, base: base)
    }

    /// The text of an element that holds no markup.
    var plain: String {
        String(decoding: WindowsControls.replaced(in: bytes), as: UTF8.self).trimmed
    }
}
