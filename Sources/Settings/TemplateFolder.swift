import Digests
import Extraction
import Foundation

/// Reads `config/templates/`: templates of digests in place of the program's own.
struct TemplateFolder {
    /// Nil, for the program's own, where there is no folder, or nothing in it.
    let templates: Templates?

    init(_ path: String, problems: ProblemList) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var texts: [String: String] = [:]
        for name in names.sorted() where !name.hasPrefix(".") && !name.hasSuffix("~") {
            let place = SettingsPlace(file: "\(path)/\(name)")
            guard TemplateFolder.kinds.contains((name as NSString).pathExtension) else {
                problems.add("a template is called .html, .css, .md or .txt", at: place)
                continue
            }
            guard let data = FileManager.default.contents(atPath: place.file),
                let text = String(validating: data, as: UTF8.self)
            else {
                problems.add("cannot be read as UTF-8", at: place)
                continue
            }
            texts[name] = text
        }
        guard !texts.isEmpty else {
            templates = nil
            return
        }
        var found: [TemplateProblem] = []
        templates = Templates(replacing: texts, &found)
        problems.add(found.map { TemplateFolder.problem($0, in: path) })
    }

    private static let kinds: Set = ["html", "css", "md", "txt"]

    private static func problem(_ found: TemplateProblem, in path: String) -> SettingsProblem {
        let hint = Suggestion.question(for: found.unknown ?? "", among: found.known)
        return SettingsProblem(
            found.message + hint,
            at: SettingsPlace(
                file: "\(path)/\(found.template)", line: found.line, column: found.column))
    }
}
