package import Extraction
import Foundation
import News

/// Reads a settings folder. Every problem of every file is told in one error.
package struct SettingsFolder {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// - Throws: `SettingsError` with all problems, in the order of the files.
    package func read() throws(SettingsError) -> Configuration {
        let problems = ProblemList()
        guard let settings = read(problems), problems.problems.isEmpty else {
            throw SettingsError(problems: inOrder(withoutConsequences(problems.problems)))
        }
        return settings
    }

    /// All problems, and besides what works but is of no use, such as a term that another one
    /// makes superfluous; each in the order of the files.
    package func check() -> (
        settings: Configuration?, problems: [SettingsProblem], remarks: [SettingsProblem]
    ) {
        let problems = ProblemList()
        let remarks = ProblemList()
        let settings = read(problems, remarks: remarks)
        remarks.add(settings?.examiner.shadowedTerms() ?? [])
        return (
            problems.problems.isEmpty ? settings : nil,
            inOrder(withoutConsequences(problems.problems)), inOrder(remarks.problems)
        )
    }

    /// As much as can be read; nil where there is no folder.
    private func read(
        _ problems: ProblemList, remarks: ProblemList = ProblemList()
    ) -> Configuration? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else {
            problems.add("there is no such settings folder", at: SettingsPlace(file: path))
            return nil
        }
        let marsad = MarsadFile(path + "/marsad.yaml", problems: problems)
        let feeds = FeedsFile(path + "/feeds.yaml", problems: problems).feeds
        let lexicon = readLexicon(problems)
        let lists = readLists(problems)
        let topics = readTopics(lists.lists, problems)
        let examiner = Examiner(lexicon: lexicon, topics: topics)
        problems.add(examiner.problems)
        checkRules(topics, feeds, problems)
        checkHooks(marsad.hookTopics, topics, problems)
        addFailedExamples(of: examiner, topics, faultyLists: lists.faulty, to: problems)
        for name in IdleLists(topics).names {
            remarks.add(
                "no rule names the list ‘$\(name)’", at: lists.places[name] ?? SettingsPlace())
        }
        return Configuration(
            general: marsad.settings, feeds: feeds, lexicon: lexicon, topics: topics,
            templates: TemplateFolder(path + "/templates", problems: problems).templates,
            examiner: examiner, fingerprint: RulesFingerprint.digits(of: lexicon, topics))
    }

    /// What of a folder says whom to ask, without a look at what its rules and names say: for
    /// one that is known to be in order.
    ///
    /// - Parameter fingerprint: Of those, as ``Configuration/fingerprint`` was.
    package func readPolls(fingerprint: String) throws(SettingsError) -> PollSettings {
        let problems = ProblemList()
        let general = MarsadFile(path + "/marsad.yaml", problems: problems).settings
        let feeds = FeedsFile(path + "/feeds.yaml", problems: problems).feeds
        guard problems.problems.isEmpty else { throw SettingsError(problems: problems.problems) }
        return PollSettings(general: general, feeds: feeds, fingerprint: fingerprint)
    }

    /// The entries of some kinds in the lexicon, as far as they can be read: for commands that
    /// need no more of the settings. Files without one of these kinds are not read.
    package func readLexicon(_ kinds: [LexiconKind]) -> [LexiconEntry] {
        let problems = ProblemList()
        let names = kinds.map { Data("\n\($0.rawValue):".utf8) }
        let files = files(in: "lexicon").map { "\(path)/lexicon/\($0)" }.filter { file in
            let text = Data("\n".utf8) + (FileManager.default.contents(atPath: file) ?? Data())
            return names.contains { text.range(of: $0) != nil }
        }
        return ManyFiles.read(files, problems) { LexiconFile($0, problems: $1).entries }
            .flatMap(\.self).filter { $0.knownKind.map(kinds.contains) ?? false }
    }

    // MARK: Checks

    private func checkHooks(
        _ named: [(id: String, place: SettingsPlace)], _ topics: TopicSettings,
        _ problems: ProblemList
    ) {
        let known = topics.topics.map(\.id)
        for (id, place) in named where !known.contains(id) {
            let hint = Suggestion.question(for: id, among: known)
            problems.add("there is no topic ‘\(id)’\(hint)", at: place)
        }
    }

    private func checkRules(
        _ topics: TopicSettings, _ feeds: [Feed], _ problems: ProblemList
    ) {
        let idle = IdleRules(feeds: feeds)
        for topic in topics.topics + [topics.relevance] { problems.add(idle.problems(of: topic)) }
        problems.add(TopicCycles(topics).problems)
    }

    /// Those of rules that were read whole, whatever is wrong with others: else somebody who mends
    /// these would be told of the next faults only then.
    private func addFailedExamples(
        of examiner: Examiner, _ topics: TopicSettings, faultyLists: Set<String>,
        to problems: ProblemList
    ) {
        guard !problems.problems.isEmpty else {
            return problems.add(examiner.failedExamples())
        }
        let faulty = Set(problems.problems.map(\.place.file))
            .filter { $0.hasPrefix(path + "/lexicon") }
        guard !faulty.contains(where: tellsHowWordsAreRead) else { return }
        var sound = SoundRules(
            topics, problems: problems.problems, faultyLists: faultyLists,
            isLexiconSound: faulty.isEmpty)
        problems.add(examiner.failedExamples(where: sound.places().contains))
    }

    /// Whether a file of the lexicon has a part in how any term is found.
    private func tellsHowWordsAreRead(_ file: String) -> Bool {
        guard let text = FileManager.default.contents(atPath: file) else { return true }
        let kinds: [LexiconKind] = [.protected, .variants, .abbreviations, .chrome]
        return kinds.contains {
            (Data("\n".utf8) + text).range(of: Data("\n\($0.rawValue):".utf8)) != nil
        }
    }

    /// Without those that follow from others: of the same file, or of the lists.
    private func withoutConsequences(_ problems: [SettingsProblem]) -> [SettingsProblem] {
        let faulty = Set(problems.filter { !$0.isConsequence }.map(\.place.file))
        return problems.filter { problem in
            !problem.isConsequence
                || !faulty.contains(problem.place.file)
                    && !faulty.contains(path + "/topics/lists.yaml")
        }
    }

    /// General settings first, then feeds, lexicon, topics, relevance, templates; in a file from
    /// the top.
    private func inOrder(_ problems: [SettingsProblem]) -> [SettingsProblem] {
        let folders = [
            "marsad.yaml", "feeds.yaml", "lexicon", "topics", "relevance.yaml", "templates",
        ]
        func rank(_ file: String) -> Int {
            folders.firstIndex { file.hasPrefix("\(path)/\($0)") } ?? -1
        }
        let keyed = problems.enumerated().map { number, problem in
            let place = problem.place
            return (
                (rank(place.file), place.file, place.line), (place.column, number), problem
            )
        }
        return keyed.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.2)
    }

    // MARK: Lexicon

    private func readLexicon(_ problems: ProblemList) -> [LexiconEntry] {
        refuseOtherNames(in: "lexicon", problems)
        let files = files(in: "lexicon").map { "\(path)/lexicon/\($0)" }
        if files.isEmpty { complainOfNothing(in: "lexicon", problems) }
        let entries = ManyFiles.read(files, problems) {
            LexiconFile($0, problems: $1).entries
        }.flatMap(\.self)
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

    private func readLists(_ problems: ProblemList) -> ListsFile {
        guard files(in: "topics").contains("lists.yaml") else { return ListsFile() }
        return ListsFile("\(path)/topics/lists.yaml", problems: problems)
    }

    private func readTopics(
        _ lists: [String: [Condition]], _ problems: ProblemList
    ) -> TopicSettings {
        refuseOtherNames(in: "topics", problems)
        let files = files(in: "topics")
        if files.isEmpty { complainOfNothing(in: "topics", problems) }
        let named = files.filter { $0 != "lists.yaml" }.map { "\(path)/topics/\($0)" }
        let topics = ManyFiles.read(named, problems) { file, problems in
            let id = String((file as NSString).lastPathComponent.dropLast(5))
            return TopicFile(file, id: id, problems: problems).topic
        }.compactMap(\.self)
        let relevance = TopicFile(
            path + "/relevance.yaml", id: "relevance", isRelevance: true, problems: problems
        ).topic
        return TopicSettings(
            topics: topics, relevance: relevance ?? TopicRules(id: "relevance"), lists: lists)
    }

    private func complainOfNothing(in folder: String, _ problems: ProblemList) {
        problems.add(
            "holds no settings: a folder of .yaml files that can be read is expected",
            at: SettingsPlace(file: "\(path)/\(folder)"))
    }

    /// A file that is passed over would be a topic that never comes.
    private func refuseOtherNames(in folder: String, _ problems: ProblemList) {
        for name in names(in: folder) where name.lowercased().hasSuffix(".yml") {
            problems.add(
                "is not read: only files whose name ends in ‘.yaml’ are",
                at: SettingsPlace(file: "\(path)/\(folder)/\(name)"))
        }
    }

    /// The YAML files of a subfolder, by name.
    private func files(in folder: String) -> [String] {
        names(in: folder).filter { $0.hasSuffix(".yaml") }
    }

    private func names(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    // MARK: Hashes

    /// What all its files hold, byte for byte.
    package func hash() -> FolderHash {
        let inFolders = [
            ("lexicon", files(in: "lexicon")), ("topics", files(in: "topics")),
            ("templates", templates),
        ].flatMap { folder, names in names.map { "\(folder)/\($0)" } }
        return FolderHash(
            of: path, files: inFolders + ["relevance.yaml", "marsad.yaml", "feeds.yaml"])
    }

    private var templates: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/templates")
        return (names ?? []).sorted()
    }
}
