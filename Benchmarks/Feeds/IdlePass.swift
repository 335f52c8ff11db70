import CLibXML2

/// libxml2's push parser over a document, its events taken and forgotten: the least that reading
/// it through libxml2 can cost.
enum IdlePass {
    static func run(over bytes: [UInt8]) {
        var handlers = handlers
        guard let context = xmlCreatePushParserCtxt(&handlers, nil, nil, 0, nil) else { return }
        defer { xmlFreeParserCtxt(context) }
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue))
        bytes.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            xmlParseChunk(context, start, Int32(bytes.count), 1)
        }
    }

    private static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = XML_SAX2_MAGIC
        handlers.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        handlers.endElementNs = { _, _, _, _ in }
        handlers.characters = { _, _, _ in }
        handlers.ignorableWhitespace = { _, _, _ in }
        handlers.cdataBlock = { _, _, _ in }
        return handlers
    }
}
