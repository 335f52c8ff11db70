package import News

extension FailureKind {
    /// What kind of failure it is that no answer came.
    package init(_ error: DownloadError) {
        self =
            switch error {
            case .badAddress, .refusedScheme, .refusedAddress, .secret: .address
            case .dns: .dns
            case .connect, .proxy: .connect
            case .tls: .tls
            case .timeout, .tooSlow: .timeout
            case .tooLarge, .headersTooLarge: .size
            case .badEncoding: .encoding
            case .tooManyRedirects, .downgrade: .redirect
            case .noDescriptors: .descriptors
            case .truncated, .transfer, .held, .cancelled, .closed: .transfer
            }
    }
}
