/// A subscription as OPML 2.0 carries it (https://opml.org/spec2.opml).
package struct OPMLFeed: Sendable, Hashable {
    package var url: String
    /// Plain text; nil where the outline has none.
    package var title: String?
    /// The page that the feed belongs to.
    package var page: String?
    /// BCP 47.
    package var language: String?
    /// The folders that the outline stands in, outermost first, then its `category`.
    package var tags: [String]
    /// False where the outline, or one that it stands in, is commented out.
    package var isEnabled: Bool

    package init(
        url: String, title: String? = nil, page: String? = nil, language: String? = nil,
        tags: [String] = [], isEnabled: Bool = true
    ) {
        self.url = url
        self.title = title
        self.page = page
        self.language = language
        self.tags = tags
        self.isEnabled = isEnabled
    }
}

/// Why a file gives no subscriptions.
package enum OPMLError: Error, Sendable, Hashable {
    case tooLarge(limit: Int)
    case notOPML(found: String?)
}

extension OPMLError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLarge(let limit): "the document has more than \(limit) bytes"
        case .notOPML(let found?): "the document is of <\(found)>, not of <opml>"
        case .notOPML(nil): "the document is no XML"
        }
    }
}
