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

    /// Each row a language's twelve, as papers write them.
    @Test(arguments: [
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE",
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
        "يناير فبراير مارس ابريل مايو يونيو يوليو أغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
        "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
        "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    ])
    func `every month's name is known`(names: String) {
        let dates = names.split(separator: " ").map { name in
            FeedDate(zone: nil).date("18 \(name.replacing("_", with: " ")) 2025 08:30:00 +0000")
        }
        let months = (1...12).map { instant("2025-\($0 < 10 ? "0" : "")\($0)-18T08:30:00Z") }
        #expect(dates == months)
    }

    /// CLDR's own words, as the C library of Unicode gives them: standard Tamazight, that of the
    /// Atlas and Tachelhit in both scripts, and the Arabic of each region.
    @Test(arguments: [
        "zgh", "tzm", "shi_Tfng", "shi_Latn", "fr_MA", "ar_MA", "ar_EG", "ar_LB", "ar_DZ", "en",
    ])
    func `what CLDR writes is read`(locale: String) {
        let writer = DateFormatter()
        writer.locale = Locale(identifier: locale)
        writer.timeZone = .gmt
        for format in ["EEEE d MMMM y HH:mm:ss xx", "EEE d MMM y HH:mm:ss xx"] {
            writer.dateFormat = format
            for month in 0..<12 {
                let date = Date(timeIntervalSince1970: 1_736_000_000 + Double(month) * 2_629_800)
                let text = writer.string(from: date)
                #expect(FeedDate(zone: nil).date(text) == date, "\(text)")
            }
        }
    }

    @Test(arguments: [
        ("2026-11-18 09:30", "Europe/Paris", "2026-11-18T08:30:00Z"),
        ("2026-07-18 09:30", "Europe/Paris", "2026-07-18T07:30:00Z"),
        ("2026-11-18 09:30", "Asia/Riyadh", "2026-11-18T06:30:00Z"),
        ("2026-11-18 09:30", "Nowhere/Nothing", "2026-11-18T09:30:00Z"),
        ("2026-11-18 09:30 +0100", "Asia/Riyadh", "2026-11-18T08:30:00Z"),
        ("2026-02-25 12:00", "Africa/Casablanca", "2026-02-25T12:00:00Z"),
        ("2026-05-25 12:00", "Africa/Casablanca", "2026-05-25T11:00:00Z"),
    ])
    func `a date without a zone is of the feed's`(text: String, zone: String, iso: String) {
        #expect(FeedDate(zone: zone).date(text) == instant(iso))
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
