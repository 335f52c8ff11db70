/// Lines that a site's software puts under each item: where it first appeared, read more, share.
enum FeedFooters {
    /// `text`, which is UTF-8, without such lines at its end.
    static func cut(from text: [UInt8]) -> String {
        text.withUnsafeBufferPointer { text in
            var rest = text[...].trimmingEnd()
            for _ in 0..<Self.most {
                let last = rest.lastParagraph(within: Self.longest).trimmingStart()
                if !last.isEmpty, isFooter(last) {
                    rest = rest[..<last.startIndex].trimmingEnd()
                } else if let mark = endMarks.first(where: { rest.ends(with: $0) }) {
                    rest = rest.dropLast(mark.count).trimmingEnd()
                } else {
                    break
                }
            }
            return UTF8Bytes.text(Array(rest))
        }
    }

    /// More lines than that no software puts under an item, nor longer ones (in bytes).
    private static let most = 8
    private static let longest = 1000

    private static let endMarks = ["[…]", "[...]", "[&hellip;]", "(...)", "[..]"].map {
        Array($0.utf8)
    }

    /// How such a line begins and what it then holds.
    private static let patterns: [(start: [UInt8], then: [UInt8])] = [
        ("The post ", "appeared first on"), ("The post ", "first appeared on"),
        ("This post ", "appeared first on"), ("The article ", "appeared first on"),
        ("L’article ", "est apparu en premier sur"), ("L'article ", "est apparu en premier sur"),
        ("L’article ", "est apparu"), ("L'article ", "est apparu"),
        ("Cet article ", "est apparu"), ("ظهرت المقالة ", "أولاً على"),
        ("ظهرت المقالة ", "أولا على"), ("ظهر المقال ", "أولاً على"), ("ظهر المقال ", "أولا على"),
        ("La entrada ", "se publicó primero en"), ("La entrada ", "aparece primero en"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    private static let wholes: Set<String> = [
        "continue reading", "read more", "read more...", "read more…", "read more »",
        "lire la suite", "lire la suite...", "lire la suite…", "lire plus", "lire la suite »",
        "اقرأ المزيد", "إقرأ المزيد", "اقرأ أيضا", "المزيد", "قراءة المزيد", "share", "partager",
        "شارك", "شارك هذا الموضوع", "partager :", "share this:", "like this:", "tweet", "شارك هذا:",
    ]

    private static func isFooter(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard line.count < longest else { return false }
        if patterns.contains(where: { line.starts(with: $0.start) && line.holds($0.then) }) {
            return true
        }
        return line.count < 60
            && wholes.contains(String(decoding: line, as: UTF8.self).lowercased())
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// White space of ASCII and no-break spaces.
    fileprivate func trimmingEnd() -> Self {
        var rest = self
        while let last = rest.last {
            if last <= 0x20 {
                rest = rest.dropLast()
            } else if last == 0xA0, rest.count > 1, rest[rest.endIndex - 2] == 0xC2 {
                rest = rest.dropLast(2)
            } else {
                break
            }
        }
        return rest
    }

    fileprivate func trimmingStart() -> Self { drop { $0 <= 0x20 } }

    /// What follows the last blank line, which is looked for in that many bytes at the end.
    fileprivate func lastParagraph(within length: Int) -> Self {
        var index = endIndex
        while index - 2 >= startIndex, endIndex - index < length {
            if self[index - 1] == 0x0A, self[index - 2] == 0x0A { return self[index...] }
            index -= 1
        }
        return index - 2 >= startIndex ? self[endIndex...] : self
    }

    fileprivate func ends(with mark: [UInt8]) -> Bool { suffix(mark.count).elementsEqual(mark) }

    fileprivate func holds(_ mark: [UInt8]) -> Bool {
        var rest = self
        while let place = rest.firstIndex(of: mark[0]) {
            if self[place...].starts(with: mark) { return true }
            rest = self[(place + 1)...]
        }
        return false
    }
}
