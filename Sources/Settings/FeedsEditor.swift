import Extraction
import Foundation
package import News
import Yams

/// Edits `feeds.yaml` where it lies: lines of feeds come and go, and all else that a person
/// wrote there, comments, order and spacing, stays as it is.
///
/// What an edit would leave is read back before it takes the file's place: a file that could
/// not be read any more, or that said anything else than it should, is never written.
package struct FeedsEditor {
    /// Those subscribed to, in the file's order.
    package private(set) var feeds: [Feed]
    private let path: String
    private var lines: YAMLLines

    /// - Parameter folder: the settings folder.
    /// - Throws: `SettingsError` with all that is wrong with the file.
    package init(_ folder: String) throws(SettingsError) {
        path = folder + "/feeds.yaml"
        feeds = try FeedsEditor.feeds(in: path)
        let data = FileManager.default.contents(atPath: path) ?? Data()
        lines = YAMLLines(String(decoding: data, as: UTF8.self))
    }

    /// Adds a line for each feed behind the last. A feed whose id is taken gets another;
    /// `access` is not written.
    ///
    /// - Returns: the feeds as they are subscribed to.
    @discardableResult
    package mutating func add(_ new: [Feed]) throws(SettingsError) -> [Feed] {
        let added = withOwnIDs(new)
        guard !added.isEmpty else { return [] }
        try lines.append(added.map(FeedsEditor.line), in: path)
        feeds += added
        return added
    }

    /// Takes a feed's lines out; false where there is none of that id.
    package mutating func remove(_ id: String) throws(SettingsError) -> Bool {
        guard let index = feeds.firstIndex(where: { $0.id == id }) else { return false }
        try lines.remove(index, in: path)
        feeds.remove(at: index)
        return true
    }

    /// Puts the file in its former one's place, whole, with the rights that that had.
    package func write() throws(SettingsError) {
        let place = URL(filePath: path).resolvingSymlinksInPath().path
        let draft = place + ".\(getpid()).tmp"
        defer { unlink(draft) }
        try write(lines.text, to: draft, like: place)
        guard (try? FeedsEditor.feeds(in: draft)) == feeds else {
            throw FeedsEditor.error(
                "cannot be edited by a program as it is written; edit it by hand", path)
        }
        guard rename(draft, place) == 0 else {
            throw FeedsEditor.error("cannot be written: \(String(cString: strerror(errno)))", path)
        }
    }

    private func write(
        _ text: String, to draft: String, like place: String
    ) throws(SettingsError) {
        var former = stat()
        let mode = stat(place, &former) == 0 ? former.st_mode & 0o7777 : 0o644
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            throw FeedsEditor.error("cannot be written: \(String(cString: strerror(errno)))", path)
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            fchmod(descriptor, mode)
            // Only root may give a file away; for others it is theirs already, or stays so.
            _ = fchown(descriptor, former.st_uid, former.st_gid)
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
        } catch {
            throw FeedsEditor.error("cannot be written: \(error.localizedDescription)", path)
        }
    }

    private static func feeds(in path: String) throws(SettingsError) -> [Feed] {
        let problems = ProblemList()
        let feeds = FeedsFile(path, problems: problems).feeds
        guard problems.problems.isEmpty else { throw SettingsError(problems: problems.problems) }
        return feeds
    }

    static func error(_ message: String, _ path: String, line: Int = 0) -> SettingsError {
        let place = SettingsPlace(file: path, line: line, column: line > 0 ? 1 : 0)
        return SettingsError(problems: [SettingsProblem(message, at: place)])
    }

    private func withOwnIDs(_ new: [Feed]) -> [Feed] {
        var taken = Set(feeds.map(\.id))
        return new.map { feed in
            var feed = feed
            var number = 2
            while !taken.insert(feed.id).inserted {
                feed.id = "\(FeedsFile.id(of: feed.url))-\(number)"
                number += 1
            }
            return feed
        }
    }

    // MARK: A feed as a line

    /// `{url: "https://…", name: "…", language: "ar"}`, without what goes without saying.
    private static func line(_ feed: Feed) -> String {
        var fields = ["url: \(quoted(feed.url))"]
        let usualID = FeedsFile.id(of: feed.url)
        if feed.id != usualID { fields.append("id: \(quoted(feed.id))") }
        if feed.name != feed.id { fields.append("name: \(quoted(feed.name))") }
        if let language = feed.language { fields.append("language: \(quoted(language))") }
        if feed.country != "MA" { fields.append("country: \(quoted(feed.country))") }
        if !feed.tags.isEmpty {
            fields.append("tags: [\(feed.tags.map(quoted).joined(separator: ", "))]")
        }
        if !feed.enabled { fields.append("enabled: false") }
        return "{\(fields.joined(separator: ", "))}"
    }

    /// As YAML's double quotes have it; what they need not escape stays readable.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text)
            && !text.hasPrefix("-")
        guard !isPlain else { return text }
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": return "\\\""
            case "\\": return "\\\\"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                return "\\x" + (digits.count < 2 ? "0" : "") + digits
            default: return String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
