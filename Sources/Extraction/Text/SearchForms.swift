/// The words of a text as a search finds them.
package enum SearchForms {
    /// The folded words of a text, as ``FoldedText/searchable`` has them.
    package static func words(of text: String) -> [String] {
        // By bytes: to find the bounds of characters takes longer than the folding.
        FoldedText(text).searchable.utf8.split(separator: UInt8(ascii: " "))
            .compactMap { String($0) }
    }
}
