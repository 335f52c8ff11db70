/// Dates in words or with slashes: RFC 822, asctime, and what papers print.
///
/// A day's name tells nothing and is passed over; a month's name fixes what the numbers beside
/// it are. Without one, `18/11/2026` has the day first, as in Morocco and France.
struct WordedDate {
    private let text: String

    init(_ tokens: DateTokens) {
        text = tokens.text
    }

    private struct Number {
        var value: Int
        var digits: Int
    }

    private struct Found {
        var numbers: [Number] = []
        var month: Int?
        var time: DateFields?
        var offset: Int?
        /// Whether the numbers are parted by slashes, dots or hyphens.
        var isNumeric = false
    }

    /// Nil where no day, month and year can be made out.
    var fields: DateFields? {
        guard text.utf8.count < 128 else { return nil }
        var found = Found()
        var cursor = DateCursor(text)
        while !cursor.isAtEnd {
            if DateCursor.isDigit(cursor.next) {
                guard takeNumber(&cursor, into: &found) else { return nil }
            } else if isOffset(cursor, found) {
                found.offset = DateTime.zone(cursor.rest)
                break
            } else {
                takeWord(&cursor, into: &found)
            }
        }
        return assembled(found)
    }

    private func isOffset(_ cursor: DateCursor, _ found: Found) -> Bool {
        guard let next = cursor.next else { return false }
        let isSign = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
        return isSign && found.time != nil && DateCursor.isDigit(cursor.peek(1))
    }

    private func takeNumber(_ cursor: inout DateCursor, into found: inout Found) -> Bool {
        let digits = cursor.digits
        let after = cursor.peek(digits)
        let isTime =
            found.time == nil && digits <= 2
            && (after == UInt8(ascii: ":")
                || after == UInt8(ascii: "h") && DateCursor.isDigit(cursor.peek(digits + 1)))
        if isTime {
            var time = DateFields(year: 0)
            guard DateTime.take(&cursor, into: &time) else { return false }
            found.time = time
            return true
        }
        guard let (value, digits) = cursor.number(upTo: 6) else { return false }
        found.numbers.append(Number(value: value, digits: digits))
        if let after, "/.-".utf8.contains(after), DateCursor.isDigit(cursor.peek(1)) {
            found.isNumeric = true
        }
        return true
    }

    private func takeWord(_ cursor: inout DateCursor, into found: inout Found) {
        let start = cursor
        let word = cursor.word()
        guard !word.isEmpty else {
            cursor = start
            cursor.skip()
            return
        }
        if let month = DateNames.month(word) {
            // The last is meant: French shortens mardi as it does mars.
            found.month = month
        } else if found.time != nil, found.offset == nil, let offset = DateTime.zone(start.rest) {
            found.offset = offset
            cursor.skipAny(of: "+-:0123456789")
        }
    }

    private func assembled(_ found: Found) -> DateFields? {
        guard var fields = found.month == nil ? numeric(found) : worded(found) else { return nil }
        if let time = found.time {
            (fields.hour, fields.minute, fields.second) = (time.hour, time.minute, time.second)
        }
        fields.offset = found.offset
        return fields
    }

    private func worded(_ found: Found) -> DateFields? {
        guard let month = found.month, let first = found.numbers.first else { return nil }
        guard found.numbers.count > 1 else {
            return first.digits == 4 ? DateFields(year: first.value, month: month) : nil
        }
        let second = found.numbers[1]
        let isYearFirst = first.digits >= 3 || first.value > 31
        let (day, year) = isYearFirst ? (second, first) : (first, second)
        return DateFields(
            year: DateFields.year(year.value, digits: year.digits), month: month, day: day.value)
    }

    private func numeric(_ found: Found) -> DateFields? {
        guard found.isNumeric, found.numbers.count >= 3 else { return nil }
        let (one, two, three) = (found.numbers[0], found.numbers[1], found.numbers[2])
        if one.digits == 4 {
            return DateFields(year: one.value, month: two.value, day: three.value)
        }
        let year = DateFields.year(three.value, digits: three.digits)
        let isMonthFirst = two.value > 12 && one.value <= 12
        return DateFields(
            year: year, month: isMonthFirst ? one.value : two.value,
            day: isMonthFirst ? two.value : one.value)
    }
}
