import Extraction
import Foundation
import News
import Storage
import Testing

@testable import marsad

/// What a person types is found whatever clitics it or the text has.
@Suite struct SearchQueryTests {
    private static let texts = [
        "a": "تعزيز الأمن الوطني في المدينة",
        "b": "رجال أمن وطني ومواطنون",
        "c": "ثقة المواطنين بالأمن الوطني وبالشرطة",
        "d": "المدينة وأمنها وشرطتها",
        "e": "لقاء الوزير مع اللجنة",
        "f": "طريق الجنة والزير القديم",
        "g": "كلام عن المال إلى كمال",
        "h": "كمال يزور والي الجهة، والوالي يستقبله",
        "i": "La Sûreté nationale et l’ordre",
        "j": "شروط وشرط واحد",
    ]

    @Test(arguments: [
        ("أمن", "abcd"), ("الأمن", "abcd"), ("بالأمن", "abcd"), ("للأمن", "abcd"),
        ("والأمن", "abcd"), ("وبالأمن", "abcd"), ("بأمن", "abcd"), ("الامن", "abcd"),
        ("شرطة", "cd"), ("والشرطة", "cd"), ("للشرطة", "cd"), ("وبشرطة", "cd"), ("شرط", "j"),
        ("\"الأمن الوطني\"", "abc"), ("\"للأمن الوطني\"", "abc"), ("\"وبالأمن وطني\"", "abc"),
        ("\"الوطني الأمن\"", ""), ("«بالشرطة والأمن»", ""), ("بالأمن*", "abcd"),
        ("للمواط*", "bc"), ("\"بالأمن الوط*\"", "ac"), ("أمن -بالشرطة", "ab"),
        ("بالأمن OR وكمال", "abcdgh"), ("بالمدينة", "ad"), ("وللمدينة أمن", "ad"),
        ("لجنة", "e"), ("للجنة", "e"), ("وزير", "e"), ("جنة", "f"), ("كمال", "gh"),
        ("مال", "g"), ("بالمال", "g"), ("والي", "h"), ("surete", "i"), ("ordre", "i"),
    ])
    func `a word finds what the bare word finds, and no more`(
        _ query: String, _ expected: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let archive = try Archive(at: folder, access: .readWrite)
            try fill(archive)
            let now = Date(timeIntervalSince1970: 1_790_000_000)
            let hits = try archive.search(SearchQuery(query, in: archive, now: now))
            #expect(hits.map(\.key.id).sorted().joined() == expected)
            for hit in hits { #expect(!hit.snippet.highlights.isEmpty, "\(hit.snippet.text)") }
            try archive.close()
        }
    }

    private func fill(_ archive: Archive) throws {
        let feed = Feed(id: "paper.example", name: "Paper", url: "https://paper.example/feed")
        let items = SearchQueryTests.texts.sorted { $0.key < $1.key }.map { id, text in
            KeptItem(
                item: Item(id: id, title: "", text: text), contentHash: 1,
                searchText: "\n" + FoldedText(text).searchable, report: nil,
                rulesFingerprint: "none", isMatch: false, story: nil, fingerprint: nil)
        }
        _ = try archive.record(
            PollRecord(
                feed: feed, state: FeedState(), at: Date(timeIntervalSince1970: 1_780_000_000),
                outcome: PollOutcome(status: 200), items: items))
    }
}
