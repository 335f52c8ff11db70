import Foundation
import News
import Yams

/// Reads how a feed, or every one, is reached: `headers`, `proxy`, `ca-file`.
///
/// A secret has no place in the settings, which are shown, copied and kept with others': values
/// come from a variable of the environment or from a file.
struct FeedAccessReader {
    let fields: Fields

    /// Nil where the feed is reached in the usual way.
    func read() -> FeedAccess? {
        let access = FeedAccess(headers: headers(), proxy: proxy(), caFile: path("ca-file"))
        return access == FeedAccess() ? nil : access
    }

    private func headers() -> [String: SettingSource] {
        guard let named = fields.fields("headers") else { return [:] }
        var headers: [String: SettingSource] = [:]
        for name in named.keys {
            guard let node = named.node(name) else { continue }
            if let complaint = FeedAccessReader.complaint(ofHeader: name) {
                named.complain(complaint, at: node)
            }
            if node.scalar != nil {
                named.complain(
                    "the value of a header may be a secret: write {env: VARIABLE} or {file: PATH}",
                    at: node)
            } else {
                headers[name] = source(named.fields(of: node))
            }
        }
        return headers
    }

    /// What the engine says itself, and what it never says.
    private static func complaint(ofHeader name: String) -> String? {
        let reserved: Set = [
            "a-im", "accept-encoding", "connection", "content-length", "cookie", "host", "referer",
            "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
        ]
        let lower = name.lowercased()
        if reserved.contains(lower) || lower.hasPrefix("if-") {
            return "the header ‘\(name)’ is not for the settings to say"
        }
        let isToken = name.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
        }
        return isToken ? nil : "‘\(name)’ is no name of a header"
    }

    func proxy() -> SettingSource? {
        guard let node = fields.node("proxy") else { return nil }
        guard let text = node.scalar?.string else { return source(fields.fields(of: node)) }
        let schemes = ["http://", "https://", "socks5://", "socks5h://"]
        if !schemes.contains(where: text.hasPrefix) {
            fields.complain(
                "‘proxy’ wants an address such as http://proxy.example:3128 or "
                    + "socks5h://127.0.0.1:9050", at: node)
        }
        if text.contains("@") {
            fields.complain(
                "a proxy's password has no place in the settings: write {env: VARIABLE} or "
                    + "{file: PATH}, which gives the whole address", at: node)
        }
        return .text(text)
    }

    private func source(_ fields: Fields) -> SettingSource? {
        let variable = fields.string("env")
        let file = path("file", of: fields)
        let strange = fields.refuseOthers()
        switch (variable, file) {
        case (let variable?, nil): return .environment(variable)
        case (nil, let file?): return .file(file)
        default:
            if strange == 0 { fields.complain("one of ‘env’ and ‘file’ is wanted here") }
            return nil
        }
    }

    func path(_ key: String, of other: Fields? = nil) -> String? {
        let fields = other ?? fields
        guard let path = fields.string(key) else { return nil }
        if !path.hasPrefix("/") { fields.complain("‘\(key)’ wants a whole path", key: key) }
        return path
    }
}
