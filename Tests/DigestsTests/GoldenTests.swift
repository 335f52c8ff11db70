import Foundation
import Testing

@testable import Digests

/// Each form of a small digest as a person has read and approved it, in `Golden/`.
///
/// `MARSAD_GOLDEN=write swift test` writes the files anew, to be read again before they are
/// committed.
struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden")
    private let envelope = MailEnvelope(from: "marsad@example.org", to: ["desk@example.org"])

    @Test(arguments: DigestLanguage.allCases, DigestForm.allCases)
    func `a digest reads as approved`(language: DigestLanguage, form: DigestForm) throws {
        let digest = Digest(SampleDigest.input, language: language)
        try check(digest.render(form, envelope: envelope), "full/" + digest.fileName(form))
    }

    @Test(arguments: DigestLanguage.allCases, DigestForm.allCases)
    func `a day without matches says why`(language: DigestLanguage, form: DigestForm) throws {
        let digest = Digest(SampleDigest.quiet(polls: 1_152, failures: 2), language: language)
        try check(digest.render(form, envelope: envelope), "quiet/" + digest.fileName(form))
    }

    /// The pages on which `Tests/Browser` lets a browser loose.
    @Test(arguments: DigestLanguage.allCases, DigestForm.allCases)
    func `a hostile digest stays a digest`(language: DigestLanguage, form: DigestForm) throws {
        let digest = Digest(HostileDigest.input(), language: language)
        try check(digest.render(form), "hostile/" + digest.fileName(form))
    }

    @Test(arguments: DigestLanguage.allCases)
    func `the list of all digests reads as approved`(_ language: DigestLanguage) throws {
        let files = DigestLanguage.allCases.flatMap { language in
            ["atom", "html", "json", "md", "txt"].map { "digest.\(language.rawValue).\($0)" }
        }
        let listed = [
            ListedDigest(
                name: "2025-11-21", files: files, totals: .init(articles: 14, stories: 9)),
            ListedDigest(
                name: "2025-11-20", files: ["digest.fr.html"],
                totals: .init(articles: 3, stories: 3)),
            ListedDigest(name: "2025-10-31", files: files, totals: nil),
            ListedDigest(
                name: "2025-W43", files: files, totals: .init(articles: 102, stories: 71)),
        ]
        let page = IndexPage(of: listed, language: language).text(by: .builtIn)
        try check(page, "index/index.\(language.rawValue).html")
    }

    private func check(_ text: String, _ name: String) throws {
        let file = GoldenTests.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["MARSAD_GOLDEN"] == "write" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let approved = try String(contentsOf: file, encoding: .utf8)
        #expect(text == approved)
    }
}
