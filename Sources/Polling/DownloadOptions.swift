package import News

/// How the ``Downloader`` behaves towards every host; what the settings may change of it.
package struct DownloadOptions: Sendable, Hashable {
    /// Transfers in flight at once, over all hosts.
    package var concurrency: Int
    /// Transfers in flight at once to one host name, whatever its ports.
    package var perHost: Int
    /// Seconds that a host is left alone after each answer.
    package var hostPause: Double
    /// Seconds for a whole request with its redirects; waiting for the host's turn not counted.
    package var totalTimeout: Double
    /// Seconds for name, connection and TLS together.
    package var connectTimeout: Double
    /// A transfer slower than so many bytes a second …
    package var lowSpeedLimit: Int
    /// … for so many whole seconds is ended.
    package var lowSpeedSeconds: Int
    /// Bytes of the decoded body, however it was encoded and whatever length it claimed.
    package var maximumBody: Int
    /// Bytes of all header lines of one answer.
    package var maximumHeaders: Int
    package var maximumRedirects: Int
    /// Sent with every request; see ``DownloadOptions/userAgent(version:contact:)``.
    package var userAgent: String
    /// Ranges such as `127.0.0.0/8` or `fd00::/8` that may be asked although they are not of the
    /// public internet. A range that ``IPNetwork`` cannot read allows nothing.
    package var allowedNetworks: [String]
    /// A file of PEM certificates to trust instead of the system's.
    package var caFile: String?
    /// A proxy for every request that names none of its own; nil for none, whatever the
    /// environment says.
    package var proxy: SettingSource?

    package init(
        concurrency: Int = 64, perHost: Int = 1, hostPause: Double = 1,
        totalTimeout: Double = 60, connectTimeout: Double = 20, lowSpeedLimit: Int = 100,
        lowSpeedSeconds: Int = 30, maximumBody: Int = 15 << 20, maximumHeaders: Int = 64 << 10,
        maximumRedirects: Int = 10, userAgent: String = "Marsad",
        allowedNetworks: [String] = [], caFile: String? = nil, proxy: SettingSource? = nil
    ) {
        self.concurrency = concurrency
        self.perHost = perHost
        self.hostPause = hostPause
        self.totalTimeout = totalTimeout
        self.connectTimeout = connectTimeout
        self.lowSpeedLimit = lowSpeedLimit
        self.lowSpeedSeconds = lowSpeedSeconds
        self.maximumBody = maximumBody
        self.maximumHeaders = maximumHeaders
        self.maximumRedirects = maximumRedirects
        self.userAgent = userAgent
        self.allowedNetworks = allowedNetworks
        self.caFile = caFile
        self.proxy = proxy
    }

    /// `Marsad/0.1.0 (+https://example.org/contact)`: who asks, and where to complain.
    package static func userAgent(version: String, contact: String?) -> String {
        guard let contact, !contact.isEmpty else { return "Marsad/\(version)" }
        return "Marsad/\(version) (+\(contact))"
    }
}
