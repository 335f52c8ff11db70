import Foundation
import News
import Settings
import Testing

@testable import marsad

/// Settings that were found in order before.
@Suite struct KnownSettingsTests {
    @Test func `settings are known once they were found in order`() async throws {
        try await withTemporaryFolder { folder in
            try SmallSettings().write(to: folder + "/config")
            try FileManager.default.createDirectory(
                atPath: folder + "/state", withIntermediateDirectories: true)
            let known = KnownSettings(config: folder + "/config", state: folder + "/state")
            #expect(known.settings() == nil)
            let checked = try known.check()
            let (polls, rules) = try #require(known.settings())
            #expect(polls.feeds == checked.feeds)
            #expect(polls.general == checked.general)
            #expect(polls.fingerprint == checked.fingerprint)
            #expect(await rules.settings.fingerprint == checked.fingerprint)
        }
    }

    @Test(arguments: ["marsad.yaml", "feeds.yaml", "topics/institution.yaml", "relevance.yaml"])
    func `settings that differ by a byte are not known`(name: String) async throws {
        try await withTemporaryFolder { folder in
            try SmallSettings().write(to: folder + "/config")
            try FileManager.default.createDirectory(
                atPath: folder + "/state", withIntermediateDirectories: true)
            let known = KnownSettings(config: folder + "/config", state: folder + "/state")
            _ = try known.check()
            let file = URL(filePath: folder + "/config/" + name)
            var text = try String(contentsOf: file, encoding: .utf8)
            text += "\n"
            try Data(text.utf8).write(to: file)
            #expect(known.settings() == nil)
        }
    }

    @Test func `settings that do not check are never known`() async throws {
        try await withTemporaryFolder { folder in
            var settings = SmallSettings()
            settings.files["marsad.yaml"] = "log-levl: info\n"
            try settings.write(to: folder + "/config")
            try FileManager.default.createDirectory(
                atPath: folder + "/state", withIntermediateDirectories: true)
            let known = KnownSettings(config: folder + "/config", state: folder + "/state")
            #expect(throws: SettingsError.self) { _ = try known.check() }
            #expect(known.settings() == nil)
        }
    }
}
