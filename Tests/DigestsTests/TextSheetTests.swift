import Foundation
import News
import Testing

@testable import Digests

/// Plain text for files and for terminals.
struct TextSheetTests {
    private func lines(_ sheet: TextSheet, _ language: DigestLanguage = .fr) -> [String] {
        Digest(SampleDigest.input, language: language).render(.text, on: sheet)
            .split(separator: "\n").map(String.init)
    }

    @Test func `in a file what matched stands between stars`() {
        let lines = lines(.file)
        #expect(lines.contains("• Tanger Med : 3,2 tonnes de *chira* saisies"))
        #expect(lines.contains { $0.contains("Les services de la *Sûreté nationale* et") })
        #expect(lines.contains { $0.contains("Ce qui est entre *étoiles*") })
    }

    @Test func `on a terminal what matched is bold, line by line`() {
        let lines = lines(TextSheet(width: 40, highlight: .bold))
        #expect(
            lines.contains("• Tanger Med : 3,2 tonnes de \u{1B}[1mchira\u{1B}[22m"))
        for line in lines {
            let opened = line.components(separatedBy: "\u{1B}[1m").count
            let closed = line.components(separatedBy: "\u{1B}[22m").count
            #expect(opened == closed, "\(line)")
            #expect(!line.contains("*"), "\(line)")
        }
        let foot = Digest(SampleDigest.input, language: .fr)
            .render(.text, on: TextSheet(width: 100, highlight: .bold))
        #expect(foot.contains("Ce qui est en gras est ce qui a été reconnu."))
        // Nothing but the style tells the two apart.
        let plain = { (sheet: TextSheet) in
            Digest(SampleDigest.input, language: .ar).render(.text, on: sheet)
                .filter { !$0.isWhitespace && $0 != "*" && $0 != "\u{1B}" && $0 != "─" }
                .replacing("[1m", with: "").replacing("[22m", with: "")
                .prefix { $0 != "═" }
        }
        #expect(plain(TextSheet(width: 76, highlight: .bold)) == plain(.file))
    }

    @Test(arguments: [(40, 40), (80, 80), (7, 30), (300, 100)], DigestLanguage.allCases)
    func `lines are as long as the sheet is wide, but for addresses`(
        _ width: (wanted: Int, taken: Int), _ language: DigestLanguage
    ) {
        for highlight in [TextSheet.Highlight.stars, .bold] {
            let lines = lines(TextSheet(width: width.wanted, highlight: highlight), language)
            let long = lines.filter { line in
                let text = line.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[22m", with: "")
                return DisplayWidth(of: text).columns > width.taken && !line.contains("https://")
            }
            #expect(long == [])
        }
    }

    /// Of every wrapped line but an address that stands alone, whatever words feeds bring.
    @Test(arguments: [
        String(repeating: "mot", count: 1_000), String(repeating: "أ", count: 500),
        String(repeating: "漢", count: 400), String(repeating: "e\u{301}", count: 400),
        "a " + String(repeating: "x", count: 76) + " b", String(repeating: "https", count: 99),
        "« " + String(repeating: "z", count: 300) + " »" + String(repeating: "!", count: 90),
    ])
    func `a word longer than a line goes over several`(_ word: String) {
        for (language, width) in [(DigestLanguage.fr, 76), (.ar, 40)] {
            let sheet = TextSheet(width: width, highlight: .stars)
            let lines = Digest(HostileDigest.input([word]), language: language)
                .render(.text, on: sheet).split(separator: "\n").map(String.init)
            #expect(lines.filter { DisplayWidth(of: $0).columns > width } == [])
        }
    }

    @Test func `an outlet's articles of one story stand under its name once`() throws {
        var input = SampleDigest.input
        let story = try #require(input.stories.firstIndex { $0.members.count > 2 })
        input.stories = [input.stories[story]]
        for index in input.stories[0].members.indices {
            input.stories[0].members[index].outlet = "Une"
        }
        let digest = Digest(input, language: .fr)
        let times = digest.sections[0].stories[0].coverage.filter(\.isNew).map {
            digest.appeared($0.time).replacing("\u{A0}", with: " ")
        }
        let lines = digest.render(.text).split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("  Une, ") })
        #expect(lines[start] == "  Une, " + times.joined(separator: " · "))
        let links = lines[(start + 1)...].prefix { $0.hasPrefix("    https://") }
        #expect(links.count == times.count)
        #expect(lines.count { $0.hasPrefix("  Une, ") } == 1)
    }

    @Test func `an address stays whole, and what stands at it does not leave it`() {
        let address = "https://example.org/" + String(repeating: "a", count: 90)
        var lines = TextLines(.fr, width: 40)
        lines.paragraph(
            ["Voir (", address, "), puis"].map { TextLines.Stretch(text: $0, isolate: nil) })
        #expect(lines.text == "Voir\n(\(address)),\npuis\n")
    }

    @Test func `a long word's pieces are cut by columns, and no mark leaves its letter`() {
        var lines = TextLines(.fr, width: 5)
        let accented = String(repeating: "e\u{301}", count: 6)
        lines.paragraph([TextLines.Stretch(text: "a 漢漢漢漢 " + accented, isolate: nil)])
        #expect(
            lines.text
                == "a\n漢漢\n漢漢\n" + String(repeating: "e\u{301}", count: 5) + "\ne\u{301}\n")
    }

    @Test(arguments: [
        (["تمكنت ب", "المنطقة", " "], "تمكنت *بالمنطقة* "), (["", "أمن", "ها هنا"], "*أمنها* هنا"),
        (["l’", "arrestation", "."], "l’*arrestation*."),
        (["a", "b", "c", "d e", "f g"], "*abcd ef* g"),
        (["x ", "y", " ", "z", " 1", "2", "3"], "x *y z 123*"), (["بلا شيء"], "بلا شيء"),
    ])
    func `marks stand around whole words`(_ texts: [String], _ marked: String) {
        let pieces = texts.enumerated().map { number, text in
            Passage.Piece(text: text, isMatch: number % 2 == 1)
        }
        let passage = Passage(pieces: pieces.filter { !$0.text.isEmpty }, language: "ar")
        #expect(TextSheet.file.marked(passage) == marked)
    }

    /// The marks of bold, before they become it, are characters that no feed can bring.
    @Test func `a feed's text cannot set itself in bold`() {
        let text = "a\u{E000}b\u{E001}c\u{1B}[1md"
        #expect(CleanText.line(text) == "abc[1md")
        let digest = Digest(HostileDigest.input([text]), language: .en)
        let sheet = TextSheet(width: 76, highlight: .bold)
        let rendered = digest.render(.text, on: sheet)
        let passages = digest.sections.flatMap(\.stories).flatMap { [$0.headline] + $0.excerpts }
        let matches = passages.flatMap(\.pieces).count(where: \.isMatch)
        #expect(rendered.components(separatedBy: "\u{1B}[1m").count - 1 == matches)
    }
}
