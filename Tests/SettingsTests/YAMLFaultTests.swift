import Foundation
import Testing

@testable import Settings

@Suite struct YAMLFaultTests {
    static let broken: [BrokenSettings] = [
        BrokenSettings(
            name: "what a parser would say in words of its own",
            files: [
                "topics/at.yaml": "words: [@one]\n",
                "topics/tab.yaml": "words:\n\t- chira\n",
                "topics/star.yaml": "words:\n  - *chira\n",
                "topics/colon.yaml": "title: Essai : la suite\nwords: [chira]\n",
            ],
            complaints: [
                "topics/at.yaml:1:9: ‘@’ wants quotation marks: \"@one\"",
                "topics/colon.yaml:1:14: a colon inside of a text; put the text in quotation marks",
                "topics/star.yaml:2:5: ‘*’ in front of a word names something that is repeated, and "
                    + "there is nothing of that name; a text that begins with it wants quotation "
                    + "marks",
                "topics/tab.yaml:2:1: a tab; indent with spaces",
            ]),
        BrokenSettings(
            name: "no YAML at all",
            files: ["topics/drugs.yaml": "words: [chira\n", "feeds.yaml": "feeds: {\n"],
            complaints: [
                "feeds.yaml:2:1: is not YAML: did not find expected node content while parsing a "
                    + "flow node",
                "topics/drugs.yaml:2:1: is not YAML: did not find expected ',' or ']' while "
                    + "parsing a flow sequence",
            ]),
    ]

    @Test(arguments: broken)
    func `a file that is no YAML is told in an editor's words`(_ broken: BrokenSettings) throws {
        #expect(try SettingsOnDisk(broken.files).problems == broken.complaints)
    }

    @Test func `a page of aliases is refused before it becomes more than a machine holds`() throws {
        let levels = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
        let text = "a0: &a0 [chira]\n" + levels.joined(separator: "\n") + "\nwords: *a40\n"
        let problems = try SettingsOnDisk(["topics/drugs.yaml": text]).problems
        #expect(
            problems == [
                "topics/drugs.yaml: repeats too much by ‘*’: write out what is repeated"
            ])
    }

    @Test(arguments: [
        (Data([0xFF, 0xFE, 0x77, 0x00]), "1:1: is UTF-16; save it as UTF-8"),
        (
            Data("words:\n  - caf".utf8) + [0xE9, 0x0A],
            "2:8: is not UTF-8 text, here for the first time; save the file as UTF-8"
        ),
    ])
    func `a file in another encoding is told with the place`(
        _ data: Data, _ complaint: String
    ) throws {
        let settings = try SettingsOnDisk([:])
        try data.write(to: URL(filePath: settings.path + "/topics/drugs.yaml"))
        #expect(settings.problems == ["topics/drugs.yaml:\(complaint)"])
    }
}
