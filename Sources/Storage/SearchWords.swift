/// Folded text as the index has it: the keys of its words, parted by spaces.
enum SearchWords {
    /// The two columns of a search text, as UTF-8.
    static func columns(of searchText: String) -> (title: [UInt8], body: [UInt8]) {
        var searchText = searchText
        return searchText.withUTF8 { bytes in
            guard let end = bytes.firstIndex(of: 0x0A) else {
                return ([], keys(bytes, bytes.indices))
            }
            return (keys(bytes, 0..<end), keys(bytes, end + 1..<bytes.count))
        }
    }

    /// The same of one column.
    static func keys(of text: String) -> String {
        var text = text
        return text.withUTF8 { String(decoding: keys($0, $0.indices), as: UTF8.self) }
    }

    /// The words of a folded text, for a query.
    static func words(in text: String) -> [String] {
        text.utf8.split { !isWordByte($0) }.compactMap { String($0) }
    }

    /// Other signs the tokenizer would take into a word, because marks are made of them.
    static func isWordByte(_ byte: UInt8) -> Bool {
        // Letters of either case, digits, and whatever is not ASCII.
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    private static func keys(_ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) -> [UInt8] {
        guard let source = bytes.baseAddress, !text.isEmpty else { return [] }
        // A key is no longer than its word. Written in place: to append word by word took as long
        // as all else that is done with them.
        return [UInt8](unsafeUninitializedCapacity: text.count) { keys, count in
            guard let target = keys.baseAddress else { return }
            var place = text.lowerBound
            while place < text.upperBound {
                guard isWordByte(source[place]) else {
                    place += 1
                    continue
                }
                var end = place + 1
                while end < text.upperBound, isWordByte(source[end]) { end += 1 }
                if count > 0 {
                    target[count] = 0x20
                    count += 1
                }
                let key = SearchKeys.key(in: bytes, place..<end)
                (target + count).update(from: source + key.lowerBound, count: key.count)
                count += key.count
                place = end
            }
        }
    }
}
