/// What a document without a feed is, named for a person.
enum DocumentKind {
    /// A picture, an archive and the like, by its first bytes; nil for what may be text.
    static func byMark(_ bytes: [UInt8]) -> String? {
        signatures.first { $0.matches(bytes) }?.name
    }

    /// `an HTML page`, `a site map`, `text without markup`.
    static func name(of bytes: [UInt8], limits: FeedLimits) -> String {
        let element = bytes.withUnsafeBufferPointer {
            MarkupScan($0, limits: limits).firstElement
        }
        return switch element {
        case "html", "head", "body": "an HTML page"
        case "opml": "a list of subscriptions (OPML)"
        case "urlset", "sitemapindex": "a site map"
        case let element?: "a document of <\(element)>"
        case nil where isBinary(bytes): "binary data of an unknown kind"
        case nil: "text without markup"
        }
    }

    /// Bytes by which files of a kind are known (the `file` program's and the kinds' own
    /// specifications).
    private struct Signature {
        let name: String
        var offset = 0
        let mark: [UInt8]

        func matches(_ bytes: [UInt8]) -> Bool { bytes.dropFirst(offset).starts(with: mark) }
    }

    private static let signatures = [
        Signature(name: "a PNG picture", mark: [0x89] + "PNG\r\n\u{1A}\n".utf8),
        Signature(name: "a JPEG picture", mark: [0xFF, 0xD8, 0xFF]),
        Signature(name: "a GIF picture", mark: Array("GIF8".utf8)),
        Signature(name: "a WebP picture", offset: 8, mark: Array("WEBP".utf8)),
        Signature(name: "an icon", mark: [0, 0, 1, 0]),
        Signature(name: "a PDF document", mark: Array("%PDF-".utf8)),
        Signature(name: "data compressed with gzip", mark: [0x1F, 0x8B]),
        Signature(name: "data compressed with bzip2", mark: Array("BZh".utf8)),
        Signature(name: "data compressed with xz", mark: [0xFD] + "7zXZ\0".utf8),
        Signature(name: "data compressed with zstd", mark: [0x28, 0xB5, 0x2F, 0xFD]),
        Signature(name: "a ZIP archive", mark: Array("PK\u{3}\u{4}".utf8)),
        Signature(name: "a 7z archive", mark: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        Signature(name: "a RAR archive", mark: Array("Rar!\u{1A}\u{7}".utf8)),
        Signature(name: "a tar archive", offset: 257, mark: Array("ustar".utf8)),
        Signature(name: "a program (ELF)", mark: [0x7F] + "ELF".utf8),
        Signature(name: "an SQLite database", mark: Array("SQLite format 3\0".utf8)),
        Signature(name: "an MP3 sound", mark: Array("ID3".utf8)),
        Signature(name: "an Ogg sound or film", mark: Array("OggS".utf8)),
        Signature(name: "a film (MP4)", offset: 4, mark: Array("ftyp".utf8)),
        Signature(name: "a Word or Excel document", mark: [0xD0, 0xCF, 0x11, 0xE0]),
    ]

    /// More control characters than any text has.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(4096)
        let controls = sample.count { $0 < 0x20 && !$0.isXMLSpace && $0 != 0x1B && $0 != 0x0C }
        return controls * 50 > sample.count
    }
}
