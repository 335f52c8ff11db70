import Foundation
import News
import Testing

@testable import Digests

/// How numbers, days and countries are said.
struct PhrasingTests {
    private static let casablanca = TimeZone(identifier: "Africa/Casablanca") ?? .gmt

    @Test(arguments: [
        (0, "لا مقالات"), (1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (10, "10 مقالات"),
        (11, "11 مقالا"), (99, "99 مقالا"), (100, "100 مقال"), (102, "102 مقال"),
        (103, "103 مقالات"), (1_234, "1.234 مقالا"),
    ])
    func `Arabic has six plurals`(_ number: Int, _ phrase: String) {
        let phrasing = Phrasing(language: .ar, timeZone: .gmt)
        #expect(phrasing.count(number, phrasing.words.articles) == phrase)
    }

    @Test(arguments: [
        ("2025-08-07", "7 غشت 2025", "7 août 2025", "7 August 2025"),
        ("2025-11", "نونبر 2025", "novembre 2025", "November 2025"),
        ("2030", "2030", "2030", "2030"),
        ("--05-16", "16 ماي", "16 mai", "16 May"),
        (
            "2025-05-17/2025-05-21", "من 17 إلى 21 ماي 2025", "du 17 au 21 mai 2025",
            "17 to 21 May 2025"
        ),
        (
            "2025-12-30/2026-01-02", "من 30 دجنبر 2025 إلى 2 يناير 2026",
            "du 30 décembre 2025 au 2 janvier 2026", "30 December 2025 to 2 January 2026"
        ),
    ])
    func `dates read as Moroccan papers write them`(
        _ iso: String, _ arabic: String, _ french: String, _ english: String
    ) {
        let found = DigestLanguage.allCases.map {
            Phrasing(language: $0, timeZone: Self.casablanca).date(iso: iso)
        }
        #expect(found == [arabic, french, english])
    }

    @Test(arguments: [
        (FailureKind.status, 503, "خادمه مشغول (503)", "serveur occupé (503)", "busy (503)"),
        (.status, 500, "خادمه معطل (500)", "serveur en panne (500)", "server in trouble (500)"),
        (.status, 418, "أجاب بالرمز 418", "a répondu 418", "answered 418"),
        (
            .document, 200, "ما وصل منه لا يُقرأ", "le document reçu n’est pas lisible",
            "what came cannot be read"
        ),
    ])
    func `why a feed fails is told in the reader's language`(
        _ kind: FailureKind, _ status: Int, _ arabic: String, _ french: String, _ english: String
    ) {
        let found = DigestLanguage.allCases.map {
            Digest(SampleDigest.input, language: $0).phrase(.failure(kind, status: status))
        }
        #expect(found == [arabic, french, english])
    }

    @Test(arguments: DigestLanguage.allCases)
    func `every kind of failure has words`(_ language: DigestLanguage) {
        #expect(Set(language.words.failureKinds.keys) == Set(FailureKind.allCases))
    }

    @Test(arguments: [
        ("2025-W43", "du 20 au 26 octobre 2025"),
        ("2026-W53", "du 28 décembre 2026 au 3 janvier 2027"),
        ("2026-W01", "du 29 décembre 2025 au 4 janvier 2026"),
    ])
    func `a week is told by its days`(_ iso: String, _ days: String) {
        #expect(Phrasing(language: .fr, timeZone: Self.casablanca).week(iso: iso) == days)
    }

    @Test(arguments: ["", "2025-W00", "2025-W54", "2025-43", "W43", "a-Wb", "2025-W4-W3"])
    func `what is no week has no days`(_ iso: String) {
        #expect(Phrasing(language: .fr, timeZone: .gmt).week(iso: iso) == nil)
    }

    @Test(arguments: ["", "demain", "2025-13", "2025-00-10", "2025-05-41", "a/b", "--", "1/2/3"])
    func `what is no date has no words`(_ iso: String) {
        #expect(Phrasing(language: .fr, timeZone: .gmt).date(iso: iso) == nil)
    }

    @Test(arguments: [
        ("2025-03-01T06:00:00Z", "06:00"), ("2025-03-15T06:00:00Z", "06:00"),
        ("2025-11-21T06:00:00Z", "07:00"), ("2025-11-21T23:59:59Z", "00:59"),
    ])
    func `hours are Morocco's, in Ramadan too`(_ moment: String, _ time: String) throws {
        let date = try Date(moment, strategy: .iso8601)
        let shown = Phrasing(language: .fr, timeZone: Self.casablanca).time(date)
        #expect(shown == time)
    }

    @Test(arguments: [
        ("1969-12-31T23:59:59Z"), ("2000-02-29T12:00:00Z"), ("2024-02-29T00:00:00Z"),
        ("2100-03-01T00:00:00Z"), ("1600-01-01T00:00:00Z"), ("9999-12-31T23:59:59Z"),
    ])
    func `a timestamp reads back as the moment it was made of`(_ text: String) throws {
        #expect(Timestamp(try Date(text, strategy: .iso8601)).description == text)
    }

    @Test(arguments: [("CN", "الصين"), ("ES", "إسبانيا"), ("ZZZ", "ZZZ")])
    func `countries have the names that the press uses`(_ code: String, _ name: String) {
        #expect(Phrasing(language: .ar, timeZone: .gmt).country(code) == name)
    }

    @Test(arguments: [
        ("شرطة", 4), ("شُرْطَة", 4), ("été", 3), ("e\u{301}", 1), ("日本", 4), ("👮", 2),
        ("\u{2068}a\u{2069}", 1), ("", 0),
    ])
    func `width counts the columns of a terminal`(_ text: String, _ columns: Int) {
        #expect(DisplayWidth(of: text).columns == columns)
    }
}
