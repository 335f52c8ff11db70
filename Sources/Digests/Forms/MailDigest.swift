import Foundation

/// From whom and to whom a digest goes by mail.
package struct MailEnvelope: Sendable, Hashable {
    package var from: String
    package var to: [String]

    package init(from: String, to: [String]) {
        self.from = from
        self.to = to
    }

    /// For a message that a person opens and sends on: no address is claimed.
    package static let unaddressed = MailEnvelope(from: "marsad@localhost", to: [])

    /// Whether a text is a bare mailbox (RFC 5322 §3.4.1) that can stand in a header as it is:
    /// visible ASCII with one `@` between a name and a host, and nothing that could begin
    /// another header, another address or a display name.
    package static func isMailbox(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts.contains(where: \.isEmpty) && text.utf8.count <= 254
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !forbidden.contains($0) }
    }

    private static let forbidden = Set("()<>[]\\,;:\"".utf8)
}

/// A digest as a message (RFC 5322) of two alternatives (RFC 2046 §5.1.4): the text form, and
/// the HTML form for mail programs that show it.
///
/// Both are base64, so that no line of a feed's text can be taken for a line of the message.
struct MailDigest {
    private let digest: Digest
    private let envelope: MailEnvelope
    private let take: PieceTaker
    /// What of a part does not fill a line yet.
    private var rest: [UInt8] = []

    /// Begins the message.
    init(_ digest: Digest, envelope: MailEnvelope, to take: @escaping PieceTaker) {
        self.digest = digest
        self.envelope = envelope
        self.take = take
        take(head)
    }

    /// Begins a part: the text form, then HTML.
    mutating func begin(_ form: DigestForm) {
        endPart()
        let type = form == .html ? "text/html" : "text/plain"
        take(
            """
            --\(boundary)\r
            Content-Type: \(type); charset=utf-8\r
            Content-Transfer-Encoding: base64\r
            \r

            """)
    }

    /// What comes next of the part, in base64, as much of it as fills its lines.
    mutating func add(_ piece: String) {
        rest += piece.utf8
        let whole = rest.count / MailDigest.lineBytes * MailDigest.lineBytes
        hand(on: whole)
    }

    mutating func end() {
        endPart()
        take("--\(boundary)--\r\n")
    }

    private mutating func endPart() { hand(on: rest.count) }

    /// Bytes that a line of 76 characters holds (RFC 2045 §6.8).
    private static let lineBytes = 57

    private mutating func hand(on count: Int) {
        guard count > 0 else { return }
        let lines = Data(rest[..<count]).base64EncodedString(
            options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ])
        rest.removeFirst(count)
        take(lines + "\r\n")
    }

    private var boundary: String { "=_marsad_\(identifier)" }

    /// Lines end in CR LF, as RFC 5322 §2.1 wants.
    private var head: String {
        let lines = [
            "From: Marsad <\(envelope.from)>",
            "To: " + (recipients ?? "undisclosed-recipients:;"),
            "Subject: " + EncodedWord.lines(of: subject).joined(separator: "\r\n "),
            "Date: " + date,
            "Message-ID: <digest.\(identifier)@\(host)>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Language: \(digest.language.rawValue)",
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
        ]
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    private var recipients: String? {
        envelope.to.isEmpty ? nil : envelope.to.joined(separator: ",\r\n ")
    }

    private var subject: String {
        let words = digest.phrasing.words
        let news =
            digest.isQuiet
            ? words.quietTitle
            : [
                digest.phrasing.count(digest.totals.articles, words.articles),
                digest.phrasing.count(digest.totals.stories, words.stories),
            ].joined(separator: words.comma)
        return "\(words.brand) – \(words.digest) – \(digest.title)\(words.colon)\(news)"
    }

    /// The same for the same digest, so that a message that comes twice is known to be one.
    private var identifier: String {
        let period = [digest.since, digest.until].map { Timestamp($0).description }
        let name = (["mail", digest.language.rawValue] + period + digest.topicsAsked.sorted())
            .joined(separator: " ")
        return UUID(named: name, in: digest.archive).uuidString.lowercased()
    }

    private var host: Substring { envelope.from.split(separator: "@").last ?? "localhost" }

    /// `Sat, 21 Nov 2026 07:00:00 +0000` (RFC 5322 §3.3).
    private var date: String {
        let day: Date.FormatString =
            "\(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits)"
        let time: Date.FormatString =
            "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits)"
        return [day, time].map { format in
            digest.generated.formatted(
                Date.VerbatimFormatStyle(
                    format: format, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
                    calendar: Calendar(identifier: .gregorian)))
        }.joined(separator: " ") + " +0000"
    }
}

/// Text in a header that is not ASCII (RFC 2047 §2).
enum EncodedWord {
    /// Encoded words, none of which cuts a character in two; together they are the text. For a
    /// header, join them by a folded line: behind `Subject: ` none makes a line of more than the
    /// 76 characters allowed.
    static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var chunk: [UInt8] = []
        for character in text.unicodeScalars {
            let bytes = Array(String(character).utf8)
            // 39 bytes are 52 characters of base64; the marks around them are 12.
            if chunk.count + bytes.count > 39 {
                lines.append(word(chunk))
                chunk = []
            }
            chunk += bytes
        }
        return lines + (chunk.isEmpty ? [] : [word(chunk)])
    }

    private static func word(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
    }
}
