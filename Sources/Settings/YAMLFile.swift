import Extraction
import Foundation
import Yams

/// A YAML file as read, with the places of its nodes.
struct YAMLFile {
    /// The path as shown in complaints.
    let path: String
    let root: Node?

    /// Reads and parses; a file that cannot be read or parsed becomes a problem.
    init(_ path: String, problems: ProblemList) {
        self.path = path
        let file = SettingsPlace(file: path)
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            problems.add(YAMLFile.cause(error), at: file)
            root = nil
            return
        }
        guard let text = String(data: data, encoding: .utf8) else {
            problems.add("is not UTF-8 text", at: file)
            root = nil
            return
        }
        do {
            // Every reader knows what type it wants: to guess types takes a fifth of the time.
            root = try Yams.compose(yaml: text, .basic)
        } catch {
            problems.add(YAMLFile.message(error), at: YAMLFile.place(error, path))
            root = nil
        }
    }

    /// Why a file cannot be read, and what to do.
    private static func cause(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile?, .fileNoSuchFile?:
            "there is no such file; copy it from Marsad's own config folder, or write one"
        case .fileReadNoPermission?: "may not be read by this user; give it the right to"
        default: "cannot be read: \((error as NSError).localizedDescription)"
        }
    }

    private static func message(_ error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
            .composer(let context, let problem, _, _):
            let around = context.map { " \($0.text)" } ?? ""
            return "is not YAML: \(problem)\(around)"
        case .duplicatedKeysInMapping(let duplicates, _):
            return
                "has the same key twice: \(duplicates.joined(separator: ", "))"
        default: return "is not YAML: \(error)"
        }
    }

    private static func place(_ error: any Error, _ path: String) -> SettingsPlace {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            SettingsPlace(file: path, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(_, let context):
            SettingsPlace(file: path, line: context.mark.line, column: context.mark.column)
        default: SettingsPlace(file: path)
        }
    }
}
