/// The start tag of an element that holds items, for reading the rest of a document as if it had
/// just begun.
struct OpeningTag {
    /// As the document has it, prefix included.
    let name: String
    /// XML.
    let source: [UInt8]

    init(_ name: SAXName, _ attributes: SAXAttributes, _ spaces: SAXNamespaces) {
        let prefix = name.prefix.map { String(cString: $0) + ":" } ?? ""
        self.name = prefix + name.text
        var source = Array("<\(self.name)".utf8)
        func write(_ name: String, _ value: String) {
            source += " \(name)=\"".utf8
            var value = value
            value.withUTF8 { HTMLWriter.escape($0, into: &source) }
            source.append(UInt8(ascii: "\""))
        }
        for (prefix, uri) in spaces.pairs {
            write(prefix.map { "xmlns:\($0)" } ?? "xmlns", uri)
        }
        for (name, value) in attributes.qualified { write(name, value) }
        source.append(UInt8(ascii: ">"))
        self.source = source
    }
}
