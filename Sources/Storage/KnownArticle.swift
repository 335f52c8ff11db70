/// An item of a feed as its link finds it.
package struct KnownArticle: Sendable, Hashable {
    package var id: String
    package var title: String

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
