/// How much of a feed is read before the rest is refused, so that no document can cost more
/// than it is worth.
package struct FeedLimits: Sendable, Hashable {
    /// Bytes of the whole document, after decompression.
    package var bytes = 15 << 20
    /// Items kept; what follows is passed over.
    package var items = 10_000
    /// Bytes of one start tag. libxml2 takes quadratic time over a tag's attributes.
    package var startTag = 64 << 10
    package var attributes = 256
    /// Authors, categories and enclosures of one item, each.
    package var values = 256
    /// Elements within one another; what lies deeper is passed over.
    package var nesting = 256
    /// Bytes of one element's text.
    package var text = 10_000_000
    /// Complaints kept; a damaged document could make one a byte.
    package var complaints = 100

    package init() {}
}
