/// The time of day and the zone in a date.
enum DateTime {
    /// Takes `09:30`, `09:30:00.5`, `9h30`, `0930`, `093000`, `9:30 pm`, `9:30 مساء`; false where
    /// none is there.
    static func take(_ cursor: inout DateCursor, into fields: inout DateFields) -> Bool {
        let start = cursor
        guard let (hour, digits) = cursor.number(upTo: 6) else { return false }
        if digits > 2 {
            guard digits == 4 || digits == 6 else {
                cursor = start
                return false
            }
            let short = digits == 4 ? hour * 100 : hour
            (fields.hour, fields.minute, fields.second) =
                (short / 10_000, short / 100 % 100, short % 100)
        } else {
            guard cursor.skipAny(of: ":h.") || cursor.isAtEnd else {
                cursor = start
                return false
            }
            fields.hour = hour
            fields.minute = cursor.number(upTo: 2)?.value ?? 0
            if cursor.take(":"), let second = cursor.number(upTo: 2) {
                fields.second = second.value
            }
        }
        if cursor.next == UInt8(ascii: ".") || cursor.next == UInt8(ascii: ","),
            DateCursor.isDigit(cursor.peek(1))
        {
            cursor.skip()
            _ = cursor.skipAny(of: "0123456789")
        }
        takeHalf(&cursor, into: &fields)
        return true
    }

    /// Morning or afternoon.
    private static func takeHalf(_ cursor: inout DateCursor, into fields: inout DateFields) {
        var ahead = cursor
        ahead.skipAny(of: " ")
        let word = ahead.word()
        if ["am", "a", "ص", "صباحا"].contains(word) {
            if word == "a", ahead.next != UInt8(ascii: "m") { return }
            if fields.hour == 12 { fields.hour = 0 }
        } else if ["pm", "م", "مساء", "مساءا"].contains(word) {
            if let hour = fields.hour, hour < 12 { fields.hour = hour + 12 }
        } else {
            return
        }
        cursor = ahead
    }

    /// Seconds east of Greenwich that `text` states: `+01:00`, `+0100`, `+1`, `z`, `gmt+1`,
    /// `west`, `utc +01:00`, `+0100 (cet)`; nil where it states none.
    static func zone(_ text: String) -> Int? {
        var cursor = DateCursor(text)
        cursor.skipAny(of: " (,.")
        if let offset = signed(&cursor) { return offset }
        let name = cursor.word()
        guard !name.isEmpty else { return nil }
        let known = names[name]
        cursor.skipAny(of: " )")
        if known == 0 || name == "etc", let offset = signed(&cursor) { return offset }
        return known
    }

    private static func signed(_ cursor: inout DateCursor) -> Int? {
        guard let sign = cursor.next, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return nil
        }
        var ahead = cursor
        ahead.skipAny(of: "+- ")
        guard let (value, digits) = ahead.number(upTo: 6) else { return nil }
        var seconds: Int
        switch digits {
        case 1, 2: seconds = value * 3600
        case 3, 4: seconds = value / 100 * 3600 + value % 100 * 60
        default: seconds = value / 10_000 * 3600 + value / 100 % 100 * 60
        }
        if digits <= 2, ahead.take(":") || ahead.take(".") {
            seconds += (ahead.number(upTo: 2)?.value ?? 0) * 60
        }
        guard seconds <= 18 * 3600 else { return nil }
        cursor = ahead
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// Names in their usual meaning; where two zones share one, RFC 822's is meant, then Europe's.
    private static let names: [String: Int] = {
        var seconds: [String: Int] = [:]
        for row in rows.split(separator: "\n") {
            let words = row.split(separator: " ")
            for word in words.dropFirst() {
                seconds[String(word)] =
                    (Double(words[0]) ?? 0) == 0
                    ? 0 : Int((Double(words[0]) ?? 0) * 3600)
            }
        }
        return seconds
    }()

    /// A row: hours east of Greenwich, then names. The single letters are RFC 822's.
    private static let rows = """
        0 ut utc gmt z wet uct zulu greenwich غرينتش
        1 cet west bst met mez wat n morocco casablanca
        2 cest eet mest mesz cat sast o
        3 eest msk trt ast_arabia p
        3.5 irst
        4 gst samt q
        4.5 irdt
        5 pkt yekt r
        5.5 ist
        6 omst s
        7 ict krat t
        8 hkt sgt awst irkt u
        9 jst kst yakt v
        9.5 acst
        10 aest chst vlat w
        10.5 acdt
        11 aedt magt x
        12 nzst y
        13 nzdt
        -1 azot cvt a
        -2 b
        -3 adt brt art clst c
        -3.5 nst
        -2.5 ndt
        -4 ast edt clt d
        -5 est cdt e
        -6 cst mdt f
        -7 mst pdt g
        -8 pst akdt h
        -9 akst hdt i
        -10 hst k
        -11 sst l
        -12 m
        """
}
