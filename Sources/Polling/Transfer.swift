internal import CCurl

/// One request on its way: an easy handle, what has come of the answer, and who waits for it.
///
/// Owned by the curl thread alone. A class because libcurl's callbacks need its address.
final class Transfer {
    typealias Reply = CheckedContinuation<Result<DownloadResponse, DownloadError>, Never>

    let id: Int
    let request: DownloadRequest
    var address: WebAddress
    /// Set when the transfer takes its host's turn.
    var isActive = false
    /// Set where nobody else waits for the host, whose connection then ends with the answer.
    var isLastForHost = false
    /// When the first hop began; nil while it waits for its first turn.
    var started: ContinuousClock.Instant?
    private(set) var redirects: [DownloadResponse.Redirect] = []

    private let options: DownloadOptions
    private let addressGuard: AddressGuard
    private let reply: Reply
    /// Where a document's bytes go as they come; nil to gather them.
    private let parts: AsyncStream<BodyPart>.Continuation?
    private let firstHost: String
    private var handle: EasyHandle?
    private var asksForEncodings = true
    /// What was wrong with an encoded body that is now asked for plain.
    private var encodingFault: String?
    private var answer = Answer()

    /// What has come of one hop.
    struct Answer {
        var headers: [String: String] = [:]
        var headerBytes = 0
        /// What was not given out in parts.
        var body: [UInt8] = []
        /// All bytes so far, given out or not.
        var length = 0
        /// Of what was given out in parts, where anything was.
        var given: BodyHash?
        var start: [UInt8] = []
        var overflow: Overflow?
        var refused: (address: String, kind: String)?
        var lacksDescriptors = false
    }

    enum Overflow { case headers, body }

    init(
        id: Int, request: DownloadRequest, address: WebAddress, options: DownloadOptions,
        addressGuard: AddressGuard, parts: AsyncStream<BodyPart>.Continuation?, reply: Reply
    ) {
        self.id = id
        self.request = request
        self.address = address
        self.options = options
        self.addressGuard = addressGuard
        self.parts = parts
        self.reply = reply
        firstHost = address.host
    }

    /// Sets a handle up for the hop at ``address`` and returns what to add to the multi handle.
    func begin(at now: ContinuousClock.Instant) throws(DownloadError) -> UnsafeMutableRawPointer {
        let start = started ?? now
        started = start
        let left = options.totalTimeout - (now - start).seconds
        guard left > 0 else {
            throw .timeout(host: address.host, seconds: options.totalTimeout)
        }
        answer = Answer()
        try refuseInside()
        let handle = try EasyHandle(host: address.host)
        self.handle = handle
        try handle.guardEverything(
            options, timeLeft: left, caFile: request.caFile, proxy: request.proxy)
        try handle.ask(
            address.text, userAgent: options.userAgent, asksForEncodings: asksForEncodings,
            headers: request.headerLines(withSecrets: address.host == firstHost))
        if let body = request.body { try handle.post(body) }
        try handle.deliver(to: self)
        return handle.raw
    }

    /// A proxy connects in our place, unseen by the guard: an address that is written out is
    /// judged before. Names are the proxy's to resolve and to refuse.
    private func refuseInside() throws(DownloadError) {
        guard request.proxy != nil, let target = IPAddress(address.host),
            let kind = addressGuard.refusal(of: target)
        else { return }
        throw .refusedAddress(host: address.host, address: target.description, kind: kind)
    }

    /// Frees the handle, which must have been removed from the multi handle before.
    func release() { handle = nil }

    var raw: UnsafeMutableRawPointer? { handle?.raw }

    /// Whether somebody takes its document in parts, and says when it is dealt with.
    var isGivenOut: Bool { parts != nil }

    func finish(_ result: Result<DownloadResponse, DownloadError>) {
        handle = nil
        parts?.finish()
        reply.resume(returning: result)
    }

    /// What the end of a hop leads to.
    enum Next {
        case done(Result<DownloadResponse, DownloadError>)
        /// The same address again, without asking for encodings.
        case again
        /// ``address`` is another one now.
        case elsewhere
    }

    /// Judges a hop that ended with a result of libcurl.
    func end(_ code: CURLcode, at now: ContinuousClock.Instant) -> Next {
        guard code == CURLE_OK else {
            if code == CURLE_BAD_CONTENT_ENCODING, asksForEncodings {
                asksForEncodings = false
                encodingFault = handle?.message(for: code)
                return .again
            }
            return .done(.failure(error(for: code)))
        }
        guard let handle else { return .done(.failure(.closed(host: address.host))) }
        if let encodingFault, Transfer.looksCompressed(answer.start) {
            return .done(.failure(.badEncoding(host: address.host, cause: encodingFault)))
        }
        do throws(DownloadError) {
            if let location = handle.redirectURL {
                try follow(location, status: handle.status)
                return .elsewhere
            }
        } catch {
            return .done(.failure(error))
        }
        if parts != nil, Transfer.isDocument(handle.status) { giveOut() }
        return .done(.success(response(from: handle, at: now)))
    }

    private static func isDocument(_ status: Int) -> Bool { status == 200 || status == 226 }

    private func follow(_ location: String, status: Int) throws(DownloadError) {
        guard redirects.count < options.maximumRedirects else {
            throw .tooManyRedirects(host: address.host, limit: options.maximumRedirects)
        }
        let target = try WebAddress(location)
        if address.scheme == "https", target.scheme == "http" {
            throw .downgrade(host: address.host)
        }
        redirects.append(.init(status: status, location: target.text))
        address = target
        asksForEncodings = true
        encodingFault = nil
    }

    /// True for gzip's and zstd's first bytes: the host compresses whether asked to or not.
    private static func looksCompressed(_ body: [UInt8]) -> Bool {
        body.starts(with: [0x1F, 0x8B]) || body.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    }

    private func response(
        from handle: EasyHandle, at now: ContinuousClock.Instant
    ) -> DownloadResponse {
        var response = DownloadResponse(
            status: handle.status, effectiveURL: address.text, redirects: redirects,
            headers: answer.headers, body: answer.body,
            seconds: started.map { (now - $0).seconds } ?? 0)
        response.parts = answer.given
        return response
    }

    /// Gives out what has been gathered, its head before the first of it.
    private func giveOut() {
        guard let parts, let handle else { return }
        if answer.given == nil {
            let head = DownloadResponse(
                status: handle.status, effectiveURL: address.text, redirects: redirects,
                headers: answer.headers)
            parts.yield(.head(head))
        }
        var given = answer.given ?? BodyHash()
        answer.body.withUnsafeBytes { given.take($0) }
        answer.given = given
        if !answer.body.isEmpty { parts.yield(.bytes(answer.body)) }
        answer.body = []
    }

    /// Whether libcurl fails so where a file or a socket could not be opened, among other causes.
    private static func wantsDescriptors(_ code: CURLcode) -> Bool {
        [
            CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
            CURLE_SSL_CACERT_BADFILE,
        ].contains(code)
    }

    private func error(for code: CURLcode) -> DownloadError {
        let host = address.host
        let cause = handle?.message(for: code) ?? "unknown"
        if answer.lacksDescriptors { return .noDescriptors(host: host) }
        if let refused = answer.refused, code == CURLE_COULDNT_CONNECT {
            return .refusedAddress(host: host, address: refused.address, kind: refused.kind)
        }
        if Transfer.wantsDescriptors(code), Descriptors.areShort {
            return .noDescriptors(host: host)
        }
        switch (answer.overflow, code) {
        case (.headers?, _): return .headersTooLarge(host: host, limit: options.maximumHeaders)
        case (.body?, _), (_, CURLE_FILESIZE_EXCEEDED):
            return .tooLarge(host: host, limit: options.maximumBody)
        default: break
        }
        switch code {
        case CURLE_URL_MALFORMAT: return .badAddress(host: host)
        case CURLE_COULDNT_RESOLVE_HOST: return .dns(host: host)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY:
            return .proxy(host: host, cause: cause)
        case CURLE_COULDNT_CONNECT: return .connect(host: host, cause: cause)
        case CURLE_OPERATION_TIMEDOUT where cause.hasPrefix("Operation too slow"):
            return .tooSlow(
                host: host, bytesPerSecond: options.lowSpeedLimit,
                seconds: options.lowSpeedSeconds)
        // Where packets are dropped on the way, nobody says that there is none.
        case CURLE_OPERATION_TIMEDOUT where cause.hasPrefix("Resolving"): return .dns(host: host)
        case CURLE_OPERATION_TIMEDOUT
        where cause.hasPrefix("Connection") || cause.hasPrefix("Failed to connect"):
            let seconds = min(options.connectTimeout, options.totalTimeout)
            return .connect(host: host, cause: "nobody answered in \(Words.duration(seconds))")
        case CURLE_OPERATION_TIMEDOUT:
            return .timeout(host: host, seconds: options.totalTimeout)
        case CURLE_BAD_CONTENT_ENCODING: return .badEncoding(host: host, cause: cause)
        case CURLE_PARTIAL_FILE: return .truncated(host: host, received: answer.length)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS:
            return .tls(host: host, cause: cause)
        default: return .transfer(host: host, cause: cause)
        }
    }
}

// MARK: what libcurl's callbacks tell

extension Transfer {
    /// False where the decoded body has grown beyond the cap, which ends the transfer.
    func received(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard answer.length + bytes.count <= options.maximumBody else {
            answer.overflow = .body
            answer.body = []
            return false
        }
        if answer.start.isEmpty { answer.start = Array(bytes.prefix(4)) }
        answer.length += bytes.count
        if answer.body.isEmpty {
            let announced = answer.headers["content-length"].flatMap { Int($0) } ?? 0
            let room = min(max(announced, 4 * bytes.count), Transfer.partSize + (16 << 10))
            answer.body.reserveCapacity(room)
        }
        answer.body.append(contentsOf: bytes)
        if parts != nil, answer.body.count >= Transfer.partSize, let handle,
            Transfer.isDocument(handle.status)
        {
            giveOut()
        }
        return true
    }

    /// Bytes that are given out together: fewer would cost more hand-overs than they are worth.
    private static let partSize = 64 << 10

    /// False where the headers have grown beyond the cap. The lines of an interim answer (1xx)
    /// are forgotten when the next status line comes.
    func received(header bytes: UnsafeRawBufferPointer) -> Bool {
        answer.headerBytes += bytes.count
        guard answer.headerBytes <= options.maximumHeaders else {
            answer.overflow = .headers
            return false
        }
        if bytes.starts(with: "HTTP/".utf8) {
            answer.headers = [:]
            if isLastForHost, let status = HeaderLine.status(bytes),
                status / 100 != 1, status / 100 != 3 || status == 304
            {
                handle?.forbidReuse()
            }
        } else if let (name, value) = HeaderLine.parse(bytes) {
            let known = answer.headers[name]
            answer.headers[name] = known.map { "\($0), \(value)" } ?? value
        }
        return true
    }

    /// True where a socket to that address may be opened.
    func mayConnect(to address: IPAddress) -> Bool {
        guard let kind = addressGuard.refusal(of: address) else { return true }
        answer.refused = (address.description, kind)
        return false
    }

    /// The process has as many files and sockets open as it may.
    func foundNoDescriptor() { answer.lacksDescriptors = true }
}

/// A header line as bytes; its text has a scalar for each byte (ISO 8859-1).
enum HeaderLine {
    static func parse(_ bytes: UnsafeRawBufferPointer) -> (name: String, value: String)? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
        let name = text(bytes[..<colon]).lowercased()
        return (name, text(bytes[(colon + 1)...]))
    }

    /// Of a status line: `HTTP/1.1 200 OK`, `HTTP/2 200`.
    static func status(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let space = bytes.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        return Int(String(decoding: bytes[(space + 1)...].prefix(3), as: UTF8.self))
    }

    private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
        let trimmed = bytes.drop(while: isBlank)
        let end = trimmed.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? trimmed.startIndex
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: trimmed[..<end].map { Unicode.Scalar($0) })
        return String(scalars)
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
