import CLibXML2

/// One reading of a piece of HTML by libxml2's HTML parser, event by event and without a tree.
enum HTMLReader {
    /// Calls `events` for each element and text of `html`, which is UTF-8.
    ///
    /// Tags longer than 64 KiB or of more than 256 attributes are passed over, and what lies
    /// more than 256 elements deep ends the reading: libxml2 takes quadratic time over both.
    static func read(_ html: [UInt8], into events: HTMLEvents, isPage: Bool = false) {
        guard let context = htmlNewParserCtxt() else { return }
        defer { htmlFreeParserCtxt(context) }
        events.context = context
        defer { events.context = nil }
        context.pointee.sax.pointee = handlers
        context.pointee.userData = Unmanaged.passUnretained(events).toOpaque()
        // Within a div no text is given a paragraph of its own; a page has a body for that.
        let bytes = guarded(html, start: isPage ? "" : "<div>")
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
    private static func guarded(_ html: [UInt8], start: String) -> [UInt8] {
        html.withUnsafeBufferPointer { bytes in
            var kept: [UInt8] = []
            kept.reserveCapacity(start.utf8.count + bytes.count)
            kept += start.utf8
            var index = 0
            var end = 0
            var judged = 0
            while let open = bytes.first(UInt8(ascii: "<"), from: index) {
                append(bytes, index..<open, to: &kept)
                if end <= open { end = bytes.first(UInt8(ascii: ">"), from: open) ?? bytes.count }
                index = open + 1
                guard end < bytes.count else {
                    kept += "&lt;".utf8
                    continue
                }
                // Of several starts before one end the first is judged: its tag is the longest.
                let startsTag = bytes[open + 1].startsName && judged != end
                if startsTag { judged = end }
                if startsTag, isExcessive(bytes[open..<end]) {
                    index = end + 1
                } else {
                    kept.append(UInt8(ascii: "<"))
                }
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
            HTMLEvents.at(user).start(String(cString: name), HTMLReader.attributes(attributes))
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

    /// In order; `list` is of names and values, ended by nil.
    private static func attributes(
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [HTMLAttribute] {
        guard var next = list else { return [] }
        var attributes: [HTMLAttribute] = []
        while let name = next[0] {
            attributes.append(
                (String(cString: name), next[1].map { String(cString: $0) } ?? ""))
            next += 2
        }
        return attributes
    }
}
