/// Folded text as the index's tokenizer sees it: runs of ASCII letters and digits and of
/// everything beyond ASCII.
enum SearchWords {
    /// The two columns of a search text; signs that the tokenizer would take into a word, because
    /// marks are made of them, become spaces.
    static func columns(of searchText: String) -> (title: String, body: String) {
        guard let end = searchText.utf8.firstIndex(of: 0x0A) else {
            return ("", spaced(searchText[...]))
        }
        return (spaced(searchText[..<end]), spaced(searchText[end...].dropFirst()))
    }

    /// The words of a folded text, for a query.
    static func words(in text: String) -> [String] {
        text.utf8.split { !isWordByte($0) }.compactMap { String($0) }
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        default: false
        }
    }

    /// Most folded texts hold nothing but words and spaces: one look over the bytes tells.
    private static func spaced(_ text: Substring) -> String {
        var text = String(text)
        let hasSigns = text.withUTF8 { bytes in
            bytes.contains { $0 < 0x80 && $0 != 0x20 && !isWordByte($0) }
        }
        guard hasSigns else { return text }
        return String(decoding: text.utf8.map { isWordByte($0) ? $0 : 0x20 }, as: UTF8.self)
    }
}
