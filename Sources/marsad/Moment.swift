import ArgumentParser
import Foundation
import Settings

/// A day or a moment as options take them: `2026-11-21`, or `2026-11-21T07:00` with or without
/// seconds and a zone (ISO 8601).
///
/// Days begin, and moments without a zone are read, where the settings say that digests are
/// written. Nothing else is taken: what is half understood would silently tell of another time.
struct Moment: Sendable, Hashable {
    private let components: DateComponents
    /// Nil where it names none.
    private let zone: TimeZone?

    static let examples = "2026-11-21, 2026-11-21T07:00, 2026-11-21T06:00:00Z"

    static func parse(_ text: String) throws -> Moment {
        guard let moment = Moment(text) else {
            throw ValidationError(
                "‘\(text)’ is no day or moment; write 2026-11-21, 2026-11-21T07:00 or "
                    + "2026-11-21T07:00:00+01:00 (Z for UTC)")
        }
        return moment
    }

    /// Nil where it is not written so, or is not in the calendar.
    init?(_ text: String) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = Moment.numbers(in: halves[0], as: "0000-00-00") else { return nil }
        var components = DateComponents(year: day[0], month: day[1], day: day[2])
        guard components.isValidDate(in: Moment.calendar(in: .gmt)) else { return nil }
        var zone: TimeZone?
        if halves.count == 2 {
            guard let (time, offset) = Moment.parts(of: halves[1]),
                let clock = Moment.numbers(in: time, as: "00:00:00")
                    ?? Moment.numbers(in: time, as: "00:00").map({ $0 + [0] }),
                clock[0] < 24, clock[1] < 60, clock[2] < 60
            else { return nil }
            (components.hour, components.minute, components.second) = (clock[0], clock[1], clock[2])
            zone = offset
        }
        self.components = components
        self.zone = zone
    }

    /// - Parameter local: the zone where it names none.
    func date(in local: TimeZone) -> Date? {
        Moment.calendar(in: zone ?? local).date(from: components)
    }

    /// The same in the settings' zone, which are read only where they are needed.
    func date(by config: ConfigOption) throws -> Date? {
        date(in: try zone ?? config.digestZone())
    }

    /// What stands before the zone, and the zone; nil where one is begun that is none.
    private static func parts(of time: Substring) -> (Substring, TimeZone?)? {
        if time.hasSuffix("Z") { return (time.dropLast(), .gmt) }
        guard let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) else {
            return (time, nil)
        }
        guard let offset = numbers(in: time[time.index(after: sign)...], as: "00:00"),
            offset[0] <= 18, offset[1] < 60
        else { return nil }
        let seconds = (offset[0] * 60 + offset[1]) * 60
        return TimeZone(secondsFromGMT: time[sign] == "-" ? -seconds : seconds)
            .map { (time[..<sign], $0) }
    }

    /// The numbers of a text that has a digit where the pattern has `0`, and else the same.
    private static func numbers(in text: Substring, as pattern: String) -> [Int]? {
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard text.utf8.count == pattern.utf8.count,
            zip(text.utf8, pattern.utf8).allSatisfy({ isDigit($1) ? isDigit($0) : $0 == $1 })
        else { return nil }
        return text.split { !($0.utf8.first.map(isDigit) ?? false) }.compactMap { Int($0) }
    }

    private static func calendar(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}

extension ConfigOption {
    /// The zone that digests are written in; where there are no settings, the usual one.
    func digestZone() throws -> TimeZone {
        guard FileManager.default.fileExists(atPath: path + "/marsad.yaml") else {
            return GeneralSettings().digest.zone
        }
        return try read().general.digest.zone
    }
}
