/// Lines that a site's software puts under each item: where it first appeared, read more, share.
enum FeedFooters {
    /// `text` without such lines at its end.
    static func cut(from text: String) -> String {
        var text = text[...]
        for _ in 0..<Self.most {
            text = text.trimmingEnd()
            let start = text.range(ofLast: "\n\n", within: Self.longest) ?? text.startIndex
            let last = text[start...].trimmingStart()
            if !last.isEmpty, isFooter(last) {
                text = text[..<start]
            } else if let mark = endMarks.first(where: { text.hasSuffix($0) }) {
                text = text.dropLast(mark.count)
            } else {
                break
            }
        }
        return String(text.trimmingEnd())
    }

    /// More lines than that no software puts under an item, nor longer ones (in bytes).
    private static let most = 8
    private static let longest = 1000

    private static let endMarks = ["[…]", "[...]", "[&hellip;]", "(...)", "[..]"]

    /// How such a line begins and what it then holds.
    private static let patterns: [(start: String, then: String)] = [
        ("The post ", "appeared first on"), ("The post ", "first appeared on"),
        ("This post ", "appeared first on"), ("The article ", "appeared first on"),
        ("L’article ", "est apparu en premier sur"), ("L'article ", "est apparu en premier sur"),
        ("L’article ", "est apparu"), ("L'article ", "est apparu"),
        ("Cet article ", "est apparu"), ("ظهرت المقالة ", "أولاً على"),
        ("ظهرت المقالة ", "أولا على"), ("ظهر المقال ", "أولاً على"), ("ظهر المقال ", "أولا على"),
        ("La entrada ", "se publicó primero en"), ("La entrada ", "aparece primero en"),
    ]
    private static let wholes: Set<String> = [
        "continue reading", "read more", "read more...", "read more…", "read more »",
        "lire la suite", "lire la suite...", "lire la suite…", "lire plus", "lire la suite »",
        "اقرأ المزيد", "إقرأ المزيد", "اقرأ أيضا", "المزيد", "قراءة المزيد", "share", "partager",
        "شارك", "شارك هذا الموضوع", "partager :", "share this:", "like this:", "tweet", "شارك هذا:",
    ]

    private static func isFooter(_ line: Substring) -> Bool {
        guard line.utf8.count < longest else { return false }
        if patterns.contains(where: { line.hasPrefix($0.start) && line.contains($0.then) }) {
            return true
        }
        return line.utf8.count < 60 && wholes.contains(line.lowercased())
    }
}

extension Substring {
    fileprivate func trimmingEnd() -> Substring {
        var text = self
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return text
    }

    fileprivate func trimmingStart() -> Substring { drop { $0.isWhitespace } }

    /// Where the last `mark` of two bytes begins, looked for in that many bytes at the end.
    fileprivate func range(ofLast mark: String, within length: Int) -> Index? {
        let mark = Array(mark.utf8)
        var later = utf8.endIndex
        var index = utf8.endIndex
        for _ in 0..<length where index > utf8.startIndex {
            index = utf8.index(before: index)
            if utf8[index] == mark[0], later < utf8.endIndex, utf8[later] == mark[1] {
                return index
            }
            later = index
        }
        return nil
    }
}
