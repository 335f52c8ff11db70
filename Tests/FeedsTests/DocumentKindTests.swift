import News
import Testing

@testable import Feeds

@Suite struct DocumentKindTests {
    /// Each letter is a byte.
    @Test(arguments: [
        ("\u{89}PNG\r\n\u{1A}\nxxxx", "a PNG picture"), ("\u{FF}\u{D8}\u{FF}", "a JPEG picture"),
        ("GIF89a", "a GIF picture"), ("RIFF\0\0\0\0WEBPVP8 ", "a WebP picture"),
        ("%PDF-1.7\n%\u{E2}\u{E3}", "a PDF document"),
        ("\u{1F}\u{8B}\u{8}\0", "data compressed with gzip"),
        ("PK\u{3}\u{4}\u{14}\0", "a ZIP archive"),
        ("\u{28}\u{B5}\u{2F}\u{FD}\u{4}", "data compressed with zstd"),
        ("\u{7F}ELF\u{2}", "a program (ELF)"), ("\0\0\0\u{18}ftypmp42", "a film (MP4)"),
        ("\u{1}\u{2}\u{3}\u{4}\u{80}", "binary data of an unknown kind"),
        ("Bonjour", "text without markup"), ("GIF, dit-on, est un format", "text without markup"),
        ("<!DOCTYPE html><html><p>x</p></html>", "an HTML page"),
        ("<opml version=\"2.0\"><body/></opml>", "a list of subscriptions (OPML)"),
        ("<urlset><url/></urlset>", "a site map"), ("<note/>", "a document of <note>"),
    ])
    func `a document without a feed is named for what it is`(letters: String, name: String) {
        let bytes = letters.unicodeScalars.map { UInt8($0.value) }
        #expect(throws: FeedError.notAFeed(found: name)) { try read(bytes) }
    }

    @Test func `a feed after bytes of another kind is read`() throws {
        #expect(try read("GIF89a\n" + rss(item: "<guid>n</guid>")).items.map(\.id) == ["n"])
    }
}
