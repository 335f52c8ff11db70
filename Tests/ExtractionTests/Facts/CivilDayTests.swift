import Testing

@testable import Extraction

@Suite struct CivilDayTests {
    @Test(arguments: [
        (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2025, 5, 16, 20_224, 5),
        (1956, 5, 16, -4_978, 3), (2026, 12, 31, 20_818, 4),
    ])
    func `a day has a number and a weekday`(
        _ year: Int, _ month: Int, _ day: Int, _ number: Int, _ weekday: Int
    ) throws {
        let date = try #require(CivilDay(year, month, day))
        #expect(date.number == number)
        #expect(date.weekday == weekday)
        #expect(CivilDay(number: number) == date)
    }

    @Test(arguments: [(2025, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0)])
    func `a day that the calendar does not have is none`(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDay(year, month, day) == nil)
    }

    @Test(arguments: [
        // What the Gulf calendars give; Morocco saw the moon a day later.
        (1446, 9, 1, "2025-03-01"), (1445, 12, 10, "2024-06-17"), (1447, 1, 1, "2025-06-27"),
    ])
    func `a hijri day is within a day of what was sighted`(
        _ year: Int, _ month: Int, _ day: Int, _ text: String
    ) {
        #expect(HijriCalendar.day(year, month, day)?.text == text)
    }
}
