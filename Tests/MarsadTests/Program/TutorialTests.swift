import Foundation
import Testing

/// `docs/tuning.md`, done as an editor would who follows it word by word.
@Suite(.timeLimit(.minutes(5))) struct TutorialTests {
    @Test func `what the tutorial says is what happens`() async throws {
        let steps = try Tutorial().steps
        try await withTemporaryFolder { folder in
            try FileManager.default.copyItem(
                atPath: BuiltProgram.package + "/config", toPath: folder + "/config")
            var commands = 0
            for step in steps {
                switch step {
                case .change(let lines): try Editor(folder).apply(lines)
                case .command(let words, _) where words.first == "cp":
                    try Editor(folder).copy(words[2], to: words[3])
                case .command(let words, let output) where words.first == "marsad":
                    commands += 1
                    let ending = try await run(Array(words.dropFirst()), in: folder)
                    let name = words.joined(separator: " ")
                    #expect(ending.code == 0, "\(name): \(ending.complaints)")
                    let shown = Tutorial.settled(ending.output.replacing(folder + "/", with: ""))
                    #expect(Tutorial.agrees(output, with: shown), "\(name):\n\(ending.output)")
                case .command: break
                }
            }
            #expect(commands == 12)
        }
    }

    private func run(_ words: [String], in folder: String) async throws -> Ending {
        let arguments = zip([""] + words, words).map { option, word in
            ["--state", "--output", "--config"].contains(option) ? "\(folder)/\(word)" : word
        }
        let program = try RunningProgram(
            arguments, environment: ["MARSAD_CONFIG": folder + "/config", "USER": "editor"],
            input: "y\nn\nq\n")
        return try await program.ending()
    }
}

/// The blocks of the tutorial.
private struct Tutorial {
    enum Step {
        /// A command line, and what is said to come of it.
        case command([String], [String])
        /// Lines of YAML to be put into `try/topics/technology.yaml`.
        case change([String])
    }

    private(set) var steps: [Step] = []

    init() throws {
        let text = try String(
            contentsOfFile: BuiltProgram.package + "/docs/tuning.md", encoding: .utf8)
        let tutorial = text.split(separator: "\n# The language\n", maxSplits: 1)[0]
        let parts = tutorial.split(separator: "\n```", omittingEmptySubsequences: false)
        for block in parts.enumerated() where block.offset % 2 == 1 {
            let lines = block.element.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
            if lines[0] == "yaml" { steps.append(.change(Array(lines.dropFirst()))) }
            if lines.dropFirst().first?.hasPrefix("$ ") == true { take(lines.dropFirst()) }
        }
    }

    private mutating func take(_ lines: ArraySlice<String>) {
        for (index, line) in zip(lines.indices, lines) where line.hasPrefix("$ ") {
            let output = lines[(index + 1)...].prefix { !$0.hasPrefix("$ ") }
            steps.append(.command(Tutorial.words(line.dropFirst(2)), Array(output)))
        }
    }

    /// As a shell parts them, quotes off.
    private static func words(_ line: Substring) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .flatMap { number, part in
                number % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
            }
    }

    /// Without the days and the numbers of rules, which are others each time.
    static func settled(_ text: String) -> [String] {
        text.replacing(/\d{4}-\d\d-\d\d/, with: "DAY").replacing(/[0-9a-f]{16}/, with: "RULES")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map(trimmed)
    }

    /// Without the spaces behind it.
    private static func trimmed(_ line: Substring) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// Whether the lines that the tutorial shows come in this order; `…` stands for any lines, or
    /// for the rest of one.
    static func agrees(_ told: [String], with shown: [String]) -> Bool {
        var rest = shown[...]
        var mayPass = false
        for line in settled(told.joined(separator: "\n")) where !line.isEmpty {
            if line == "…" {
                mayPass = true
                continue
            }
            let lines = mayPass ? rest : rest.drop(while: \.isEmpty).prefix(1)
            let place = lines.firstIndex { shown in
                line.hasSuffix("…") ? shown.hasPrefix(trimmed(line.dropLast())) : shown == line
            }
            guard let place else { return false }
            rest = shown[(place + 1)...]
            mayPass = false
        }
        return true
    }
}

/// What the editor does with the settings.
private struct Editor {
    private let folder: String

    init(_ folder: String) { self.folder = folder }

    /// `config` to `try`, and all that is in `try/.` to `config/`.
    func copy(_ source: String, to target: String) throws {
        let target = "\(folder)/\(target.hasSuffix("/") ? String(target.dropLast()) : target)"
        try? FileManager.default.removeItem(atPath: target)
        try FileManager.default.copyItem(
            atPath: "\(folder)/\(source.replacing("/.", with: ""))", toPath: target)
    }

    /// Puts a word under the head of its list, a term in place of the word before, and examples
    /// to those that are there.
    func apply(_ lines: [String]) throws {
        let path = folder + "/try/topics/technology.yaml"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let before = text
        if lines[0].contains("examples:") {
            for line in lines.dropFirst() {
                let head = line.prefix { $0 != "[" } + "["
                let examples = line.dropFirst(head.count).dropLast() + ", "
                text = text.replacing(head, with: head + examples, maxReplacements: 1)
            }
        } else if lines.count == 1 {
            text = text.replacing("      - gyropode", with: lines[0])
        } else {
            let head = lines.dropLast().joined(separator: "\n") + "\n"
            text = text.replacing(head, with: head + lines[lines.count - 1] + "\n")
        }
        #expect(text != before, "\(lines)")
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}
