import Foundation

/// What the folders of digests made by hand are called: none replaces one of another span or of
/// other topics.
extension DigestPeriod {
    /// `2026-11-22` for the last day up to now, `2026-11-01-to-2026-11-22T0930` for a span that
    /// somebody asked for.
    ///
    /// - Parameters:
    ///   - begin: nil where nobody asked.
    ///   - isOver: false for a span that ends now; it is called after the day, so that the next
    ///     of the day replaces it.
    static func draftName(
        from begin: Date?, to end: Date, isOver: Bool, in zone: TimeZone
    ) -> String {
        let day = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
        func stamp(_ date: Date) -> String {
            let name = date.formatted(day)
            let moment = date.formatted(day.time(includingFractionalSeconds: false))
            let clock = moment.dropFirst(name.count + 1).filter(\.isNumber)
            if clock == "000000" { return name }
            return "\(name)T\(clock.hasSuffix("00") ? clock.dropLast(2) : clock[...])"
        }
        guard let begin else { return end.formatted(day) }
        return "\(stamp(begin))-to-\(isOver ? stamp(end) : end.formatted(day))"
    }

    /// With the topics that alone it tells of, whatever their order: `2026-11-22-drugs+technology`.
    func draftName(ofTopics topics: [String]) -> String {
        topics.isEmpty ? name : "\(name)-\(Set(topics).sorted().joined(separator: "+"))"
    }
}
