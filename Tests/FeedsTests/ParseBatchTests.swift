import Foundation
import News
import Testing

@testable import Feeds

@Suite struct ParseBatchTests {
    private func answer(to document: String, number: Int) throws -> String {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "marsad-batch-\(UUID().uuidString).xml").path()
        try document.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return ParseBatch().answer(
            #"{"n":\#(number),"file":"\#(path)","content_type":null,"url":"https://a.ma/f"}"#)
    }

    @Test func `a case is answered on one line by its number`() throws {
        let line = try answer(
            to: """
                <rss version="2.0"><channel><title>A</title><ttl>5</ttl><item><guid>n</guid>
                <title>Un</title><link>/1</link><pubDate>2026-01-31T12:00:00Z</pubDate></item>
                </channel></rss>
                """, number: 17)
        #expect(
            line == """
                {"complaints":[],"feed":{"authors":[],"encoding":"utf-8","format":"rss-2.0",\
                "skip_days":[],"skip_hours":[],"title":"A","ttl_minutes":5},\
                "items":[{"authors":[],"categories":[],"enclosures":[],"id":"n",\
                "link":"https://a.ma/1","published":"2026-01-31T12:00:00Z","text":"",\
                "title":"Un"}],"n":17}
                """)
    }

    @Test func `a case that is no feed is answered with its error`() throws {
        #expect(
            try answer(to: "<html/>", number: 3)
                == #"{"error":"the document is an HTML page, not a feed","n":3}"#)
        #expect(
            ParseBatch().answer(#"{"n":4,"file":"/nowhere"}"#)
                == #"{"error":"/nowhere: cannot be opened","n":4}"#)
        #expect(
            ParseBatch().answer("x")
                == #"{"error":"the line is not a question in JSON","n":-1}"#)
    }

    @Test func `the flat form has the channel's fields beside the items`() throws {
        let feed = try read("<rss><channel><title>A</title></channel></rss>")
        let data = try ParsedFeedJSON.encoder().encode(ParsedFeedJSON(feed))
        #expect(
            String(decoding: data, as: UTF8.self) == """
                {"authors":[],"complaints":[],"encoding":"utf-8","format":"rss-2.0","items":[],\
                "skip_days":[],"skip_hours":[],"title":"A"}
                """)
    }
}
