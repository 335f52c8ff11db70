import Foundation
import News
import Testing

@testable import Extraction

/// Whatever a text has suffered, what is quoted from it stands in it.
@Suite struct FactSlicesTests {
    @Test(arguments: 0..<24)
    func `every mention of a broken text is its slice, inside it and outside chrome`(
        _ seed: Int
    ) throws {
        let text = try FactSlicesTests.broken(seed)
        let report = Shipped.examiner.examine(Document(id: "x", source: "x", text: text))
        let scalars = Array(text.unicodeScalars)
        for (quote, start, end) in FactSlicesTests.quotes(of: report.facts) {
            try #require(0 <= start && start < end && end <= scalars.count)
            #expect(String(String.UnicodeScalarView(scalars[start..<end])) == quote)
            #expect(!report.boilerplate.contains { $0.start <= start && end <= $0.end })
        }
    }

    /// One of the seeds with stretches left out, doubled and turned round.
    private static func broken(_ seed: Int) throws -> String {
        let folder = Shipped.root + "/seeds/"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".txt") }.sorted()
        let path = folder + files[seed % files.count]
        var scalars = Array(try String(contentsOfFile: path, encoding: .utf8).unicodeScalars)
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for round in 0..<(seed * 3) where scalars.count > 40 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let start = Int(state >> 33) % (scalars.count - 30)
            let stretch = start..<(start + Int(state >> 20) % 30)
            switch round % 3 {
            case 0: scalars.removeSubrange(stretch)
            case 1: scalars.insert(contentsOf: scalars[stretch], at: start)
            default: scalars.replaceSubrange(stretch, with: scalars[stretch].reversed())
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func quotes(of facts: Facts) -> [(String, Int, Int)] {
        let mentions =
            facts.people.flatMap(\.mentions) + facts.organisations.flatMap(\.mentions)
            + facts.countries.flatMap(\.mentions) + facts.places.flatMap(\.mentions)
        return mentions.map { ($0.quote, $0.start, $0.end) }
            + facts.quotations.map { ($0.quote, $0.start, $0.end) }
            + facts.acts.map { ($0.quote, $0.start, $0.end) }
    }
}
