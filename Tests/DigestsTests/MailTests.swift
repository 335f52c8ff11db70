import Foundation
import Testing

@testable import Digests

@Suite struct MailTests {
    private static let envelope = MailEnvelope(
        from: "marsad@example.org", to: ["desk@example.org", "night@example.org"])

    @Test(arguments: DigestLanguage.allCases)
    func `a message holds the text and the page, whole`(_ language: DigestLanguage) throws {
        let digest = Digest(SampleDigest.input, language: language)
        let message = digest.render(.mail, envelope: MailTests.envelope)
        let lines = message.components(separatedBy: "\r\n")
        #expect(!message.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
        let parts = try MailTests.parts(of: lines)
        #expect(parts == [digest.render(.text), digest.render(.html)])
    }

    @Test func `the headers name sender, receivers and subject`() throws {
        let digest = Digest(SampleDigest.input, language: .ar)
        let lines = digest.render(.mail, envelope: MailTests.envelope)
            .components(separatedBy: "\r\n")
        #expect(lines[0] == "From: Marsad <marsad@example.org>")
        #expect(lines[1...2] == ["To: desk@example.org,", " night@example.org"])
        #expect(lines[3].hasPrefix("Subject: =?utf-8?B?"))
        #expect(lines.contains("Content-Language: ar"))
        #expect(
            lines.contains { $0.hasPrefix("Message-ID: <digest.") && $0.hasSuffix("@example.org>") }
        )
        #expect(digest.render(.mail).contains("\r\nTo: undisclosed-recipients:;\r\n"))
    }

    @Test(arguments: ["مرصد", "Revue du 21 novembre – été, œuvre, 警察", "", "plain"])
    func `an encoded subject reads as it was`(_ text: String) {
        let words = EncodedWord.lines(of: String(repeating: text, count: 9))
        #expect(words.allSatisfy { $0.utf8.count <= 67 })
        let decoded = words.map { word in
            Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).map {
                String(decoding: $0, as: UTF8.self)
            } ?? "?"
        }
        #expect(decoded.joined() == String(repeating: text, count: 9))
    }

    @Test(arguments: [
        ("desk@example.org", true), ("a.b+c@sub.example.org", true), ("desk", false),
        ("@example.org", false), ("desk@", false), ("a@b@c", false), ("مكتب@example.org", false),
        ("a@example.org\r\nBcc: b@example.org", false), ("a@example.org, b@example.org", false),
        ("Desk <desk@example.org>", false), ("\"a b\"@example.org", false),
    ])
    func `a mailbox is one address and nothing else`(_ text: String, _ isOne: Bool) {
        #expect(MailEnvelope.isMailbox(text) == isOne)
    }

    /// The decoded bodies between the boundaries.
    private static func parts(of lines: [String]) throws -> [String] {
        let header = try #require(lines.first { $0.contains("boundary=") })
        let boundary = "--" + (header.split(separator: "\"").last.map(String.init) ?? "")
        let sections = lines.split { $0 == boundary || $0 == boundary + "--" }
        return try sections.dropFirst().filter { $0 != [""] }.map { section in
            let body = section.split(separator: "", omittingEmptySubsequences: false)[1]
            let data = try #require(Data(base64Encoded: body.joined()))
            return String(decoding: data, as: UTF8.self)
        }
    }
}
