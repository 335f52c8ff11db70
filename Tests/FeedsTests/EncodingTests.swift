import News
import Testing

@testable import Feeds

/// Bytes of `text` in an encoding of the C library's.
private func bytes(_ text: String, in encoding: String) -> [UInt8] {
    if encoding == "utf-8" { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
        guard scalar.value >= 0x80 else {
            bytes.append(UInt8(scalar.value))
            continue
        }
        for byte in UInt8(0x80)...0xFF {
            let letter = Transcoder.utf8([byte][...], from: encoding)?.bytes ?? []
            if letter == Array(String(scalar).utf8) { bytes.append(byte) }
        }
    }
    return bytes
}

private func document(_ text: String, declared: String?) -> String {
    let encoding = declared.map { " encoding=\"\($0)\"" } ?? ""
    return """
        <?xml version="1.0"\(encoding)?><rss version="2.0"><channel><title>\(text)</title>\
        </channel></rss>
        """
}

struct EncodingCase: Sendable, CustomTestStringConvertible {
    var text: String
    var encoding: String
    var declared: String?
    var contentType: String?

    init(_ text: String, _ encoding: String, declared: String? = nil, http: String? = nil) {
        self.text = text
        self.encoding = encoding
        self.declared = declared
        contentType = http.map { "text/xml; charset=\($0)" }
    }

    var testDescription: String { "\(encoding), \(declared ?? "–"), \(contentType ?? "–")" }
}

@Suite struct EncodingTests {
    private static let arabic = "المصالح الأمنية بمدينة الرباط توقف أربعة أشخاص للاشتباه في تورطهم"
    private static let french = "Sûreté nationale : quatre personnes arrêtées à Rabat, l’enquête"

    @Test(arguments: [
        EncodingCase(arabic, "utf-8"),
        EncodingCase(arabic, "utf-8", declared: "windows-1256"),
        EncodingCase(arabic, "utf-8", declared: "UTF-8", http: "ISO-8859-1"),
        EncodingCase(arabic, "windows-1256", declared: "windows-1256"),
        EncodingCase(arabic, "windows-1256", declared: "CP1256"),
        EncodingCase(arabic, "windows-1256", declared: "UTF-8"),
        EncodingCase(arabic, "windows-1256", declared: "ISO-8859-1"),
        EncodingCase(arabic, "windows-1256", declared: "UTF-8", http: "windows-1256"),
        EncodingCase(arabic, "windows-1256", http: "utf-8"),
        EncodingCase(arabic, "windows-1256"),
        EncodingCase(arabic, "iso-8859-6", declared: "ISO-8859-6"),
        EncodingCase(arabic, "iso-8859-6"),
        EncodingCase(french, "windows-1252", declared: "ISO-8859-1"),
        EncodingCase(french, "windows-1252", declared: "utf-8"),
        EncodingCase(french, "windows-1252"),
    ])
    func `the text is read whatever the labels say`(_ example: EncodingCase) throws {
        let source = bytes(
            document(example.text, declared: example.declared), in: example.encoding)
        let channel = try read(source, contentType: example.contentType).channel
        #expect(channel.title == example.text)
        #expect(channel.encoding == example.encoding)
    }

    @Test(
        arguments: [
            ("utf-16le", [0xFF, 0xFE]), ("utf-16be", [0xFE, 0xFF]), ("utf-16le", []),
            ("utf-16be", []),
        ] as [(String, [UInt8])])
    func `UTF-16 is known by its mark or its zero bytes`(encoding: String, mark: [UInt8]) throws {
        let units = Array(document(Self.arabic, declared: "utf-16").utf16)
        let isLittle = encoding == "utf-16le"
        let source = units.flatMap { unit in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return isLittle ? [low, high] : [high, low]
        }
        let channel = try read(mark + source).channel
        #expect(channel.title == Self.arabic)
        #expect(channel.encoding == encoding)
    }

    @Test func `a stray byte in UTF-8 is shown as such and changes nothing else`() throws {
        var source = Array(document(Self.arabic, declared: "utf-8").utf8)
        let end = try #require(source.lastIndex(of: UInt8(ascii: "m")))
        source.insert(0xE9, at: source.count - "</title></channel></rss>".utf8.count)
        let feed = try read(source)
        #expect(end > 0)
        #expect(feed.channel.title == Self.arabic + "\u{FFFD}")
        #expect(feed.complaints == [Complaint(message: "1 bytes are not valid UTF-8")])
    }

    @Test func `two byte order marks are one too many and do no harm`() throws {
        let source: [UInt8] = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]
        let feed = try read(source + Array(document(Self.arabic, declared: nil).utf8))
        #expect(feed.channel.title == Self.arabic)
    }

    @Test func `what was overruled is a complaint`() throws {
        let source = Array(document(Self.arabic, declared: "windows-1256").utf8)
        #expect(
            try read(source).complaints == [
                Complaint(
                    message:
                        "the document is UTF-8, though the XML declaration says ‘windows-1256’")
            ])
    }

    @Test func `a forced encoding overrules what the bytes look like`() throws {
        let source = bytes(document(Self.french, declared: nil), in: "windows-1252")
        let feed = try FeedParser().parse(
            source, context: FeedContext(forcedEncoding: "windows-1256"))
        #expect(feed.channel.encoding == "windows-1256")
    }

    @Test func `MacArabic has 128 letters above ASCII`() {
        let text = Transcoder.utf8(Array(UInt8(0x80)...0xFF)[...], from: "x-mac-arabic")?.bytes
        #expect(String(decoding: text ?? [], as: UTF8.self).unicodeScalars.count == 128)
    }

    @Test func `windows-1252 letters written as control characters are meant as letters`() throws {
        let feed = try read(rss(item: "<guid>n</guid><title>l&#146;enquête &#150; suite</title>"))
        #expect(feed.items.map(\.title) == ["l’enquête – suite"])
    }
}
