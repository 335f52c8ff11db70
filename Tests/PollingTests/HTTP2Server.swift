import Foundation

/// An HTTP/2 server (RFC 9113) for one connection at a time: openssl does TLS and ALPN, the
/// frames are read and written here.
///
/// It answers nothing until so many requests are open, and then the latest first: a client gets
/// its answers only where it has several requests on one connection.
final class HTTP2Server: Sendable {
    let url: String
    let caFile: String
    /// A connection begun, or a request on one.
    enum Event: Sendable, Equatable { case connected, asked(stream: Int) }
    let events: AsyncStream<Event>

    private let folder: URL
    private let server: Process
    private let told: AsyncStream<Event>.Continuation

    init(answeringAtOnce count: Int) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "h2-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try OpenSSL.certify(in: folder)
        let server = OpenSSL.process(
            "s_server -accept 127.0.0.1:0 -cert ca.pem -key key.pem -alpn h2", in: folder)
        let (input, output) = (Pipe(), Pipe())
        server.standardInput = input
        server.standardOutput = output
        try server.run()
        let (port, rest) = try OpenSSL.port(from: output.fileHandleForReading)
        url = "https://127.0.0.1:\(port)"
        caFile = folder.appending(path: "ca.pem").path
        let (events, told) = AsyncStream<Event>.makeStream()
        (self.events, self.told, self.folder, self.server) = (events, told, folder, server)
        let (reading, writing) = (output.fileHandleForReading, input.fileHandleForWriting)
        Thread {
            var connection = Connection(count: count, told: told) { writing.write(Data($0)) }
            connection.take(rest)
            while case let bytes = reading.availableData, !bytes.isEmpty {
                connection.take(Array(bytes))
            }
            told.finish()
        }.start()
    }

    func stop() {
        kill(server.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    /// The frames of the connections, one after the other.
    private struct Connection {
        let count: Int
        let told: AsyncStream<Event>.Continuation
        /// A write begins with a frame's length, whose first byte is 0: openssl would take a
        /// letter there for an order.
        let write: ([UInt8]) -> Void
        var bytes: [UInt8] = []
        var waiting: [Int] = []
        var isOpen = false

        static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

        mutating func take(_ more: [UInt8]) {
            bytes += more
            // What openssl says of a connection precedes the preface.
            if let start = bytes.firstRange(of: Connection.preface) {
                bytes.removeSubrange(..<start.upperBound)
                (isOpen, waiting) = (true, [])
                told.yield(.connected)
                write(frame(type: 4, flags: 0, stream: 0, []))
            }
            while isOpen, bytes.count >= 9 {
                let length = bytes[..<3].reduce(0) { $0 << 8 | Int($1) }
                guard bytes.count >= 9 + length else { return }
                let stream = bytes[5..<9].reduce(0) { $0 << 8 | Int($1) }
                answer(type: bytes[3], flags: bytes[4], stream, Array(bytes[9..<(9 + length)]))
                bytes.removeSubrange(..<(9 + length))
            }
        }

        private mutating func answer(
            type: UInt8, flags: UInt8, _ stream: Int, _ payload: [UInt8]
        ) {
            switch type {
            case 1:
                told.yield(.asked(stream: stream))
                waiting.append(stream)
                guard waiting.count >= count else { return }
                for stream in waiting.reversed() { write(response(stream)) }
                waiting = []
            case 4 where flags & 1 == 0: write(frame(type: 4, flags: 1, stream: 0, []))
            case 6 where flags & 1 == 0: write(frame(type: 6, flags: 1, stream: 0, payload))
            case 7: isOpen = false
            default: break
            }
        }

        /// `:status: 200` of HPACK's static table (RFC 7541 appendix A), and the stream's number
        /// as the body.
        private func response(_ stream: Int) -> [UInt8] {
            frame(type: 1, flags: 4, stream: stream, [0x88])
                + frame(type: 0, flags: 1, stream: stream, Array("\(stream)".utf8))
        }

        private func frame(
            type: UInt8, flags: UInt8, stream: Int, _ payload: [UInt8]
        ) -> [UInt8] {
            let size = payload.count
            let length = [16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
            let number = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: stream >> $0) }
            return length + [type, flags] + number + payload
        }
    }
}
