import Foundation

/// The openssl program, of which the tests make servers with a certificate of their own.
enum OpenSSL {
    /// To be run in a folder; it says nothing where its output is not taken.
    static func process(_ arguments: String, in folder: URL) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// Makes `key.pem` and `ca.pem`, a certificate that is its own authority and names
    /// 127.0.0.1 alone.
    static func certify(in folder: URL) throws {
        let certify = process(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem "
                + "-out ca.pem -days 30 -subj /CN=test -addext subjectAltName=IP:127.0.0.1",
            in: folder)
        try certify.run()
        certify.waitUntilExit()
    }

    /// `s_server` says `ACCEPT 127.0.0.1:40123` once it listens; what it says after that line
    /// comes back too.
    static func port(from output: FileHandle) throws -> (port: String, rest: [UInt8]) {
        var bytes: [UInt8] = []
        while true {
            let more = output.availableData
            guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
            bytes += more
            guard let start = bytes.firstRange(of: Array("ACCEPT ".utf8)),
                let end = bytes[start.upperBound...].firstIndex(of: 0x0A)
            else { continue }
            let address = String(decoding: bytes[start.upperBound..<end], as: UTF8.self)
            let port = address.split(separator: ":").last.map(String.init) ?? ""
            return (port, Array(bytes[(end + 1)...]))
        }
    }
}
