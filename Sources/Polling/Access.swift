internal import Foundation
package import News

extension DownloadRequest {
    /// The request made as the settings say for its feed: with headers and proxy from where
    /// they lie, which is looked up now, so that a changed secret counts at the next request.
    ///
    /// Headers go to the host of the settings' own address alone, and in the clear only where
    /// that address is: neither an adopted address, an article's nor a redirect carries them
    /// elsewhere.
    ///
    /// - Throws: ``DownloadError/secret(host:cause:)`` where a value cannot be had; never with
    ///   the value.
    package func made(
        as feed: Feed, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(DownloadError) -> DownloadRequest {
        guard let access = feed.access else { return self }
        let host = WebAddress.shownHost(of: url)
        var made = self
        made.caFile = access.caFile ?? caFile
        if let proxy = access.proxy {
            made.proxy = try proxy.value(for: "the proxy", host, environment)
        }
        let isSecured = url.lowercased().hasPrefix("https:") || feed.url.hasPrefix("http:")
        guard isSecured, host == WebAddress.shownHost(of: feed.url) else { return made }
        for (name, source) in access.headers {
            made.headers[name] = try source.value(for: "the header ‘\(name)’", host, environment)
        }
        return made
    }
}

extension DownloadRequest {
    /// The request through the proxy that all go through, unless it names one of its own.
    func made(
        by options: DownloadOptions,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(DownloadError) -> DownloadRequest {
        guard proxy == nil, let common = options.proxy else { return self }
        var made = self
        made.proxy = try common.value(for: "the proxy", WebAddress.shownHost(of: url), environment)
        return made
    }
}

extension SettingSource {
    fileprivate func value(
        for use: String, _ host: String, _ environment: [String: String]
    ) throws(DownloadError) -> String {
        switch self {
        case .text(let text): return text
        case .environment(let name):
            guard let value = environment[name], !value.isEmpty else {
                let cause = "\(use) is to come from the variable \(name), which is not set"
                throw .secret(host: host, cause: cause)
            }
            return value
        case .file(let path):
            guard let data = FileManager.default.contents(atPath: path),
                let line = String(bytes: data, encoding: .utf8)?
                    .trimmingCharacters(in: .newlines), !line.isEmpty
            else {
                let cause = "\(use) is to come from \(path), which cannot be read"
                throw .secret(host: host, cause: cause)
            }
            return line
        }
    }
}
