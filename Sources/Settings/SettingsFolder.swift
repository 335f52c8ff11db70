package import Extraction
import Foundation
package import News

/// All settings of a folder such as `config/`, read and checked.
package struct Configuration: Sendable {
    package var general: GeneralSettings
    package var feeds: [Feed]
    package var lexicon: [LexiconEntry]
    package var topics: TopicSettings
    /// The compiled rules and names, ready to examine.
    package var examiner: Examiner
    /// A hash of all that decides what an item is found to be: lexicon, topics, relevance.
    package var fingerprint: String

    package var enabledFeeds: [Feed] { feeds.filter(\.enabled) }
}

/// Reads a settings folder. Every problem of every file is told in one error.
package struct SettingsFolder {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// - Throws: `SettingsError` with all problems, in the order of the files.
    package func read() throws(SettingsError) -> Configuration {
        let problems = ProblemList()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else {
            problems.add("there is no such settings folder", at: SettingsPlace(file: path))
            throw SettingsError(problems: problems.problems)
        }
        let general = MarsadFile(path + "/marsad.yaml", problems: problems).settings
        let feeds = FeedsFile(path + "/feeds.yaml", problems: problems).feeds
        let lexicon = readLexicon(problems)
        let topics = readTopics(problems)
        let examiner = Examiner(lexicon: lexicon, topics: topics)
        problems.add(examiner.problems)
        if problems.problems.isEmpty { problems.add(examiner.failedExamples()) }
        guard problems.problems.isEmpty else {
            throw SettingsError(problems: problems.problems)
        }
        return Configuration(
            general: general, feeds: feeds, lexicon: lexicon, topics: topics,
            examiner: examiner, fingerprint: fingerprint())
    }

    // MARK: Lexicon

    private func readLexicon(_ problems: ProblemList) -> [LexiconEntry] {
        var entries: [LexiconEntry] = []
        if files(in: "lexicon").isEmpty { complainOfNothing(in: "lexicon", problems) }
        for file in files(in: "lexicon") {
            entries += LexiconFile("\(path)/lexicon/\(file)", problems: problems).entries
        }
        var seen: [String: SettingsPlace] = [:]
        for entry in entries {
            guard let kind = entry.knownKind, !kind.allowsRepeatedKeys else { continue }
            if let first = seen["\(kind.rawValue)/\(entry.id)"] {
                problems.add(
                    "‘\(entry.id)’ is already at \(first.file):\(first.line)", at: entry.place)
            }
            seen["\(kind.rawValue)/\(entry.id)"] = entry.place
        }
        return entries
    }

    // MARK: Topics

    private func readTopics(_ problems: ProblemList) -> TopicSettings {
        var topics: [TopicRules] = []
        var lists: [String: [Condition]] = [:]
        if files(in: "topics").isEmpty { complainOfNothing(in: "topics", problems) }
        for file in files(in: "topics") {
            let full = "\(path)/topics/\(file)"
            if file == "lists.yaml" {
                lists = ListsFile(full, problems: problems).lists
            } else if let topic = TopicFile(
                full, id: String(file.dropLast(5)), problems: problems
            ).topic {
                topics.append(topic)
            }
        }
        let relevance = TopicFile(
            path + "/relevance.yaml", id: "relevance", problems: problems
        ).topic
        return TopicSettings(
            topics: topics, relevance: relevance ?? TopicRules(id: "relevance"), lists: lists)
    }

    private func complainOfNothing(in folder: String, _ problems: ProblemList) {
        problems.add(
            "holds no settings: a folder of .yaml files that can be read is expected",
            at: SettingsPlace(file: "\(path)/\(folder)"))
    }

    /// The YAML files of a subfolder, by name.
    private func files(in folder: String) -> [String] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
    }

    // MARK: Fingerprint

    /// FNV-1a over the names and bytes of all files that decide findings.
    private func fingerprint() -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let names =
            files(in: "lexicon").map { "lexicon/" + $0 }
            + files(in: "topics").map { "topics/" + $0 } + ["relevance.yaml"]
        for name in names {
            let data = FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data()
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return String(hash, radix: 16)
    }
}
