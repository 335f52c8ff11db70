package import News

/// What an archive keeps of a document.
package struct Examination: Sendable {
    /// As ``Examiner/examine(_:withText:withParagraphs:)`` gives it; nil where the document is
    /// neither a match nor a near miss.
    package let report: Report?
    /// The folded words for full-text search, as ``FoldedText/searchable`` has them: those of the
    /// title on the first line, those of the body on the second.
    package let searchText: String
}
