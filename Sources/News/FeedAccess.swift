/// How a feed is reached, as the settings say: through what, trusting whom, with which headers.
///
/// It names where secrets are to be had, and never holds one.
package struct FeedAccess: Sendable, Hashable, Codable {
    /// Values of further header fields, by name.
    package var headers: [String: SettingSource]
    /// The address of a proxy: `http://proxy.example:3128`, `socks5h://127.0.0.1:9050`.
    package var proxy: SettingSource?
    /// A file of PEM certificates to trust instead of the system's.
    package var caFile: String?

    package init(
        headers: [String: SettingSource] = [:], proxy: SettingSource? = nil,
        caFile: String? = nil
    ) {
        self.headers = headers
        self.proxy = proxy
        self.caFile = caFile
    }
}

/// Where a value comes from that may be a secret.
package enum SettingSource: Sendable, Hashable, Codable {
    /// The value itself, which is none.
    case text(String)
    /// A variable of the environment, by name.
    case environment(String)
    /// A file, by path; without the line break at its end.
    case file(String)
}

/// When the page of an item is asked for, to have the whole text: only of items that may match.
package enum FullText: String, Sendable, Hashable, Codable, CaseIterable {
    case never
    /// Where the feed gives but a teaser.
    case whenShort = "when-short"
    case always
}
