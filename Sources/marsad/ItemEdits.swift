import News
import Storage

/// What each edit of an item changed.
struct ItemEdits {
    struct Edit {
        let changes: [TextChange]

        /// As a person reads them: `… le [-15-] {+17+} mai …`.
        var lines: [String] {
            changes.map { change in
                var parts = [change.before]
                if !change.removed.isEmpty { parts.append("[-\(change.removed)-]") }
                if !change.added.isEmpty { parts.append("{+\(change.added)+}") }
                return (parts + [change.after]).filter { !$0.isEmpty }.joined(separator: " ")
            }
        }
    }

    /// One for each earlier version, in their order: from it to the next.
    let all: [Edit]

    init(_ stored: StoredItem) {
        var texts = stored.versions.map { ($0.title, $0.text) }
        texts.append((stored.item.title, stored.item.text.isEmpty ? nil : stored.item.text))
        all = zip(texts, texts.dropFirst()).map { old, new in
            var changes = TextChange.all(from: old.0, to: new.0)
            if let before = old.1, let after = new.1 {
                changes += TextChange.all(from: before, to: after)
            }
            return Edit(changes: changes)
        }
    }
}

/// A stretch of words that an edit replaced, with the words around it.
struct TextChange: Encodable, Hashable {
    /// The words just before and after, `…` where there are more.
    var before: String
    var removed: String
    var added: String
    var after: String

    /// Words of surroundings that are shown, and unchanged words that join two changes into one.
    private static let reach = 4
    /// Beyond so many words an edit is told as a whole.
    private static let longest = 3_000

    /// From one text to the other, word by word, in the order of the text.
    static func all(from old: String, to new: String) -> [TextChange] {
        let old = old.split(whereSeparator: \.isWhitespace)
        let new = new.split(whereSeparator: \.isWhitespace)
        guard old != new else { return [] }
        return stretches(old, new).map { stretch in
            let after = new[stretch.new.upperBound...].prefix(reach).joined(separator: " ")
            let before = new[..<stretch.new.lowerBound].suffix(reach).joined(separator: " ")
            return TextChange(
                before: (stretch.new.lowerBound > reach ? "… " : "") + before,
                removed: old[stretch.old].joined(separator: " "),
                added: new[stretch.new].joined(separator: " "),
                after: after + (stretch.new.upperBound + reach < new.count ? " …" : ""))
        }
    }

    private typealias Stretch = (old: Range<Int>, new: Range<Int>)

    private static func stretches(_ old: [Substring], _ new: [Substring]) -> [Stretch] {
        guard max(old.count, new.count) <= longest else {
            return [(0..<old.count, 0..<new.count)]
        }
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var stretches: [Stretch] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            let start = (left, right)
            while removed.contains(left) { left += 1 }
            while inserted.contains(right) { right += 1 }
            if start != (left, right) {
                add((start.0..<left, start.1..<right), to: &stretches)
            } else {
                left += 1
                right += 1
            }
        }
        return stretches
    }

    /// Near ones are told together.
    private static func add(_ stretch: Stretch, to stretches: inout [Stretch]) {
        if let last = stretches.last, stretch.new.lowerBound - last.new.upperBound < reach {
            stretches[stretches.count - 1] = (
                last.old.lowerBound..<stretch.old.upperBound,
                last.new.lowerBound..<stretch.new.upperBound
            )
        } else {
            stretches.append(stretch)
        }
    }
}
