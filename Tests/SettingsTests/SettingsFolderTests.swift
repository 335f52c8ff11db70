import Extraction
import Foundation
import News
import Testing

@testable import Settings

@Suite struct SettingsFolderTests {
    @Test func `a small folder is in order`() throws {
        let folder = try SettingsOnDisk([:])
        let settings = try SettingsFolder(folder.path).read()
        #expect(settings.feeds.map(\.id) == ["example.org"])
        #expect(settings.topics.topics.map(\.id) == ["drugs"])
        #expect(settings.general.polling.concurrency == 64)
    }

    @Test(arguments: [
        (
            "marsad.yaml", "polling: {flor: 1 h}\n",
            "marsad.yaml:1:11: unknown key ‘flor’; did you mean ‘floor’?"
        ),
        (
            "marsad.yaml", "polling: {floor: soon}\n",
            "marsad.yaml:1:18: ‘soon’ is not a length of time; write 30 s, 15 min, 2 h or 1 d"
        ),
        (
            "marsad.yaml", "digest: {at: \"25:00\"}\n",
            "marsad.yaml:1:14: ‘at’ wants a time of day in quotes: \"07:00\""
        ),
        (
            "feeds.yaml", "feeds:\n  - {url: \"ftp://example.org\"}\n",
            "feeds.yaml:2:11: ‘ftp://example.org’ is not an http or https address"
        ),
        (
            "feeds.yaml", "feeds:\n  - {url: \"https://example.org\", encoding: foo}\n",
            "feeds.yaml:2:44: ‘foo’ is no encoding; write one such as utf-8, windows-1256 or "
                + "iso-8859-6"
        ),
        (
            "feeds.yaml", "feeds:\n  - {url: \"https://example.org\", language: arabic}\n",
            "feeds.yaml:2:44: ‘arabic’ is no language; write an ISO 639 code such as ar, fr, en "
                + "or zgh"
        ),
        (
            "feeds.yaml", "feeds:\n  - {url: \"https://example.org\", country: Maroc}\n",
            "feeds.yaml:2:43: ‘Maroc’ is no country; write an ISO 3166 code such as MA, DZ or FR"
        ),
        (
            "feeds.yaml", "feeds:\n",
            "feeds.yaml:1:7: ‘feeds’ is empty; leave the key out, or list something"
        ),
        (
            "marsad.yaml", "polling: {timeout: 0 s}\n",
            "marsad.yaml:1:20: ‘timeout’ wants more than nothing"
        ),
        (
            "marsad.yaml", "contact: not a url\n",
            "marsad.yaml:1:10: ‘contact’ wants a web address, or mailto: and a mailbox"
        ),
        (
            "marsad.yaml", "digest: {address: \"file:///srv/digests\"}\n",
            "marsad.yaml:1:19: ‘address’ wants the web address of a folder, such as "
                + "https://example.org/digests/"
        ),
        (
            "marsad.yaml", "digest: {address: \"https://example.org/?q=1\"}\n",
            "marsad.yaml:1:19: ‘address’ wants the web address of a folder, such as "
                + "https://example.org/digests/"
        ),
        (
            "marsad.yaml", "digest: {mail: {to: [desk]}}\n",
            "marsad.yaml:1:21: ‘desk’ is no mailbox; write one@example.org"
        ),
        (
            "marsad.yaml", "digest: {mail: {to: [a@b.ma], program: sendmail}}\n",
            "marsad.yaml:1:40: ‘program’ wants a whole path such as /usr/sbin/sendmail"
        ),
        (
            "marsad.yaml", "archive: {limits: {item: {count: 5}}}\n",
            "marsad.yaml:1:20: unknown key ‘item’; did you mean ‘items’?"
        ),
        (
            "marsad.yaml", "archive: {limits: {items: {count: 0}}}\n",
            "marsad.yaml:1:35: ‘count’ wants a whole number from 1 to 1000000000"
        ),
        (
            "marsad.yaml", "archive: {limits: {polls: {age: long}}}\n",
            "marsad.yaml:1:33: ‘long’ is not a length of time; write 30 s, 15 min, 2 h or 1 d"
        ),
        (
            "marsad.yaml", "polling: {allow-networks: [10.0.0.0/99]}\n",
            "marsad.yaml:1:28: ‘allow-networks’ wants networks such as 10.1.0.0/16"
        ),
        (
            "lexicon/people.yaml", "peple: []\n",
            "lexicon/people.yaml:1:1: unknown kind ‘peple’; did you mean ‘people’?"
        ),
        (
            "topics/drugs.yaml", "words: [abc*]\n",
            "topics/drugs.yaml:1:9: ‘abc*’ is too short a stem: four letters at least"
        ),
        (
            "topics/drugs.yaml", "words: [\"…\"]\n",
            "topics/drugs.yaml:1:9: ‘…’ holds no word to look for"
        ),
    ])
    func `a mistake is told with its place and what would be right`(
        _ file: String, _ text: String, _ complaint: String
    ) throws {
        #expect(try SettingsOnDisk([file: text]).problems.first == complaint)
    }

    @Test func `all mistakes of all files are told at once`() throws {
        let folder = try SettingsOnDisk([
            "marsad.yaml": "a: 1\n", "feeds.yaml": "b: 1\n", "lexicon/people.yaml": "c: []\n",
        ])
        #expect(folder.problems.count == 3)
    }

    @Test func `a bad shape hides no other mistake`() throws {
        let folder = try SettingsOnDisk([
            "marsad.yaml": "polling: [1, 2]\narchive: 3\ndigest: {at: 7}\nlogs: x\n",
            "feeds.yaml": "- url\n", "topics/drugs.yaml": "[]\n",
        ])
        #expect(
            folder.problems == [
                "marsad.yaml:1:10: a mapping of keys to values is expected here",
                "marsad.yaml:2:10: a mapping of keys to values is expected here",
                "marsad.yaml:3:14: ‘at’ wants a time of day in quotes: \"07:00\"",
                "marsad.yaml:4:1: unknown key ‘logs’; allowed here: archive, contact, digest, hooks, "
                    + "log-level, metrics, polling",
                "feeds.yaml:1:1: a mapping of keys to values is expected here",
                "topics/drugs.yaml:1:1: a mapping of keys to values is expected here",
                "topics/drugs.yaml:1:1: a topic wants ‘words’ or ‘rules’",
            ])
    }

    @Test func `a missing file is told with what to do`() throws {
        let folder = try SettingsOnDisk([:])
        try FileManager.default.removeItem(atPath: folder.path + "/feeds.yaml")
        #expect(
            folder.problems == [
                "feeds.yaml: there is no such file; copy it from Marsad's own config folder, or "
                    + "write one"
            ])
    }

    static let sameRules: [[String: String]] = [
        ["feeds.yaml": "feeds: [{url: \"https://example.net/feed\"}]\n"],
        ["relevance.yaml": "# Why.\n\nwords:\n  - \"شرطة\"   # the police\n"],
        ["topics/drugs.yaml": "title: Narcotics\nnote: A note.\nwords: [مخدرات]\n"],
        ["lexicon/people.yaml": "people:\n# One.\n- id: one\n  terms: [واحد]\n"],
        ["marsad.yaml": "contact: https://example.net/robot\n"],
    ]

    static let otherRules: [[String: String]] = [
        ["topics/drugs.yaml": "title: Drugs\nwords: [كوكايين]\n"],
        ["topics/drugs.yaml": "title: Drugs\nwords: [مخدرات]\nthreshold: 4\n"],
        ["topics/drugs.yaml": "words: [{term: مخدرات, unless-near: [فيلم]}]\n"],
        ["topics/drugs.yaml": "rules: [{id: words, any: [مخدرات], weight: 3}]\n"],
        ["topics/drugs.yaml": "rules: [{id: words, any: [مخدرات], in: [title]}]\n"],
        ["topics/lists.yaml": "lists: {some: [مخدرات]}\n"],
        ["lexicon/people.yaml": "people: [{id: one, terms: [واحد, اثنان]}]\n"],
        ["relevance.yaml": "words: [شرطة, أمن]\n"],
    ]

    private func fingerprint(_ files: [String: String]) throws -> String {
        let folder = try SettingsOnDisk(files)
        return try SettingsFolder(folder.path).read().fingerprint
    }

    @Test(arguments: sameRules)
    func `what the rules do not mean leaves their fingerprint alone`(
        _ files: [String: String]
    ) throws {
        #expect(try fingerprint(files) == fingerprint([:]))
    }

    @Test func `whatever the rules mean is in their fingerprint`() throws {
        let prints = try SettingsFolderTests.otherRules.map(fingerprint) + [fingerprint([:])]
        #expect(Set(prints).count == prints.count)
        #expect(prints.allSatisfy { $0.count == 16 })
    }

    @Test func `hooks and metrics are read, and off by default`() throws {
        let nothing = try SettingsOnDisk([:])
        let bare = try SettingsFolder(nothing.path).read().general
        #expect(bare.hooks == [])
        #expect(bare.metrics == GeneralSettings.Metrics())
        let folder = try SettingsOnDisk([
            "marsad.yaml": """
            metrics: {file: /var/lib/m/marsad.prom, port: 9464, feeds: 7}
            hooks:
              - {name: desk, on: story, topics: [drugs], grade: mention, run: [/bin/tell, -u]}
              - {name: web, on: digest, post: "https://x.example/", secret-file: /s, at-most: 3}
            """
        ])
        let general = try SettingsFolder(folder.path).read().general
        #expect(general.metrics.file == "/var/lib/m/marsad.prom")
        #expect(general.metrics.port == 9464)
        #expect(general.metrics.feeds == 7)
        var desk = GeneralSettings.Hook(
            name: "desk", event: .story, way: .program(["/bin/tell", "-u"]))
        desk.topics = ["drugs"]
        desk.grade = .mention
        var web = GeneralSettings.Hook(
            name: "web", event: .digest,
            way: .post(url: "https://x.example/", secretFile: "/s"))
        web.atMost = 3
        #expect(general.hooks == [desk, web])
    }

    @Test(arguments: [
        ("https://www.hespress.com/feed", "hespress.com"),
        ("https://fr.hespress.com/sport/feed", "fr.hespress.com-sport"),
        ("https://www.libe.ma/xml/syndication.rss", "libe.ma-syndication.rss"),
        ("https://name:word@example.org/feed/", "example.org"),
    ])
    func `a feed's id is made of its address`(_ url: String, _ id: String) {
        #expect(FeedsFile.id(of: url) == id)
    }
}
