import Foundation
import Testing

@testable import Polling

/// A TLS server of the openssl program with a certificate of its own making: each answer is a
/// file with its status line and headers.
final class TLSServer: Sendable {
    let url: String
    /// The certificate, which is its own authority; it names 127.0.0.1 alone.
    let caFile: String
    private let folder: URL
    private let server: Process

    private init(answers: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in answers {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try OpenSSL.certify(in: folder)
        let server = OpenSSL.process(
            "s_server -accept 127.0.0.1:0 -cert ca.pem -key key.pem -HTTP", in: folder)
        let output = Pipe()
        server.standardOutput = output
        try server.run()
        let (port, _) = try OpenSSL.port(from: output.fileHandleForReading)
        url = "https://127.0.0.1:\(port)"
        caFile = folder.appending(path: "ca.pem").path
        (self.folder, self.server) = (folder, server)
    }

    /// Runs a body with a server of these answers, and stops it whatever happens.
    static func run<Result: Sendable>(
        _ answers: [String: String], _ body: (TLSServer) async throws -> Result
    ) async throws -> Result {
        let server = try TLSServer(answers: answers)
        defer { server.stop() }
        return try await body(server)
    }

    /// Not SIGTERM: the program inherits the signal mask of the thread that started it.
    private func stop() {
        kill(server.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }
}

@Suite struct TLSTests {
    static let answers = [
        "feed": "HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss/>",
        "down": "HTTP/1.0 301 Moved\r\nLocation: http://127.0.0.1:1/feed\r\n\r\n",
    ]

    @Test func `a certificate is trusted by the file that is named for it`() async throws {
        try await TLSServer.run(TLSTests.answers) { server in
            let request = DownloadRequest(url: server.url + "/feed", caFile: server.caFile)
            let response = try await withDownloader { try await $0.fetch(request) }
            #expect(response.body == Array("<rss/>".utf8))
            let options = DownloadOptions.loopback { $0.caFile = server.caFile }
            let again = try await withDownloader(options) {
                try await $0.fetch(DownloadRequest(url: server.url + "/feed"))
            }
            #expect(again.status == 200)
        }
    }

    @Test(arguments: [
        ("127.0.0.1", false, "127.0.0.1: no secure connection: SSL certificate problem: "),
        ("localhost", true, "localhost: no secure connection: SSL: no alternative certificate "),
    ])
    func `a certificate that is not to be trusted ends the request`(
        host: String, isKnown: Bool, complaint: String
    ) async throws {
        try await TLSServer.run(TLSTests.answers) { server in
            let url = server.url.replacing("127.0.0.1", with: host) + "/feed"
            let request = DownloadRequest(url: url, caFile: isKnown ? server.caFile : nil)
            let error = try await withDownloader { await failure(of: request, with: $0) }
            #expect(error?.description.hasPrefix(complaint) == true, "\(String(describing: error))")
        }
    }

    @Test func `no redirect leads from https to http`() async throws {
        try await TLSServer.run(TLSTests.answers) { server in
            let request = DownloadRequest(url: server.url + "/down", caFile: server.caFile)
            let error = try await withDownloader { await failure(of: request, with: $0) }
            #expect(error == .downgrade(host: "127.0.0.1"))
        }
    }

    @Test func `a file of certificates that is not there is told`() async throws {
        try await TLSServer.run(TLSTests.answers) { server in
            let request = DownloadRequest(url: server.url + "/feed", caFile: "/nowhere.pem")
            let error = try await withDownloader { await failure(of: request, with: $0) }
            #expect(
                error?.description == "127.0.0.1: no secure connection: "
                    + "error setting certificate file: /nowhere.pem")
        }
    }
}
