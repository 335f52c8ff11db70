import News
import Testing

@testable import Extraction

/// A text with the names of events marked, and each event as `id edition host start end`.
struct EventRow: Sendable, CustomTestStringConvertible {
    let marked: Marked
    let wanted: [String]
    let language: String?
    var testDescription: String { marked.testDescription }

    init(_ marked: String, _ wanted: String..., language: String? = nil) {
        self.marked = Marked(marked)
        self.wanted = wanted
        self.language = language
    }

    /// The events with the places and countries that the lexicon names in the text.
    var findings: [Event] {
        let scan = Shipped.scan(marked.text, language: language)
        let numbers = Numbers(in: scan)
        let named = EventMentions(in: scan, numbers)
        let places = scan.longest(.places).map { hit in
            Place(
                id: scan.entry(hit).id, name: "", kind: "city", mentions: [scan.mention(hit)])
        }
        let countries = scan.longest(.countries).map { hit in
            Country(code: scan.entry(hit).id, mentions: [scan.mention(hit, as: .name)])
        }
        return Events().findings(
            in: scan, named, Dates().findings(in: scan, numbers, named), places: places,
            countries: countries)
    }
}

private func summary(_ event: Event) -> String {
    let edition = event.edition.map(String.init) ?? "-"
    return "\(event.id) \(edition) \(event.host ?? "-") \(event.start ?? "-") \(event.end ?? "-")"
}

@Suite struct EventsTests {
    @Test(arguments: [
        // Editions.
        EventRow("⟦الدورة السادسة من أيام الأبواب المفتوحة⟧", "open-days 6 - - -"),
        EventRow("زيارة ⟦للنسخة السادسة من أيام الأبواب المفتوحة⟧", "open-days 6 - - -"),
        EventRow("⟦أيام الأبواب المفتوحة⟧ في دورتها السادسة", "open-days 6 - - -"),
        EventRow(
            "انعقدت بمراكش، ما بين 24 و27 نونبر 2025، أشغال "
                + "⟦الدورة الثالثة والتسعين للجمعية العامة للإنتربول⟧",
            "interpol-general-assembly 93 marrakech 2025-11-24 2025-11-27"),
        EventRow(
            "⟦Interpol's 93rd General Assembly⟧ will meet in Marrakech from 24 to 27 November 2025",
            "interpol-general-assembly 93 marrakech 2025-11-24 2025-11-27"),
        EventRow(
            "افتتحت بالرباط ندوة حول ⟦الجمعية العامة للإنتربول⟧",
            "interpol-general-assembly - - - -"),
        EventRow(
            "خلدت أسرة الأمن الوطني ⟦الذكرى الـ69 لتأسيسها⟧",
            "dgsn-anniversary 69 - 2025-05-16 2025-05-16"),
        EventRow("⟦الدورة 6 من أيام الأبواب المفتوحة⟧", "open-days 6 - - -"),
        EventRow("la ⟦6e édition des journées portes ouvertes de la DGSN⟧", "open-days 6 - - -"),
        EventRow(
            "la ⟦sixième édition des journées portes ouvertes de la DGSN⟧", "open-days 6 - - -"),
        EventRow(
            "⟦الدورة الثالثة والتسعون للجمعية العامة للإنتربول⟧",
            "interpol-general-assembly 93 - - -"),
        EventRow(
            "the ⟦93rd session of the Interpol General Assembly⟧",
            "interpol-general-assembly 93 - - -"),
        EventRow("⟦النسخة الثالثة من “معرض الدفاع العالمي⟧”", "world-defense-show 3 - - -"),
        // Anniversaries.
        EventRow(
            "⟦الذكرى التاسعة والستين لتأسيس المديرية العامة للأمن الوطني⟧",
            "dgsn-anniversary 69 - 2025-05-16 2025-05-16"),
        EventRow(
            "ب⟦الذكرى التاسعة و الستين لتأسيس المديرية العامة للأمن الوطني⟧",
            "dgsn-anniversary 69 - 2025-05-16 2025-05-16"),
        EventRow(
            "⟦الذكرى 70 لتأسيس الأمن الوطني⟧", "dgsn-anniversary 70 - 2026-05-16 2026-05-16"),
        EventRow(
            "le ⟦69e anniversaire de la création de la DGSN⟧",
            "dgsn-anniversary 69 - 2025-05-16 2025-05-16"),
        EventRow(
            "le ⟦soixante-neuvième anniversaire de la DGSN⟧",
            "dgsn-anniversary 69 - 2025-05-16 2025-05-16"),
        // Years in the name.
        EventRow("⟦كأس العالم 2030⟧", "world-cup-2030 - - - -"),
        EventRow("⟦كأس إفريقيا للأمم 2025⟧", "afcon-2025 - - - -"),
        EventRow("في المنتدى الدولي ⟦IGEF 2025⟧ بالعاصمة أنقرة", "igef - ankara - -"),
        // Hosts.
        EventRow(
            "تحتضن مدينة الجديدة ⟦الدورة السادسة من أيام الأبواب المفتوحة⟧",
            "open-days 6 el-jadida - -"),
        EventRow(
            "⟦أيام الأبواب المفتوحة⟧ التي نظمتها المديرية العامة للأمن الوطني بمدينة الجديدة",
            "open-days - el-jadida - -"),
        EventRow(
            "⟦معرض الدفاع العالمي⟧ المقام بالعاصمة الرياض", "world-defense-show - riyad - -"),
        EventRow(
            "El Jadida accueille la ⟦6e édition des journées portes ouvertes de la DGSN⟧",
            "open-days 6 el-jadida - -"),
        EventRow(
            "⟦الجمعية العامة للإنتربول⟧ بمراكش، ثم ⟦كأس العالم 2030⟧ بشراكة مع إسبانيا والبرتغال",
            "interpol-general-assembly - marrakech - -", "world-cup-2030 - - - -"),
        // Dates.
        EventRow(
            "⟦أيام الأبواب المفتوحة⟧ التي تمتد من 17 إلى 21 ماي 2025",
            "open-days - - 2025-05-17 2025-05-21"),
        EventRow(
            "⟦الجمعية العامة للإنتربول⟧ بمراكش في نونبر 2025، و⟦معرض الدفاع العالمي⟧",
            "interpol-general-assembly - marrakech 2025-11 2025-11", "world-defense-show - - - -"),
        EventRow(
            "Du 17 au 21 mai 2025, la ville accueille les ⟦journées portes ouvertes de la DGSN⟧",
            "open-days - - 2025-05-17 2025-05-21"),
        EventRow(
            "انطلقت ⟦أيام الأبواب المفتوحة⟧. وتستمر هذه التظاهرة من 17 إلى 21 ماي 2025.",
            "open-days - - 2025-05-17 2025-05-21"),
        // Of another sentence, or of an announcement.
        EventRow(
            "زيارة تستمر من 8 إلى 12 فبراير 2026. وتأتي في سياق ⟦معرض الدفاع العالمي⟧.",
            "world-defense-show - - - -"),
        EventRow(
            "في 3 أبريل 2025 أعلن عن تنظيم ⟦أيام الأبواب المفتوحة⟧", "open-days - - - -"),
        EventRow(
            "A l'occasion de la ⟦Fête du Trône⟧, le conseil a réuni, le 29 juillet 2025, ses membres",
            "throne-day - - - -"),
        // The same event, named twice.
        EventRow(
            "⟦الدورة السادسة من أيام الأبواب المفتوحة⟧. عرفت ⟦أيام الأبواب المفتوحة⟧ إقبالا",
            "open-days 6 - - -"),
    ])
    func `an event has the edition, host and dates that the text states`(_ row: EventRow) {
        let found = row.findings
        let quotes = found.flatMap(\.mentions).sorted { $0.start < $1.start }.map(\.quote)
        #expect(quotes == row.marked.found)
        #expect(found.map(summary) == row.wanted)
    }

    @Test(arguments: [
        "الدورة السادسة من البطولة", "الذكرى التاسعة والستين", "الجمعية العامة للشركة",
        "أبواب السيارة مفتوحة", "les portes du commissariat", "une session ordinaire",
        "l'anniversaire de son fils", "the world of sports", "معرض للصور", "تأسيس شركة للأمن الخاص",
        "كأس من الشاي", "coupe de cheveux",
    ])
    func `what the lexicon does not name is no event`(_ text: String) {
        #expect(EventRow(text).findings.map(\.id) == [])
    }
}
