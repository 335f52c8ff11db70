internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// An HTTP server on the loopback that serves given resources: for tests and the demonstration.
///
/// It listens on 127.0.0.1 on a free port, answers 304 to those who have the current body, and
/// remembers what it was asked. Its resources can be changed while it runs.
package final class Origin: Sendable {
    /// A request as it came.
    package struct Request: Sendable, Hashable {
        package var method: String
        package var path: String
        /// By lower-case name.
        package var headers: [String: String]
    }

    private let state: State
    private let server: HTTPServer
    private let running = Running()

    /// Resources by path, each beginning with a slash; any other path gets 404.
    package init(resources: [String: Resource] = [:]) throws {
        let state = State(resources)
        self.state = state
        server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
            handler: ClosureHTTPHandler { request in state.answer(request) })
    }

    /// Listens and returns the address of the root, such as `http://127.0.0.1:40123`.
    package func start() async throws -> String {
        await running.start(server)
        // Generous: on a busy machine with two cores the tasks ahead may take that long.
        try await server.waitUntilListening(timeout: 120)
        let address = await server.listeningAddress
        guard case .ip4(_, let port)? = address else {
            throw OriginError.notListening
        }
        return "http://127.0.0.1:\(port)"
    }

    package func stop() async {
        await server.stop()
        await running.end()
    }

    /// Sets, replaces or (with nil) takes away what a path answers.
    package subscript(path: String) -> Resource? {
        get { state.lock.withLock { state.resources[path] } }
        set { state.lock.withLock { state.resources[path] = newValue } }
    }

    /// All requests to a path so far, oldest first.
    package func requests(to path: String) -> [Request] {
        state.lock.withLock { state.requests.filter { $0.path == path } }
    }

    /// What handlers share; changed under its lock alone.
    private final class State: @unchecked Sendable {
        let lock = NSLock()
        var resources: [String: Resource]
        var requests: [Request] = []

        init(_ resources: [String: Resource]) { self.resources = resources }

        func answer(_ request: HTTPRequest) -> HTTPResponse {
            let headers = Dictionary(
                request.headers.map { ($0.key.rawValue.lowercased(), $0.value) },
                uniquingKeysWith: { "\($0), \($1)" })
            let seen = Request(
                method: request.method.rawValue, path: request.path, headers: headers)
            let resource = lock.withLock {
                requests.append(seen)
                return resources[request.path]
            }
            guard let resource else { return HTTPResponse(statusCode: .notFound) }
            return resource.response(to: seen)
        }
    }

    /// The task that runs the server, awaited by ``Origin/stop()``.
    private actor Running {
        private var task: Task<Void, any Error>?

        func start(_ server: HTTPServer) {
            task = Task { try await server.run() }
        }

        func end() async {
            task?.cancel()
            _ = await task?.result
            task = nil
        }
    }
}

package enum OriginError: Error, CustomStringConvertible {
    case notListening

    package var description: String { "the loopback origin does not listen" }
}

extension Resource {
    fileprivate func response(to request: Origin.Request) -> HTTPResponse {
        var fields: HTTPHeaders = [.contentType: contentType]
        for (name, value) in headers { fields[HTTPHeader(name)] = value }
        fields[.eTag] = etag
        fields[.lastModified] = lastModified
        let isUnchanged = isUnchanged(
            ifNoneMatch: request.headers["if-none-match"],
            ifModifiedSince: request.headers["if-modified-since"])
        guard !isUnchanged else {
            return HTTPResponse(statusCode: .notModified, headers: fields)
        }
        let accepted = request.headers["accept-encoding"] ?? ""
        guard isCompressed, accepted.contains("gzip") else {
            return HTTPResponse(
                statusCode: HTTPStatusCode(status, phrase: "Status"), headers: fields,
                body: Data(body))
        }
        fields[.contentEncoding] = "gzip"
        fields[HTTPHeader("Vary")] = "Accept-Encoding"
        return HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: "Status"), headers: fields,
            body: Data(Gzip.wrap(body)))
    }
}
