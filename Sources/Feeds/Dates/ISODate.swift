/// Dates by ISO 8601 and its profiles (RFC 3339, W3CDTF): calendar, ordinal and week dates,
/// with or without hyphens, and a time after `T` or a space.
enum ISODate {
    /// Nil where `text`, evened, is not such a date.
    static func fields(_ text: String) -> DateFields? {
        var cursor = DateCursor(text)
        guard var fields = day(&cursor) else { return nil }
        if cursor.isAtEnd { return fields }
        let hasMark = cursor.skipAny(of: "t, ")
        if cursor.isAtEnd { return fields }
        guard hasMark, DateTime.take(&cursor, into: &fields) else {
            return DateTime.zone(cursor.rest).map { offset in
                fields.offset = offset
                return fields
            }
        }
        cursor.skipAny(of: " ")
        guard !cursor.isAtEnd else { return fields }
        guard let offset = DateTime.zone(cursor.rest) else { return fields }
        fields.offset = offset
        return fields
    }

    private static func day(_ cursor: inout DateCursor) -> DateFields? {
        switch cursor.digits {
        case 4: return separated(&cursor)
        case 6:
            guard let year = cursor.number(4), let month = cursor.number(2) else { return nil }
            return (1...12).contains(month) && (1900...2200).contains(year)
                ? DateFields(year: year, month: month) : nil
        case 7:
            guard let year = cursor.number(4), let day = cursor.number(3) else { return nil }
            return ordinal(year, day)
        case 8:
            guard let year = cursor.number(4), (1000...2999).contains(year),
                let month = cursor.number(2), let day = cursor.number(2)
            else { return nil }
            return DateFields(year: year, month: month, day: day)
        case 14:
            guard let year = cursor.number(4), let month = cursor.number(2),
                let day = cursor.number(2), let hour = cursor.number(2),
                let minute = cursor.number(2), let second = cursor.number(2)
            else { return nil }
            return DateFields(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        default: return nil
        }
    }

    /// `2026-11-21`, `2026/11/21`, `2026.11.21`, `2026-11`, `2026`, `2026-325`, `2026-W47-6`.
    private static func separated(_ cursor: inout DateCursor) -> DateFields? {
        guard let year = cursor.number(4) else { return nil }
        if cursor.isAtEnd { return (1900...2200).contains(year) ? DateFields(year: year) : nil }
        if cursor.next == UInt8(ascii: "w") { return week(year, &cursor) }
        guard cursor.skipAny(of: "-/.") else { return nil }
        if cursor.next == UInt8(ascii: "w") { return week(year, &cursor) }
        if cursor.digits == 3, let day = cursor.number(3) { return ordinal(year, day) }
        guard let month = cursor.number(upTo: 2)?.value else { return nil }
        guard cursor.skipAny(of: "-/.") else { return DateFields(year: year, month: month) }
        guard let day = cursor.number(upTo: 2)?.value else { return nil }
        return DateFields(year: year, month: month, day: day)
    }

    private static func ordinal(_ year: Int, _ day: Int) -> DateFields? {
        let length = DateFields.length(of: 2, year) + 337
        guard (1...length).contains(day) else { return nil }
        var fields = DateFields(year: year, day: day)
        while fields.day > DateFields.length(of: fields.month, year) {
            fields.day -= DateFields.length(of: fields.month, year)
            fields.month += 1
        }
        return fields
    }

    /// The week of 4 January is the first (ISO 8601 §5.7); without a day its Monday is meant.
    private static func week(_ year: Int, _ cursor: inout DateCursor) -> DateFields? {
        cursor.skip()
        guard let week = cursor.number(2), (1...53).contains(week) else { return nil }
        cursor.skipAny(of: "-")
        let day = cursor.digits == 1 ? cursor.number(1) ?? 1 : 1
        guard (1...7).contains(day) else { return nil }
        let fourth = DateFields.days(year, 1, 4)
        let monday = fourth - (fourth + 3) % 7
        let ordinalDay = monday + (week - 1) * 7 + day - 1 - DateFields.days(year, 1, 1) + 1
        if ordinalDay < 1 {
            return ordinal(year - 1, ordinalDay + DateFields.length(of: 2, year - 1) + 337)
        }
        let length = DateFields.length(of: 2, year) + 337
        return ordinalDay > length
            ? ordinal(year + 1, ordinalDay - length) : ordinal(year, ordinalDay)
    }
}
