import News
import Testing

@testable import Settings

@Suite struct FeedAccessTests {
    private func problems(_ keys: String) throws -> [String] {
        let text = "feeds:\n  - {url: \"https://a.example/\", \(keys)}\n"
        return try SettingsOnDisk(["feeds.yaml": text]).problems
    }

    @Test func `the way to a feed is read`() throws {
        let folder = try SettingsOnDisk([
            "feeds.yaml": """
            feeds:
              - url: https://a.example/
                floor: 30 min
                interval: 45 min
                full-text: when-short
                ca-file: /etc/press.pem
                proxy: socks5h://127.0.0.1:9050
                headers:
                  Authorization: {env: A_TOKEN}
                  X-Key: {file: /run/key}
              - {url: "https://b.example/", proxy: {env: PROXY}}
              - {url: "https://c.example/"}
            """
        ])
        let feeds = try SettingsFolder(folder.path).read().feeds
        #expect(
            feeds.map(\.access) == [
                FeedAccess(
                    headers: [
                        "Authorization": .environment("A_TOKEN"), "X-Key": .file("/run/key"),
                    ],
                    proxy: .text("socks5h://127.0.0.1:9050"), caFile: "/etc/press.pem"),
                FeedAccess(proxy: .environment("PROXY")), nil,
            ])
        #expect(feeds[0].floor == 1800)
        #expect(feeds[0].interval == 2700)
        #expect(feeds.map(\.fullText) == [.whenShort, nil, nil])
    }

    @Test func `the way to all feeds is read`() throws {
        let folder = try SettingsOnDisk([
            "marsad.yaml": """
            polling:
              proxy: {file: /run/proxy}
              ca-file: /etc/press.pem
            """
        ])
        let polling = try SettingsFolder(folder.path).read().general.polling
        #expect(polling.proxy == .file("/run/proxy"))
        #expect(polling.caFile == "/etc/press.pem")
    }

    @Test(arguments: [
        (
            "headers: {Authorization: secret}",
            "feeds.yaml:2:58: the value of a header may be a secret: write {env: VARIABLE} or "
                + "{file: PATH}"
        ),
        (
            "headers: {If-None-Match: {env: A}}",
            "feeds.yaml:2:58: the header ‘If-None-Match’ is not for the settings to say"
        ),
        (
            "headers: {User-Agent: {env: A}}",
            "feeds.yaml:2:55: the header ‘User-Agent’ is not for the settings to say"
        ),
        ("headers: {\"X Y\": {env: A}}", "feeds.yaml:2:50: ‘X Y’ is no name of a header"),
        ("headers: {X: {}}", "feeds.yaml:2:46: one of ‘env’ and ‘file’ is wanted here"),
        ("headers: {X: {file: key}}", "feeds.yaml:2:53: ‘file’ wants a whole path"),
        (
            "headers: {X: {variable: A}}",
            "feeds.yaml:2:47: unknown key ‘variable’; allowed here: env, file"
        ),
        (
            "proxy: proxy.example",
            "feeds.yaml:2:40: ‘proxy’ wants an address such as http://proxy.example:3128 or "
                + "socks5h://127.0.0.1:9050"
        ),
        (
            "proxy: \"http://me:secret@proxy.example\"",
            "feeds.yaml:2:40: a proxy's password has no place in the settings: write "
                + "{env: VARIABLE} or {file: PATH}, which gives the whole address"
        ),
        ("ca-file: press.pem", "feeds.yaml:2:42: ‘ca-file’ wants a whole path"),
        (
            "full-text: sometimes",
            "feeds.yaml:2:44: ‘full-text’ wants one of never, when-short, always"
        ),
        ("floor: 0 s", "feeds.yaml:2:40: ‘floor’ wants more than nothing"),
    ])
    func `what cannot be is told, and no secret with it`(keys: String, complaint: String) throws {
        let problems = try problems(keys)
        #expect(problems.first == complaint)
        #expect(!problems.joined().contains("secret@"))
    }
}
