import Foundation
import Testing

/// What an article of the seed corpus must be found to be.
struct Seed: Sendable, CustomTestStringConvertible {
    let id: String
    /// The topic with the best score.
    let topic: String
    let namesHammouchi: Bool

    var testDescription: String { id }
}

@Suite(.timeLimit(.minutes(2))) struct AnalyzeTests {
    /// One run for all tests: reading the settings takes its time.
    private static let analysis = Task {
        try await BuiltProgram.run(
            ["analyze", "seeds/", "--config", "config", "--format", "json", "--with-text"])
    }

    private static func reports() async throws -> [[String: Any]] {
        let output = try await analysis.value.output
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
        return try #require(value as? [[String: Any]])
    }

    @Test func `the seed corpus is analysed without a complaint`() async throws {
        let ending = try await AnalyzeTests.analysis.value
        #expect(ending.code == 0)
        #expect(ending.complaints == "")
        #expect(
            try await AnalyzeTests.reports().map { $0["source"] as? String } == [
                "seeds/000_faf8f11325de0dd0.txt", "seeds/001_22047a009cdbfedb.txt",
                "seeds/002_47caf0ef6bbe0610.txt", "seeds/003_d7ac58148a78377f.txt",
                "seeds/004_9041b622680db657.txt",
            ])
    }

    @Test(arguments: [
        Seed(id: "000_faf8f11325de0dd0", topic: "open-days", namesHammouchi: true),
        Seed(id: "001_22047a009cdbfedb", topic: "open-days", namesHammouchi: true),
        Seed(id: "002_47caf0ef6bbe0610", topic: "security-cooperation", namesHammouchi: true),
        Seed(id: "003_d7ac58148a78377f", topic: "security-cooperation", namesHammouchi: true),
        Seed(id: "004_9041b622680db657", topic: "institution", namesHammouchi: false),
    ])
    func `each seed is relevant, for its topic, and names whom it names`(_ seed: Seed) async throws
    {
        let reports = try await AnalyzeTests.reports()
        let report = try #require(reports.first { $0["id"] as? String == seed.id })
        #expect(report["language"] as? String == "ar")
        #expect(report["relevant"] as? Bool == true)
        let topics = try #require(report["topics"] as? [[String: Any]])
        #expect(topics.first?["id"] as? String == seed.topic)
        let facts = try #require(report["facts"] as? [String: Any])
        let people = try #require(facts["people"] as? [[String: Any]])
        let ids = people.compactMap { $0["id"] as? String }
        #expect(ids.contains("hammouchi") == seed.namesHammouchi)
    }

    @Test func `a report has the keys that were promised`() async throws {
        for report in try await AnalyzeTests.reports() {
            #expect(
                report.keys.sorted() == [
                    "boilerplate", "darija", "facts", "id", "language", "paragraphs", "published",
                    "relevance", "relevant", "score", "source", "text", "title", "topics",
                ])
            let facts = try #require(report["facts"] as? [String: Any])
            #expect(
                facts.keys.sorted() == [
                    "acts", "countries", "dates", "events", "organisations", "people", "places",
                    "quantities", "quotations",
                ])
        }
    }

    @Test func `every quote is the slice of the text that its offsets name`() async throws {
        var quotes: [String: Int] = [:]
        for report in try await AnalyzeTests.reports() {
            let text = try #require(report["text"] as? String)
            let scalars = Array(text.unicodeScalars)
            for found in AnalyzeTests.quotes(in: report, key: "") {
                quotes[found.key, default: 0] += 1
                let isWithin =
                    0 <= found.start && found.start < found.end
                    && found.end <= scalars.count
                try #require(isWithin, "\(found.key) \(found.start)..<\(found.end)")
                let slice = scalars[found.start..<found.end]
                #expect(found.quote == String(String.UnicodeScalarView(slice)), "\(found.key)")
            }
        }
        #expect((quotes["evidence"] ?? 0) > 20)
        #expect((quotes["relevance"] ?? 0) >= 5)
        #expect((quotes["mentions"] ?? 0) > 50)
        #expect((quotes["dates"] ?? 0) >= 5)
    }

    /// Everything in a report that quotes, and under which key it stands.
    private static func quotes(
        in value: Any, key: String
    ) -> [(key: String, quote: String, start: Int, end: Int)] {
        if let list = value as? [Any] { return list.flatMap { quotes(in: $0, key: key) } }
        guard let object = value as? [String: Any] else { return [] }
        var found = object.flatMap { quotes(in: $0.value, key: $0.key) }
        if let quote = object["quote"] as? String, let start = object["start"] as? Int,
            let end = object["end"] as? Int
        {
            found.append((key, quote, start, end))
        }
        return found
    }

    @Test func `a feed and a page are read in whatever encoding they are`() async throws {
        try await withTemporaryFolder { folder in
            try SmallSettings().write(to: folder + "/config")
            let feed = """
                <?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel>
                <title>T</title><item><guid>1</guid><title>La S\u{FB}ret\u{E9} nationale</title>
                </item></channel></rss>
                """
            let latin = feed.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            try Data(latin).write(to: URL(filePath: folder + "/feed.xml"))
            let json =
                #"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": ["#
                + #"{"id": "2", "title": "La DGSN", "content_text": "Bilan."}]}"#
            try Data(json.utf8).write(to: URL(filePath: folder + "/feed.json"))
            let ending = try await BuiltProgram.run([
                "analyze", folder + "/feed.xml", folder + "/feed.json", "--config",
                folder + "/config", "--format", "jsonl",
            ])
            let titles = try ending.output.split(separator: "\n").map { line in
                let report = try JSONSerialization.jsonObject(with: Data(line.utf8))
                return (report as? [String: Any])?["title"] as? String
            }
            #expect(titles == ["La Sûreté nationale", "La DGSN"])
            #expect(ending.complaints == "")
        }
    }

    // MARK: Bad input

    @Test func `what is not text is told and the rest analysed`() async throws {
        try await withTemporaryFolder { folder in
            try SmallSettings().write(to: folder + "/config")
            let files: [String: [UInt8]] = [
                "good.txt": Array("La DGSN publie son bilan.".utf8),
                "latin.txt": Array("La s".utf8) + [0xFB] + Array("ret".utf8) + [0xE9],
                "picture.txt": Array("PNG".utf8) + [0, 1, 2],
                "lines.jsonl": Array(
                    #"{"id": "a", "title": "Bilan", "text": "La DGSN le publie."}"#.utf8)
                    + Array("\n{\"id\": \"b\"}\n".utf8)
                    + Array(#"{"id": "c", "text": "Rien.", "published": "hier"}"#.utf8),
            ]
            for (name, bytes) in files {
                try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
            }
            let names = ["good.txt", "latin.txt", "picture.txt", "lines.jsonl", "none.txt"]
            let ending = try await BuiltProgram.run(
                ["analyze", "--config", folder + "/config", "--format", "json"]
                    + names.map { "\(folder)/\($0)" })
            let reports = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
            let ids = (reports as? [[String: Any]])?.map { $0["id"] as? String }
            #expect(ids == ["good", "a"])
            let complaints = ending.complaints.replacing("\(folder)/", with: "")
                .split(separator: "\n").map(String.init)
            #expect(complaints.count == 5)
            #expect(complaints[0] == "marsad: latin.txt: is not UTF-8 text")
            #expect(complaints[1] == "marsad: picture.txt: is not UTF-8 text")
            #expect(complaints[2] == "marsad: lines.jsonl:2: is not a document: ‘text’ is missing")
            #expect(
                complaints[3] == "marsad: lines.jsonl:3: is not a document: ‘published’ is "
                    + "‘hier’; write a date such as 2026-11-21T08:30:00Z")
            #expect(complaints[4] == "marsad: none.txt: there is no such file")
            #expect(ending.code == 1)
        }
    }
}
