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

    /// Words too short to tell an encoding by: whoever names a rare one is believed.
    @Test(arguments: [
        ("zażółć gęślą jaźń", "windows-1250"), ("zażółć gęślą jaźń", "iso-8859-2"),
        ("Lietuvių ąčę", "windows-1257"), ("Lietuvių ąčę", "iso-8859-4"),
        ("Lietuvių ąčę", "iso-8859-13"), ("ĉĝĥĵŝŭ", "iso-8859-3"), ("āēīū", "iso-8859-10"),
        ("ŵŷ", "iso-8859-14"), ("șțăîâ", "iso-8859-16"), ("zażółć", "cp852"), ("ção", "cp860"),
        ("ąčę", "cp775"), ("Привет", "koi8-r"), ("Türkçe ığş", "windows-1254"),
        ("Ελλάδα", "windows-1253"), ("שלום", "windows-1255"), ("Viêt", "windows-1258"),
    ])
    func `a rare encoding that is declared is believed`(text: String, encoding: String) throws {
        let channel = try read(bytes(document(text, declared: encoding), in: encoding)).channel
        #expect(channel.title == text)
        #expect(channel.encoding == encoding)
    }

    @Test func `IBM's code pages are told apart by the declaration`() throws {
        // A feed with the title ‘Türkçe ığ’ in code page 1026, which it declares.
        let source: [UInt8] = [
            0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96,
            0x95, 0x7E, 0xFC, 0xF1, 0x4B, 0xF0, 0xFC, 0x40, 0x85, 0x95, 0x83, 0x96,
            0x84, 0x89, 0x95, 0x87, 0x7E, 0xFC, 0x83, 0x97, 0xF1, 0xF0, 0xF2, 0xF6,
            0xFC, 0x6F, 0x6E, 0x4C, 0x99, 0xA2, 0xA2, 0x6E, 0x4C, 0x83, 0x88, 0x81,
            0x95, 0x95, 0x85, 0x93, 0x6E, 0x4C, 0xA3, 0x89, 0xA3, 0x93, 0x85, 0x6E,
            0xE3, 0xE0, 0x99, 0x92, 0xC0, 0x85, 0x40, 0x79, 0xD0, 0x4C, 0x61, 0xA3,
            0x89, 0xA3, 0x93, 0x85, 0x6E, 0x4C, 0x61, 0x83, 0x88, 0x81, 0x95, 0x95,
            0x85, 0x93, 0x6E, 0x4C, 0x61, 0x99, 0xA2, 0xA2, 0x6E,
        ]
        let channel = try read(source).channel
        #expect(channel.title == "Türkçe ığ")
        #expect(channel.encoding == "cp1026")
    }

    private static let russian = """
        Президент сегодня провёл в Москве встречу с министрами и обсудил новую экономическую \
        политику.
        """
    private static let thai = "นายกรัฐมนตรีประชุมคณะรัฐมนตรีที่กรุงเทพวันนี้และหารือเรื่องนโยบาย"

    @Test(arguments: [
        EncodingCase(russian, "iso-8859-5"), EncodingCase(russian, "windows-1251"),
        EncodingCase(russian, "koi8-r"), EncodingCase(thai, "windows-874"),
        EncodingCase(russian, "iso-8859-5", declared: "utf-8"),
        EncodingCase(russian, "windows-1251", declared: "iso-8859-1"),
    ])
    func `an encoding that is not declared is told by the letters`(example: EncodingCase) throws {
        let source = bytes(
            document(example.text, declared: example.declared), in: example.encoding)
        let channel = try read(source).channel
        #expect(channel.title == example.text)
        #expect(channel.encoding == example.encoding)
    }

    @Test func `simplified Chinese is not taken for Thai`() throws {
        // 新华社北京电 中国国务院总理今天在北京会见了来访的客人, in GB 2312.
        let text: [UInt8] = [
            0xD0, 0xC2, 0xBB, 0xAA, 0xC9, 0xE7, 0xB1, 0xB1, 0xBE, 0xA9, 0xB5, 0xE7, 0x20, 0xD6,
            0xD0, 0xB9, 0xFA, 0xB9, 0xFA, 0xCE, 0xF1, 0xD4, 0xBA, 0xD7, 0xDC, 0xC0, 0xED, 0xBD,
            0xF1, 0xCC, 0xEC, 0xD4, 0xDA, 0xB1, 0xB1, 0xBE, 0xA9, 0xBB, 0xE1, 0xBC, 0xFB, 0xC1,
            0xCB, 0xC0, 0xB4, 0xB7, 0xC3, 0xB5, 0xC4, 0xBF, 0xCD, 0xC8, 0xCB,
        ]
        let source = Array("<rss><channel><title>".utf8) + text
        let channel = try read(source + Array("</title></channel></rss>".utf8)).channel
        #expect(channel.title == "新华社北京电 中国国务院总理今天在北京会见了来访的客人")
        #expect(channel.encoding == "gb18030")
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
