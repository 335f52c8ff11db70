/// Folded text as the index's tokenizer sees it: runs of ASCII letters and digits and of
/// everything beyond ASCII.
enum SearchWords {
    /// The two columns of a search text, as UTF-8; signs that the tokenizer would take into a
    /// word, because marks are made of them, become spaces.
    static func columns(of searchText: String) -> (title: [UInt8], body: [UInt8]) {
        var searchText = searchText
        return searchText.withUTF8 { bytes in
            guard let end = bytes.firstIndex(of: 0x0A) else { return ([], spaced(bytes[...])) }
            return (spaced(bytes[..<end]), spaced(bytes[(end + 1)...]))
        }
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

    private static func spaced(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        var bytes = Array(text)
        bytes.withUnsafeMutableBufferPointer { bytes in
            for place in bytes.indices where bytes[place] < 0x80 && !isWordByte(bytes[place]) {
                bytes[place] = 0x20
            }
        }
        return bytes
    }
}
