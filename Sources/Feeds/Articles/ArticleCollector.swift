import CLibXML2

/// Collects the blocks of a page with the elements that they stand in, and what the page says of
/// itself, from the events of the HTML parser.
final class ArticleCollector: HTMLEvents {
    private(set) var metadata = ArticleMetadata()
    private var elements: [OpenElement] = []
    private var containers = 0
    private var blocks: [Block] = []
    private var block: Block?
    private var text = TextBlocks()
    private var linkBytes = 0
    private var links = 0
    private var capture: (name: String, bytes: [UInt8])?
    private static let deepest = 256

    private struct OpenElement {
        var name: String
        var container: Int
        var isFurniture: Bool
    }

    private struct Block {
        /// The containers around it, innermost last.
        var path: [Int]
        var text = ""
        /// Of the text's bytes those within links.
        var linkBytes = 0

        var linkShare: Double {
            text.isEmpty ? 1 : min(1, Double(linkBytes) / Double(text.utf8.count))
        }

        /// Longer paragraphs and commas speak for prose, links against it.
        var score: Double {
            guard text.utf8.count >= 50 else { return 0 }
            let commas = text.unicodeScalars.count { $0 == "," || $0 == "،" }
            let length = min(Double(text.utf8.count) / 150, 3)
            return (1 + Double(min(commas, 5)) + length) * (1 - linkShare)
        }
    }

    // MARK: - The body

    /// The blocks of the element that scores best, without lists of links.
    func body() -> [String] {
        var scores: [Int: Double] = [:]
        for block in blocks {
            let parents = block.path.suffix(2).reversed()
            for (distance, container) in parents.enumerated() {
                scores[container, default: 0] += distance == 0 ? block.score : block.score / 2
            }
        }
        let best = scores.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value > 0 else { return [] }
        return blocks.filter { $0.path.contains(best.key) && $0.linkShare < 0.5 }.map(\.text)
    }

    // MARK: - Events

    override func start(_ name: String, _ pairs: [HTMLAttribute]) {
        if elements.count > Self.deepest, let context { xmlStopParser(context) }
        readMetadata(name, pairs)
        let last = elements.last
        let isFurniture = last?.isFurniture ?? false || Self.isFurniture(name, pairs)
        let isContainer = Self.containerNames.contains(name)
        if isContainer { containers += 1 }
        elements.append(
            OpenElement(
                name: name, container: isContainer ? containers : last?.container ?? 0,
                isFurniture: isFurniture))
        if Self.asides.contains(name) { links += 1 }
        if name == "br" {
            text.breakLine()
        } else if HTMLElement.named(name).isBlock {
            closeBlock()
        }
    }

    override func end(_ name: String) {
        if let capture, capture.name == name { take(capture.name, capture.bytes) }
        if Self.asides.contains(name) { links = max(0, links - 1) }
        if HTMLElement.named(name).isBlock { closeBlock() }
        if let place = elements.lastIndex(where: { $0.name == name }) {
            elements.removeSubrange(place...)
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if capture != nil { capture?.bytes.append(contentsOf: bytes) }
        guard let last = elements.last, !last.isFurniture else { return }
        guard capture == nil || capture?.name == "h1" else { return }
        if block == nil { block = Block(path: path) }
        text.append(bytes, preformatted: false)
        if links > 0 { linkBytes += bytes.count }
    }

    override func finish() { closeBlock() }

    private var path: [Int] {
        var path: [Int] = []
        for element in elements where path.last != element.container {
            path.append(element.container)
        }
        return path
    }

    private func closeBlock() {
        text.finish()
        if var block, !text.text.isEmpty {
            block.text = text.text
            block.linkBytes = linkBytes
            blocks.append(block)
        }
        block = nil
        text = TextBlocks()
        linkBytes = 0
    }

    // MARK: - Metadata

    private func readMetadata(_ name: String, _ pairs: [HTMLAttribute]) {
        func value(_ key: String) -> String? { pairs.first { $0.name == key }?.value }
        switch name {
        case "html": if let language = value("lang") { metadata.pageLanguage(language) }
        case "meta":
            guard let key = value("property") ?? value("name"), let content = value("content")
            else { return }
            metadata.meta(key.lowercased(), content)
        case "time": if let date = value("datetime") { metadata.time(date) }
        case "title", "h1": capture = (name, [])
        case "script" where value("type")?.lowercased() == "application/ld+json":
            capture = (name, [])
        default: break
        }
    }

    private func take(_ name: String, _ bytes: [UInt8]) {
        capture = nil
        let text = String(decoding: bytes, as: UTF8.self)
        switch name {
        case "title": metadata.pageTitle(HTMLText.oneLine(text))
        case "h1": metadata.heading(HTMLText.oneLine(text))
        default: metadata.linkedData(text)
        }
    }

    // MARK: - Kinds of elements

    /// A block of these alone is no prose: a list of links, the day of publication.
    private static let asides: Set<String> = ["a", "time"]
    private static let containerNames: Set<String> = [
        "article", "body", "div", "main", "section", "td",
    ]
    private static let furnitureNames: Set<String> = [
        "aside", "button", "figcaption", "footer", "form", "head", "iframe", "nav", "noscript",
        "script", "select", "style", "svg", "template", "textarea",
    ]
    private static let furnitureWords = [
        "comment", "sidebar", "share", "social", "related", "breadcrumb", "newsletter", "cookie",
        "advert", "promo", "footer", "menu", "widget", "popup", "tags",
    ]

    private static func isFurniture(
        _ name: String, _ pairs: [HTMLAttribute]
    ) -> Bool {
        if furnitureNames.contains(name) { return true }
        guard name != "body", name != "html", name != "article" else { return false }
        return pairs.contains { key, value in
            if key == "hidden" { return true }
            guard key == "class" || key == "id" else { return false }
            let value = value.lowercased()
            return furnitureWords.contains { value.contains($0) }
        }
    }
}
