import Foundation
import News
import Testing

@testable import Feeds

@Suite struct DateTests {
    /// Each names 18 November 2026, 08:30 in Greenwich.
    @Test(arguments: [
        "Wed, 18 Nov 2026 08:30:00 GMT", "Wed, 18 Nov 2026 08:30:00 UT",
        "Wed, 18 Nov 2026 09:30:00 +0100", "Wed, 18 Nov 2026 09:30:00 +01:00",
        "Wed, 18 Nov 2026 09:30:00 GMT+1", "Wed, 18 Nov 2026 09:30:00 UTC+01:00",
        "Wed, 18 Nov 2026 09:30:00 WEST", "Wed, 18 Nov 2026 09:30:00 CET",
        "Wed, 18 Nov 2026 03:30:00 EST", "Wednesday, 18-Nov-26 08:30:00 GMT",
        "18 Nov 26 08:30 Z", "Wed,18 Nov 2026 8:30:0 GMT", "Wed, 18 Nov 2026 09:30:00",
        "Wed, 18 November 2026 09:30 +0100 (CET)", "Nov 18, 2026 9:30 AM",
        "November 18, 2026, 9:30 am", "Wed Nov 18 08:30:00 GMT 2026", "Wed Nov 18 09:30:00 2026",
        "2026-11-18T08:30:00Z", "2026-11-18T09:30:00+01:00", "2026-11-18T09:30+01:00",
        "2026-11-18T08:30:00.000Z", "2026-11-18t08:30:00z", "2026-11-18 09:30:00",
        "2026-11-18 09:30", "2026/11/18 09:30", "20261118T083000Z", "20261118T0830Z",
        "2026-322T08:30:00Z", "2026-W47-3T08:30:00Z", "18/11/2026 09:30", "18-11-2026 09:30:00",
        "18.11.2026 09:30", "11/18/2026 09:30", "18/11/26 09:30", "1794990600", "1794990600000",
        "mer., 18 nov. 2026 09:30:00 +0100", "mercredi 18 novembre 2026 09:30:00 +0100",
        "mercredi 18 novembre 2026 à 09h30", "Mer 18 Nov 2026 9h30",
        "18 نونبر 2026 09:30:00 +0100", "الأربعاء 18 نونبر 2026 - 09:30",
        "الأربعاء، 18 نوفمبر 2026 09:30", "18 تشرين الثاني 2026 09:30",
        "١٨ نوفمبر ٢٠٢٦ ٠٩:٣٠:٠٠ +0100", "18 نونبر 2026، 9:30 صباحا",
        "ⴰⴽⵕⴰⵙ 18 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026 09:30", "\u{200F}18 نونبر 2026 09:30", "2026-11-18T09:30:00 +01:00",
    ])
    func `a date is read however it is written`(text: String) {
        let date = FeedDate(zone: "Africa/Casablanca").date(text)
        #expect(date == instant("2026-11-18T08:30:00Z"))
    }

    @Test(arguments: [
        ("2026-11-18", "2026-11-18T00:00:00Z"), ("2026-11", "2026-11-01T00:00:00Z"),
        ("2026", "2026-01-01T00:00:00Z"), ("18 نونبر 2026", "2026-11-18T00:00:00Z"),
        ("mar. 3 mars 2026", "2026-03-03T00:00:00Z"), ("mar. 17 nov. 2026", "2026-11-17T00:00:00Z"),
        ("1er août 2026", "2026-08-01T00:00:00Z"), ("5 غشت 2026", "2026-08-05T00:00:00Z"),
        ("Wed, 18 Nov 2026 24:00:00 GMT", "2026-11-19T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("Thu, 05 Mar 2026 12:00:00", "2026-03-05T12:00:00Z"),
        ("Sun, 05 Apr 2026 12:00:00", "2026-04-05T11:00:00Z"),
        ("31 Dec 99 23:00:00 GMT", "1999-12-31T23:00:00Z"),
        ("9:30 مساء 18 نونبر 2026 +0000", "2026-11-18T21:30:00Z"),
    ])
    func `days, Ramadan and the year's edges are counted right`(text: String, iso: String) {
        #expect(FeedDate(zone: "Africa/Casablanca").date(text) == instant(iso))
    }

    @Test(arguments: [
        "", "hier", "اليوم", "18 Nov", "2026-13-01", "2026-02-30", "Wed, 32 Nov 2026 08:30:00 GMT",
        "12345", "25:61", "0000-00-00 00:00:00", "::::", "+++", "1 1 1",
    ])
    func `what names no instant is no date`(text: String) {
        #expect(FeedDate(zone: nil).date(text) == nil)
    }

    @Test(arguments: ["Mon, 23 Nov 2026 12:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "soon"])
    func `a date that cannot be is a complaint and not believed`(text: String) throws {
        let feed = try read(rss(item: "<guid>n</guid><pubDate>\(text)</pubDate>"))
        #expect(feed.items.map(\.published) == [nil])
        #expect(feed.complaints.count == 1)
        #expect(feed.complaints.first?.message.contains(text) == true)
    }
}
