/// What every HTML page of Marsad has, as the program brings it: for pages that are no digest.
package enum HTMLPage {
    /// Nothing may run, load or leave; the page's own style is all that it needs.
    package static let head = Markup(of: PackageResources.head_html)
    package static let style = Markup(of: PackageResources.style_css)
}

extension Markup {
    /// A file of the program as it is.
    fileprivate init(of file: [UInt8]) {
        self.init(stringLiteral: String(decoding: file, as: UTF8.self))
    }
}
