import CLibXML2

/// One reading of a piece of HTML by libxml2's HTML parser, event by event and without a tree.
enum HTMLReader {
    /// Calls `events` for each element and text of `html`.
    ///
    /// Tags longer than 64 KiB or of more than 256 attributes are passed over, and what lies
    /// more than 256 elements deep ends the reading: libxml2 takes quadratic time over both.
    static func read(_ html: String, into events: HTMLEvents, isPage: Bool = false) {
        guard let context = htmlNewParserCtxt() else { return }
        defer { htmlFreeParserCtxt(context) }
        events.context = context
        defer { events.context = nil }
        context.pointee.sax.pointee = handlers
        context.pointee.userData = Unmanaged.passUnretained(events).toOpaque()
        // Within a div no text is given a paragraph of its own; a page has a body for that.
        let bytes = Array((isPage ? "" : "<div>").utf8) + guarded(html)
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            | HTML_PARSE_COMPACT.rawValue
        bytes.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let tree = htmlCtxtReadMemory(
                context, start, Int32(bytes.count), nil, "UTF-8", Int32(options))
            if let tree { xmlFreeDoc(tree) }
        }
        events.finish()
    }

    private static let longestTag = 64 << 10
    private static let mostAttributes = 256

    private static func isExcessive(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard tag.count > 4 * mostAttributes else { return false }
        return tag.count > longestTag || tag.count { $0.isXMLSpace } > 4 * mostAttributes
            || tag.count { $0 == UInt8(ascii: "=") } > mostAttributes
    }

    /// `html` without NUL and without overlong tags; a `<` that no `>` follows is a letter.
    private static func guarded(_ html: String) -> [UInt8] {
        var html = html
        return html.withUTF8 { bytes in
            var kept: [UInt8] = []
            kept.reserveCapacity(bytes.count)
            var index = 0
            var end = 0
            while let open = bytes.first(UInt8(ascii: "<"), from: index) {
                append(bytes, index..<open, to: &kept)
                if end <= open { end = bytes.first(UInt8(ascii: ">"), from: open) ?? bytes.count }
                let startsTag = open + 1 < bytes.count && bytes[open + 1].startsName
                let isLong = startsTag && isExcessive(bytes[open..<end])
                if end == bytes.count {
                    kept += "&lt;".utf8
                } else if !isLong {
                    kept.append(UInt8(ascii: "<"))
                }
                index = isLong && end < bytes.count ? end + 1 : open + 1
            }
            append(bytes, index..<bytes.count, to: &kept)
            return kept
        }
    }

    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to kept: inout [UInt8]
    ) {
        let piece = UnsafeBufferPointer(rebasing: bytes[range])
        if piece.first(0, from: 0) == nil {
            kept.append(contentsOf: piece)
        } else {
            kept.append(contentsOf: piece.lazy.filter { $0 != 0 })
        }
    }

    private static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = XML_SAX2_MAGIC
        handlers.startElement = { user, name, attributes in
            guard let user, let name else { return }
            HTMLEvents.at(user).start(String(cString: name), HTMLAttributes(attributes))
        }
        handlers.endElement = { user, name in
            guard let user, let name else { return }
            HTMLEvents.at(user).end(String(cString: name))
        }
        handlers.characters = { user, text, length in
            guard let user else { return }
            HTMLEvents.at(user).text(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        handlers.ignorableWhitespace = handlers.characters
        handlers.cdataBlock = handlers.characters
        handlers.comment = { user, text in
            guard let user, let text else { return }
            HTMLEvents.at(user).comment(String(cString: text))
        }
        handlers.serror = { _, _ in }
        return handlers
    }
}

/// The attributes of a start tag while its event lasts.
struct HTMLAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        self.list = list
    }

    /// Names in lower case and values, in order; an empty value where there is none.
    var pairs: [(name: String, value: String)] {
        guard var next = list else { return [] }
        var pairs: [(name: String, value: String)] = []
        while let name = next[0] {
            pairs.append((String(cString: name), next[1].map { String(cString: $0) } ?? ""))
            next += 2
        }
        return pairs
    }
}
