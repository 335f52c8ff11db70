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
        let certify = TLSServer.openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem "
                + "-out ca.pem -days 30 -subj /CN=test -addext subjectAltName=IP:127.0.0.1",
            in: folder)
        try certify.run()
        certify.waitUntilExit()
        let server = TLSServer.openssl(
            "s_server -accept 127.0.0.1:0 -cert ca.pem -key key.pem -HTTP", in: folder)
        let output = Pipe()
        server.standardOutput = output
        try server.run()
        url = "https://127.0.0.1:\(try TLSServer.port(from: output.fileHandleForReading))"
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

    private static func openssl(_ arguments: String, in folder: URL) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// It says `ACCEPT 127.0.0.1:40123` once it listens.
    private static func port(from output: FileHandle) throws -> Substring {
        var text = ""
        while true {
            let bytes = output.availableData
            guard !bytes.isEmpty else { throw CocoaError(.fileReadUnknown) }
            text += String(decoding: bytes, as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            guard let line = lines.first(where: { $0.hasPrefix("ACCEPT ") }) else { continue }
            return line[line.index(after: line.lastIndex(of: ":") ?? line.startIndex)...]
        }
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
