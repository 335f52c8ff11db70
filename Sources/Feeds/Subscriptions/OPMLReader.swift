import CLibXML2

/// Reads the subscriptions of an OPML file, as other readers export them: damaged ones as far
/// as libxml2 recovers them, in any encoding that they declare.
package enum OPMLReader {
    /// Bytes of a file; a subscription takes some two hundred.
    package static let limit = 16 << 20

    /// In their order, each address once. Outlines without `xmlUrl` are folders, or of no
    /// concern; an address that is not of http or https is passed over.
    package static func feeds(in bytes: [UInt8]) throws(OPMLError) -> [OPMLFeed] {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        let outlines = Outlines()
        outlines.read(bytes)
        guard outlines.root == "opml" else { throw .notOPML(found: outlines.root) }
        return outlines.feeds
    }
}

/// The events of libxml2's SAX2 parser over an OPML file: no tree is built, no entity of the
/// document's own is known, and nothing outside is opened.
private final class Outlines {
    private struct Folder {
        /// Nil for an outline that is itself a feed.
        var name: String?
        var isCommented: Bool
    }

    private(set) var root: String?
    private(set) var feeds: [OPMLFeed] = []
    private var seen: Set<String> = []
    private var open: [Folder] = []

    func read(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let context = xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else { return }
            defer { xmlFreeParserCtxt(context) }
            context.pointee.sax.pointee = Outlines.handlers
            context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue
            xmlCtxtUseOptions(context, Int32(options))
            xmlParseDocument(context)
        }
    }

    private static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = XML_SAX2_MAGIC
        handlers.startElementNs = { user, local, _, _, _, _, count, _, attributes in
            guard let user, let local else { return }
            Unmanaged<Outlines>.fromOpaque(user).takeUnretainedValue().start(
                String(cString: local).lowercased(),
                SAXAttributes(attributes, count: Int(count)))
        }
        handlers.endElementNs = { user, local, _, _ in
            guard let user, let local else { return }
            let outlines = Unmanaged<Outlines>.fromOpaque(user).takeUnretainedValue()
            if String(cString: local).lowercased() == "outline" { _ = outlines.open.popLast() }
        }
        handlers.serror = { _, _ in }
        return handlers
    }

    private func start(_ name: String, _ attributes: SAXAttributes) {
        if root == nil { root = name }
        guard name == "outline" else { return }
        let title = [attributes["text"], attributes["title"]].compactMap(\.self)
            .map(HTMLText.oneLine).first { !$0.isEmpty }
        let isCommented =
            open.last?.isCommented ?? false || attributes["isComment"]?.lowercased() == "true"
        let url = attributes["xmlUrl"].map(Address.cleaned)
        open.append(Folder(name: url == nil ? title : nil, isCommented: isCommented))
        guard let url, ["http", "https"].contains(Address.scheme(of: url)),
            seen.insert(url).inserted
        else { return }
        feeds.append(
            OPMLFeed(
                url: url, title: title, page: attributes["htmlUrl"],
                language: attributes["language"].flatMap { $0.isEmpty ? nil : $0 },
                tags: tags(attributes["category"]), isEnabled: !isCommented))
    }

    /// Of `category="/Boston/Weather,news"` each step is a tag.
    private func tags(_ categories: String?) -> [String] {
        var tags: [String] = []
        let steps = (categories ?? "").split { $0 == "," || $0 == "/" }.map(String.init)
        for tag in open.compactMap(\.name) + steps.map(HTMLText.oneLine)
        where !tag.isEmpty && !tags.contains(tag) {
            tags.append(tag)
        }
        return tags
    }
}
