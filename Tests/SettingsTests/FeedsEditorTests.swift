import Foundation
import News
import Testing

@testable import Settings

@Suite struct FeedsEditorTests {
    static let written = """
        # The subscriptions.

        feeds:
          # Named by many lists.
          - {url: "https://a.example/feed", name: A}   # the first
          # Disabled: its items are elsewhere.
          - url: https://b.example/feed

            # kept with it
            tags:
              - sport
          -
            url: https://c.example/feed

          # The end.
        """ + "\n"

    private func edited(
        _ text: String = written, _ edit: (inout FeedsEditor) throws -> Void
    ) throws -> String {
        let folder = try SettingsOnDisk(["feeds.yaml": text])
        var editor = try FeedsEditor(folder.path)
        try edit(&editor)
        try editor.write()
        return try String(contentsOfFile: folder.path + "/feeds.yaml", encoding: .utf8)
    }

    @Test func `a feed is added behind the last, and nothing else changes`() throws {
        let text = try edited { editor in
            try editor.add([
                Feed(
                    id: "d.example", name: "«D» \"x\\y\"\n: #", url: "https://d.example/rss",
                    language: "ar", country: "FR", tags: ["a b", "no"], enabled: false)
            ])
        }
        let new = #"""
              - {url: "https://d.example/rss", name: "«D» \"x\\y\"\x0a: #", language: ar, \#
            country: "FR", tags: ["a b", "no"], enabled: false}

            """#
        let place = try #require(FeedsEditorTests.written.range(of: "\n  # The end."))
        var expected = FeedsEditorTests.written
        expected.insert(contentsOf: new, at: place.lowerBound)
        #expect(text == expected)
    }

    @Test(arguments: [
        ("a.example", "  - {url: \"https://a.example/feed\", name: A}   # the first\n"),
        (
            "b.example",
            "  - url: https://b.example/feed\n\n    # kept with it\n    tags:\n      - sport\n"
        ),
        ("c.example", "  -\n    url: https://c.example/feed\n"),
    ])
    func `a feed's own lines are removed, and no comment beside them`(
        id: String, lines: String
    ) throws {
        let text = try edited { _ = try $0.remove(id) }
        #expect(text == FeedsEditorTests.written.replacing(lines, with: ""))
    }

    @Test func `the last feed goes with its key, and the first comes with it`() throws {
        let text = "# None.\nfeeds:\n- url: https://a.example/\n# End.\n"
        let without = try edited(text) { _ = try $0.remove("a.example") }
        #expect(without == "# None.\n# End.\n")
        let with = try edited(without) { editor in
            try editor.add([Feed(id: "a.example", name: "A", url: "https://a.example/")])
        }
        #expect(with == without + "feeds:\n  - {url: \"https://a.example/\", name: \"A\"}\n")
    }

    @Test func `feeds keep their rights, their line breaks and ids of their own`() throws {
        let folder = try SettingsOnDisk([
            "feeds.yaml": "feeds:\r\n    - {url: \"https://a.example/feed\"}"
        ])
        let path = folder.path + "/feeds.yaml"
        chmod(path, 0o600)
        var editor = try FeedsEditor(folder.path)
        let added = try editor.add([
            Feed(id: "a.example", name: "a.example", url: "https://a.example/rss")
        ])
        try editor.write()
        #expect(added.map(\.id) == ["a.example-2"])
        #expect(
            try String(contentsOfFile: path, encoding: .utf8)
                == "feeds:\r\n    - {url: \"https://a.example/feed\"}\r\n"
                + "    - {url: \"https://a.example/rss\", id: \"a.example-2\", name: \"a.example\"}\r\n"
        )
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .allSatisfy { !$0.hasSuffix(".tmp") })
    }

    @Test func `a list in brackets is left to its author`() throws {
        let text = "feeds: [{url: \"https://a.example/\"}]\n"
        let error = #expect(throws: SettingsError.self) {
            try edited(text) { try $0.add([Feed(id: "b", name: "b", url: "https://b.example/")]) }
        }
        #expect(
            error?.description.hasSuffix(
                "feeds.yaml:1:1: ‘feeds’ stands in brackets; give each feed a line of its own to "
                    + "have the file edited") == true)
    }
}
