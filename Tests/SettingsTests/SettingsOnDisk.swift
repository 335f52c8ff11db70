import Extraction
import Foundation

@testable import Settings

/// A settings folder of its own for one test, removed with it.
final class SettingsOnDisk {
    let path: String

    init(_ files: [String: String]) throws {
        path = NSTemporaryDirectory() + "marsad-settings-" + UUID().uuidString
        let all = [
            "marsad.yaml": "contact: https://example.org/robot\n",
            "feeds.yaml": "feeds: [{url: \"https://example.org/feed\"}]\n",
            "relevance.yaml": "words: [شرطة]\n",
            "topics/drugs.yaml": "title: Drugs\nwords: [مخدرات]\n",
            "lexicon/people.yaml": "people: [{id: one, terms: [واحد]}]\n",
        ].merging(files) { $1 }
        for (name, text) in all {
            let file = URL(filePath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// All problems, with the folder's path left out.
    var problems: [String] {
        do throws(SettingsError) {
            _ = try SettingsFolder(path).read()
            return []
        } catch {
            return error.problems.map(shown)
        }
    }

    /// A problem with the folder's path left out.
    func shown(_ problem: SettingsProblem) -> String {
        problem.description.replacing(path + "/", with: "")
    }
}
