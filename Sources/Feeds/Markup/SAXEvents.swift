import CLibXML2

/// An element's name while its event lasts. The pointers are of the parser's dictionary: equal
/// names have equal ones.
struct SAXName: Hashable {
    var local: UnsafePointer<xmlChar>
    var prefix: UnsafePointer<xmlChar>?
    var uri: UnsafePointer<xmlChar>?

    /// A number that few names of a document share.
    var cell: Int { Int(bitPattern: local) >> 4 ^ Int(bitPattern: uri) >> 5 }

    /// The local part as written.
    var text: String { String(cString: local) }

    var element: Element {
        Element(
            vocabulary: .of(
                uri: uri.map { String(cString: $0) }, prefix: prefix.map { String(cString: $0) }),
            name: text.lowercased())
    }
}

/// The namespaces that a start tag declares, while its event lasts.
struct SAXNamespaces {
    private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let count: Int

    init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
        self.list = list
        self.count = count
    }

    var uris: [String] { pairs.map(\.uri) }

    /// Prefixes, nil for the default, and URIs, in order.
    var pairs: [(prefix: String?, uri: String)] {
        guard let list else { return [] }
        return (0..<count).compactMap { index in
            list[2 * index + 1].map { uri in
                (list[2 * index].map { String(cString: $0) }, String(cString: uri))
            }
        }
    }
}

/// The attributes of a start tag while its event lasts.
struct SAXAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let count: Int

    init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
        self.list = list
        self.count = count
    }

    /// The value of the attribute of that local name, whatever its case and namespace.
    subscript(_ name: String) -> String? {
        index(of: name, prefix: nil).map(value(at:))
    }

    /// The value of the attribute `xml:NAME`.
    func xml(_ name: String) -> String? {
        count == 0 ? nil : index(of: name, prefix: "xml").map(value(at:))
    }

    /// Names with their prefixes, and values, in order.
    var qualified: [(name: String, value: String)] {
        (0..<count).map { index in
            let prefix = list?[5 * index + 1].map { String(cString: $0) + ":" } ?? ""
            return (prefix + name(at: index), value(at: index))
        }
    }

    /// Local names and values, in order.
    var pairs: [(name: String, value: String)] {
        (0..<count).map { (name(at: $0), value(at: $0)) }
    }

    private func index(of name: String, prefix: String?) -> Int? {
        guard let list else { return nil }
        return (0..<count).first { index in
            guard let local = list[5 * index], xmlStrcasecmp(local, name) == 0 else { return false }
            let own = list[5 * index + 1]
            guard let prefix else { return own == nil || xmlStrcmp(own, "xml") != 0 }
            return own != nil && xmlStrcmp(own, prefix) == 0
        }
    }

    private func name(at index: Int) -> String {
        list?[5 * index].map { String(cString: $0) } ?? ""
    }

    /// libxml2 leaves `&amp;` as `&#38;` and other references by name; both are resolved here.
    private func value(at index: Int) -> String {
        guard let list, let start = list[5 * index + 3], let end = list[5 * index + 4] else {
            return ""
        }
        let text = String(
            decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        return text.utf8.contains(UInt8(ascii: "&")) ? Self.resolved(text) : text
    }

    private static func resolved(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let mark = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
            result += rest[..<mark]
            let after = rest.utf8.index(after: mark)
            guard let end = rest[after...].utf8.firstIndex(of: UInt8(ascii: ";")) else {
                return result + rest[mark...]
            }
            let name = String(rest[after..<end])
            if name == "#38" {
                result += "&"
            } else if let bytes = HTMLEntities.bytes(named: name) {
                result += String(decoding: bytes, as: UTF8.self)
            } else {
                result += "&\(name);"
            }
            rest = rest[rest.utf8.index(after: end)...]
        }
        return result + rest
    }
}
