/// A day, month or year as it is written: what is not said is nil.
struct WrittenDate: Sendable, Hashable {
    var year: Int?
    var month: Int?
    var day: Int?
    /// 1 is Monday, 7 Sunday.
    var weekday: Int?
    var isHijri = false
}

/// Where a date lies, seen from the day of publication: الجاري, الماضي, المقبل.
enum DateRelation: String, Sendable, Hashable {
    case this, last, next

    /// -1 for the last one, 1 for the next.
    var step: Int {
        switch self {
        case .this: 0
        case .last: -1
        case .next: 1
        }
    }
}

/// A date found in a text, before it is resolved.
struct DatePhrase: Sendable, Hashable {
    /// All words that it takes, so that nothing else reads them.
    var words: ClosedRange<Int>
    /// Its quote, in scalars.
    var start: Int
    var end: Int
    var from: WrittenDate
    /// The end of a range.
    var to: WrittenDate?
    var relation: DateRelation?
    /// The relation is to the year («ماي من السنة الماضية»), not to the month.
    var relatesToYear = false
    /// What its sentence says where the date has no year.
    var tense: DateTense?
    /// A month alone, which is a date only as part of a range.
    var isBareMonth = false
}
