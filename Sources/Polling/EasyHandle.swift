internal import CCurl
internal import Glibc

/// One easy handle of libcurl, its header list and its error buffer; freed together.
final class EasyHandle {
    let raw: UnsafeMutableRawPointer
    private let host: String
    private let errors: UnsafeMutablePointer<CChar>
    private var headers: UnsafeMutablePointer<curl_slist>?

    init(host: String) throws(DownloadError) {
        guard let raw = curl_easy_init() else { throw .closed(host: host) }
        self.raw = raw
        self.host = host
        errors = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errors.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(raw)
        curl_slist_free_all(headers)
        errors.deallocate()
    }

    /// All that keeps a hostile or broken host from doing harm.
    func guardEverything(
        _ options: DownloadOptions, timeLeft: Double, caFile: String?
    ) throws(DownloadError) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        // Each look-up in libcurl's cache of names walks through all of it, which makes many
        // feeds quadratic; who asks a host again within the minute reuses its connection.
        try set(CURLOPT_DNS_CACHE_TIMEOUT, 0)
        // Each hop is judged by Transfer.follow.
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // A proxy of the environment would hide the addresses from the guard.
        try set(CURLOPT_PROXY, "")
        try check(curl_easy_setopt(raw, CURLOPT_CAPATH, nil as UnsafePointer<CChar>?))
        if let file = caFile ?? options.caFile { try set(CURLOPT_CAINFO, file) }
        try set(CURLOPT_TIMEOUT_MS, EasyHandle.milliseconds(timeLeft))
        try set(
            CURLOPT_CONNECTTIMEOUT_MS,
            EasyHandle.milliseconds(min(timeLeft, options.connectTimeout)))
        try set(CURLOPT_LOW_SPEED_LIMIT, options.lowSpeedLimit)
        try set(CURLOPT_LOW_SPEED_TIME, options.lowSpeedSeconds)
        // Only the honest are stopped here; the write callback counts what really comes.
        try set(CURLOPT_MAXFILESIZE, min(options.maximumBody, Int(Int32.max)))
    }

    func ask(
        _ url: String, userAgent: String, asksForEncodings: Bool, headers lines: [[UInt8]]
    ) throws(DownloadError) {
        try set(CURLOPT_URL, url)
        try set(CURLOPT_USERAGENT, userAgent)
        // An empty list means: all that this libcurl knows.
        if asksForEncodings { try set(CURLOPT_ACCEPT_ENCODING, "") }
        try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        // Without TLS nothing settles whether a connection can be shared, and a first transfer
        // that hangs would hold up all others.
        try set(CURLOPT_PIPEWAIT, url.hasPrefix("https:") ? 1 : 0)
        for line in lines {
            let longer = (line + [0]).withUnsafeBytes { bytes in
                curl_slist_append(headers, bytes.assumingMemoryBound(to: CChar.self).baseAddress)
            }
            guard let longer else { throw .closed(host: host) }
            headers = longer
        }
        try check(curl_easy_setopt(raw, CURLOPT_HTTPHEADER, headers))
    }

    /// Makes a POST of the request; libcurl keeps a copy of the body.
    func post(_ body: [UInt8]) throws(DownloadError) {
        try set(CURLOPT_POSTFIELDSIZE, body.count)
        let code = body.withUnsafeBytes { bytes in
            let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            return curl_easy_setopt(raw, CURLOPT_COPYPOSTFIELDS, text)
        }
        try check(code)
    }

    /// The transfer must live until the handle is removed from its multi handle.
    func deliver(to transfer: Transfer) throws(DownloadError) {
        let address = Unmanaged.passUnretained(transfer).toOpaque()
        let errors = UnsafeMutableRawPointer(errors)
        try check(curl_easy_setopt(raw, CURLOPT_PRIVATE, address))
        try check(curl_easy_setopt(raw, CURLOPT_ERRORBUFFER, errors))
        try check(curl_easy_setopt(raw, CURLOPT_WRITEDATA, address))
        try check(curl_easy_setopt(raw, CURLOPT_WRITEFUNCTION, tellBody))
        try check(curl_easy_setopt(raw, CURLOPT_HEADERDATA, address))
        try check(curl_easy_setopt(raw, CURLOPT_HEADERFUNCTION, tellHeader))
        try check(curl_easy_setopt(raw, CURLOPT_OPENSOCKETDATA, address))
        try check(curl_easy_setopt(raw, CURLOPT_OPENSOCKETFUNCTION, openSocket))
    }

    /// Lets the connection end with this transfer, which may be under way already.
    ///
    /// Left to itself libcurl closes connections only when its cache is full, and then walks
    /// through every host that it ever knew: thousands of feeds cost the square of their number.
    func forbidReuse() { _ = curl_easy_setopt(raw, CURLOPT_FORBID_REUSE, 1) }

    /// The status of the answer, 0 where there is none.
    var status: Int {
        var status = 0
        return curl_easy_getinfo(raw, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0
    }

    /// Where the answer points to, absolute; nil where it is no redirect.
    var redirectURL: String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_easy_getinfo(raw, CURLINFO_REDIRECT_URL, &text) == CURLE_OK, let text else {
            return nil
        }
        return String(cString: text)
    }

    /// What libcurl says of its failure, else what its result means in general.
    func message(for code: CURLcode) -> String {
        errors[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: errors)
    }

    /// The transfer that a handle delivers to; nil for a handle that ``deliver(to:)`` never saw.
    static func transfer(of raw: UnsafeMutableRawPointer) -> Transfer? {
        var address: UnsafeMutablePointer<CChar>?
        guard curl_easy_getinfo(raw, CURLINFO_PRIVATE, &address) == CURLE_OK, let address else {
            return nil
        }
        return Polling.transfer(at: UnsafeMutableRawPointer(address))
    }

    private func set(_ option: CURLoption, _ value: Int) throws(DownloadError) {
        try check(curl_easy_setopt(raw, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(DownloadError) {
        try check(curl_easy_setopt(raw, option, value))
    }

    private func check(_ code: CURLcode) throws(DownloadError) {
        guard code == CURLE_OK else {
            throw .transfer(host: host, cause: String(cString: curl_easy_strerror(code)))
        }
    }

    private static func milliseconds(_ seconds: Double) -> Int {
        max(1, Int((min(seconds, 86400) * 1000).rounded(.up)))
    }
}

private func transfer(at address: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(address).takeUnretainedValue()
}

private let tellBody: curl_write_callback = { bytes, size, count, owner in
    guard let bytes, let owner else { return 0 }
    let chunk = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer(at: owner).received(body: chunk) ? chunk.count : 0
}

private let tellHeader: curl_write_callback = { bytes, size, count, owner in
    guard let bytes, let owner else { return 0 }
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return transfer(at: owner).received(header: line) ? line.count : 0
}

/// Opens the socket itself, after a look at the very address that it will connect to.
private let openSocket: curl_opensocket_callback = { owner, _, address in
    guard let owner, let address, let target = IPAddress(address),
        transfer(at: owner).mayConnect(to: target)
    else { return CURL_SOCKET_BAD }
    let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.pointee.family, kind, address.pointee.protocol)
    if descriptor < 0, errno == EMFILE || errno == ENFILE {
        transfer(at: owner).foundNoDescriptor()
    }
    return descriptor
}

extension IPAddress {
    /// Nil for anything but IPv4 and IPv6, such as the sockets of the machine itself.
    fileprivate init?(_ address: UnsafeMutablePointer<curl_sockaddr>) {
        let memory = UnsafeRawPointer(address).advanced(
            by: MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
        switch address.pointee.family {
        case AF_INET:
            let ip = memory.loadUnaligned(as: sockaddr_in.self).sin_addr
            self.init(bytes: withUnsafeBytes(of: ip) { Array($0) })
        case AF_INET6:
            let ip = memory.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            self.init(bytes: withUnsafeBytes(of: ip) { Array($0) })
        default: return nil
        }
    }
}
