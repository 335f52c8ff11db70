/// Why a request got no answer. Each says which host, and none holds a credential.
package enum DownloadError: Error, Sendable, Hashable {
    /// Not an address that libcurl can read.
    case badAddress(host: String)
    /// Neither http nor https.
    case refusedScheme(host: String, scheme: String)
    /// Every address of the host that was tried is outside the public internet.
    case refusedAddress(host: String, address: String, kind: String)
    case dns(host: String)
    case connect(host: String, cause: String)
    case tls(host: String, cause: String)
    case timeout(host: String, seconds: Double)
    case tooSlow(host: String, bytesPerSecond: Int, seconds: Int)
    case tooLarge(host: String, limit: Int)
    case headersTooLarge(host: String, limit: Int)
    case tooManyRedirects(host: String, limit: Int)
    /// A redirect from https to http.
    case downgrade(host: String)
    /// The body is not in the encoding that its header names.
    case badEncoding(host: String, cause: String)
    /// The connection ended before the body did.
    case truncated(host: String, received: Int)
    /// The transfer broke in another way: a reset, a violation of the protocol.
    case transfer(host: String, cause: String)
    /// Not asked: the host said so, for so many seconds more, to an earlier request.
    case held(host: String, seconds: Double)
    /// This process may open no further file or socket: no fault of the host's.
    case noDescriptors(host: String)
    /// A header or a proxy whose value the settings keep elsewhere cannot be had.
    case secret(host: String, cause: String)
    case proxy(host: String, cause: String)
    case cancelled(host: String)
    /// The downloader is closed or could not be set up.
    case closed(host: String)
}

extension DownloadError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badAddress(let host): "\(host): not a web address"
        case .refusedScheme(let host, let scheme):
            "\(host): refused the scheme ‘\(scheme)’; only http and https are asked"
        case .refusedAddress(let host, let address, let kind):
            "\(host): refused its address \(address) (\(kind))"
        case .dns(let host): "\(host): no such host, or no name server answered"
        case .connect(let host, let cause): "\(host): no connection: \(cause)"
        case .tls(let host, let cause): "\(host): no secure connection: \(cause)"
        case .timeout(let host, let seconds): "\(host): no whole answer within \(spoken(seconds))"
        case .tooSlow(let host, let bytes, let seconds):
            "\(host): sent less than \(bytes) bytes a second for \(seconds) s"
        case .tooLarge(let host, let limit): "\(host): body of more than \(limit) bytes"
        case .headersTooLarge(let host, let limit):
            "\(host): headers of more than \(limit) bytes"
        case .tooManyRedirects(let host, let limit): "\(host): more than \(limit) redirects"
        case .downgrade(let host): "\(host): refused a redirect from https to http"
        case .badEncoding(let host, let cause): "\(host): body in a broken encoding: \(cause)"
        case .truncated(let host, let received):
            "\(host): connection ended in the middle of the body, after \(received) bytes"
        case .transfer(let host, let cause): "\(host): transfer broke: \(cause)"
        case .held(let host, let seconds):
            "\(host): asked not to be asked for another \(spoken(seconds))"
        case .noDescriptors(let host):
            "\(host): not asked: too many open files; raise the limit (LimitNOFILE=)"
        case .secret(let host, let cause): "\(host): not asked: \(cause)"
        case .proxy(let host, let cause): "\(host): no way through its proxy: \(cause)"
        case .cancelled(let host): "\(host): cancelled"
        case .closed(let host): "\(host): not asked, for downloading has ended"
        }
    }

    private func spoken(_ seconds: Double) -> String { Words.duration(seconds) }
}
