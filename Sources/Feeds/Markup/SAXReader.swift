import CLibXML2
import News

/// libxml2's SAX2 parser over one document, its events given to a ``FeedBuilder``.
///
/// No tree is built, no entity of the document's own is known, and nothing outside is opened.
final class SAXReader {
    /// At a place of its own: its events are many, and each access to a class's variable is
    /// checked while the program runs.
    let builder: UnsafeMutablePointer<FeedBuilder>
    /// What libxml2 stopped at; nil where the document was well-formed so far.
    private(set) var failure: Complaint?
    private var entity = xmlEntity()
    private let entityText = UnsafeMutablePointer<xmlChar>.allocate(capacity: 16)
    private var pushed: xmlParserCtxtPtr?
    /// How many bytes of the document were pushed or passed over.
    private var position = 0
    /// Offsets of what libxml2 got, where they differ anew from the document's own.
    private var origins: [(received: Int, own: Int)] = [(0, 0)]
    private var received = 0

    init(into builder: consuming FeedBuilder) {
        self.builder = .allocate(capacity: 1)
        self.builder.initialize(to: builder)
        entity.type = XML_ENTITY_DECL
        entity.content = entityText
    }

    deinit {
        entityText.deallocate()
        if let pushed { xmlFreeParserCtxt(pushed) }
        builder.deinitialize(count: 1)
        builder.deallocate()
    }

    // MARK: - Strictly

    /// Reads the bytes strictly, as the next of the document; false where they are damaged.
    ///
    /// In place of `gaps` libxml2 gets their line breaks, so that lines still count right.
    func push(_ bytes: UnsafeBufferPointer<UInt8>, without gaps: [Range<Int>]) -> Bool {
        guard let context = pushed ?? started() else { return false }
        builder.pointee.context = context
        defer { builder.pointee.context = nil }
        var position = 0
        for gap in gaps where gap.lowerBound >= position {
            push(bytes[position..<gap.lowerBound], to: context)
            pushLineBreaks(of: bytes[gap], to: context)
            position = gap.upperBound
            origins.append((received, self.position + position))
        }
        push(bytes[position...], to: context)
        self.position += bytes.count
        return context.pointee.wellFormed != 0 && failure == nil
    }

    /// Ends the document that was pushed; false where it is damaged or cut off.
    func end() -> Bool {
        guard let context = pushed else { return false }
        builder.pointee.context = context
        defer { builder.pointee.context = nil }
        xmlParseChunk(context, nil, 0, 1)
        return context.pointee.wellFormed != 0 && failure == nil
    }

    private func started() -> xmlParserCtxtPtr? {
        var handlers = Self.handlers
        let user = Unmanaged.passUnretained(self).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handlers, user, nil, 0, nil) else {
            return nil
        }
        xmlCtxtUseOptions(context, Self.options)
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        pushed = context
        return context
    }

    /// How many bytes of the document there were up to the last item's end; nil before the first.
    func endOfLastItem() -> Int? {
        guard let end = builder.pointee.endOfLastItem else { return nil }
        let place = origins.lastIndex { $0.received <= end } ?? 0
        origins.removeFirst(place)
        return origins[0].own + end - origins[0].received
    }

    // MARK: - With forgiveness

    /// Reads all that can be read of bytes that ``MarkupRepair`` has made sound.
    func readMended(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let context = xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else { return }
            defer { xmlFreeParserCtxt(context) }
            builder.pointee.context = context
            defer { builder.pointee.context = nil }
            context.pointee.sax.pointee = Self.handlers
            context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
            xmlCtxtUseOptions(context, Self.options | Int32(XML_PARSE_RECOVER.rawValue))
            xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            xmlParseDocument(context)
        }
    }

    private static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue)

    private func push(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, to context: xmlParserCtxtPtr
    ) {
        UnsafeBufferPointer(rebasing: bytes).withMemoryRebound(to: CChar.self) { bytes in
            var start = 0
            while start < bytes.count, failure == nil {
                let count = min(bytes.count - start, 1 << 20)
                xmlParseChunk(context, bytes.baseAddress?.advanced(by: start), Int32(count), 0)
                start += count
            }
            received += bytes.count
        }
    }

    private func pushLineBreaks(
        of bytes: Slice<UnsafeBufferPointer<UInt8>>, to context: xmlParserCtxtPtr
    ) {
        let breaks = [CChar](repeating: 0x0A, count: bytes.count { $0 == 0x0A })
        guard !breaks.isEmpty else { return }
        xmlParseChunk(context, breaks, Int32(breaks.count), 0)
        received += breaks.count
    }

    // MARK: - Events

    /// Calls `body` with the reader that `user` points to, which outlives the reading: counting
    /// references took as long as the rest of a short event.
    @inline(__always)
    private static func at<Result>(
        _ user: UnsafeMutableRawPointer, _ body: (SAXReader) -> Result
    ) -> Result {
        Unmanaged<SAXReader>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
    }

    private static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = XML_SAX2_MAGIC
        handlers.startElementNs = {
            user, local, prefix, uri, spaceCount, spaces, count, _, attributes in
            guard let user, let local else { return }
            SAXReader.at(user) {
                $0.builder.pointee.start(
                    SAXName(local: local, prefix: prefix, uri: uri),
                    SAXAttributes(attributes, count: Int(count)),
                    spaces: SAXNamespaces(spaces, count: Int(spaceCount)))
            }
        }
        handlers.endElementNs = { user, local, prefix, uri in
            guard let user, let local else { return }
            SAXReader.at(user) {
                $0.builder.pointee.end(SAXName(local: local, prefix: prefix, uri: uri))
            }
        }
        handlers.characters = { user, text, length in
            guard let user else { return }
            SAXReader.at(user) {
                $0.builder.pointee.text(UnsafeBufferPointer(start: text, count: Int(length)))
            }
        }
        handlers.ignorableWhitespace = handlers.characters
        handlers.cdataBlock = handlers.characters
        handlers.getEntity = { user, name in
            guard let user, let name else { return nil }
            return SAXReader.at(user) { $0.entity(named: name) }
        }
        handlers.serror = { user, error in
            guard let user, let error else { return }
            SAXReader.at(user) { $0.fail(error.pointee) }
        }
        return handlers
    }

    /// libxml2 copies the text of an entity of this kind before it asks for the next.
    private func entity(named name: UnsafePointer<xmlChar>) -> xmlEntityPtr? {
        guard let text = HTMLEntities.bytes(named: String(cString: name)), text.count < 16 else {
            return nil
        }
        for (index, byte) in text.enumerated() { entityText[index] = byte }
        entityText[text.count] = 0
        // In text the kind of `&amp;` gives the letters at once, but of it an attribute takes
        // one byte alone: there the other kind leaves the reference, which is resolved later.
        let isAttribute = builder.pointee.context?.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE
        entity.etype =
            isAttribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY
        entity.checked = 2
        entity.name = name
        entity.length = Int32(text.count)
        return withUnsafeMutablePointer(to: &entity) { $0 }
    }

    private func fail(_ error: xmlError) {
        guard failure == nil, error.level == XML_ERR_FATAL else { return }
        let message = error.message.map { String(cString: $0) } ?? "not well-formed"
        let column = Int(error.int2)
        failure = Complaint(
            line: Int(error.line), column: column > 0 ? column : nil,
            message: message.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
