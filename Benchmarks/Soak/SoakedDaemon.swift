import Foundation
import Sockets

/// `marsad run` as a process on a fast clock, with troubles of the machine's.
final class SoakedDaemon {
    let speed: Double
    /// Lines of log in the hour without name servers; nil before it is over.
    private(set) var linesWithoutNames: Int?
    private let process = Process()
    private let folder: String
    private let state: String

    init(program: String, press: FaultyPress, speed: Double) throws {
        self.speed = speed
        folder = FileManager.default.temporaryDirectory.appending(path: "soak-\(getpid())").path
        state = folder + "/state"
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try files.copyItem(atPath: "config", toPath: folder + "/config")
        try Data(press.feeds.utf8).write(to: URL(filePath: folder + "/config/feeds.yaml"))
        let settings = """
            polling:
              allow-networks: [127.0.0.0/8]
              host-pause: 0 s
              per-host: 64
              timeout: 10 s
            log-level: notice

            """
        try Data(settings.utf8).write(to: URL(filePath: folder + "/config/marsad.yaml"))
        _ = files.createFile(atPath: folder + "/log", contents: nil)
        try Data("nameserver 127.0.0.1\n".utf8).write(to: URL(filePath: folder + "/resolv.conf"))
        _ = files.createFile(atPath: folder + "/hosts", contents: nil)
        try name(FaultyPress.names)
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments =
            ["--mount", "--map-root-user", "/bin/sh", "-c", SoakedDaemon.script, "sh", folder]
            + [program, "run", "--config", folder + "/config", "--state", state]
        process.environment = [
            "MARSAD_TESTING": "1", "MARSAD_CLOCK_SPEED": "\(speed)", "LIBDISPATCH_LOG": "NO",
            "PATH": "/usr/bin:/bin", "HOME": folder,
        ]
        process.standardError = try FileHandle(forWritingTo: URL(filePath: folder + "/log"))
        try process.run()
    }

    /// Has the program find names in a file of ours, and no name server: what stands in the file
    /// can be taken away.
    private static let script = """
        mount --bind "$1/hosts" /etc/hosts && mount --bind "$1/resolv.conf" /etc/resolv.conf \
        && shift && exec "$@"
        """

    /// The hosts that are found from now on; in the very file that the program sees.
    private func name(_ hosts: [String]) throws {
        let file = try FileHandle(forWritingTo: URL(filePath: folder + "/hosts"))
        try file.truncate(atOffset: 0)
        let lines = (["localhost"] + hosts).map { "127.0.0.1 \($0)\n" }
        try file.write(contentsOf: Data(lines.joined().utf8))
        try file.close()
    }

    var lines: Int { log.split(separator: "\n").count }

    var log: String { (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "" }

    /// What befalls the machine at that moment. Each hour ends with four minutes in which no poll
    /// begins: at that speed the daemon would never be at rest, and what it keeps for good could
    /// not be told from what work holds for a moment.
    func trouble(hour: Int, part: Int) throws {
        if part == 56 { _ = ask(#"{"command":"pause"}"#) }
        if part == 0 { _ = ask(#"{"command":"resume"}"#) }
        switch (hour, part) {
        // For ten minutes there is no descriptor left.
        case (4, 10), (14, 10): try limitDescriptors(to: descriptors)
        case (4, 20), (14, 20): try limitDescriptors(to: 1_024)
        // For an hour no name is found.
        case (5, 0):
            try name([])
            linesWithoutNames = lines
        case (6, 0):
            linesWithoutNames = linesWithoutNames.map { lines - $0 }
            try name(FaultyPress.names)
        // The clock is set, and set right again.
        case (7, 0), (18, 0): _ = ask(#"{"command":"clock","seconds":31622400}"#)
        case (7, 30), (18, 30): _ = ask(#"{"command":"clock","seconds":-31622400}"#)
        // An administrator at work.
        case (_, 40): kill(process.processIdentifier, SIGUSR1)
        case (_, 50): kill(process.processIdentifier, SIGHUP)
        case (10, 55): _ = ask(#"{"command":"compact"}"#)
        default: break
        }
    }

    /// Nil where it is gone.
    func look() -> Look? {
        guard process.isRunning else { return nil }
        let status = text("/proc/\(process.processIdentifier)/status")
        return Look(
            resident: field("VmRSS", status), own: field("RssAnon", status),
            descriptors: descriptors, threads: field("Threads", status))
    }

    func sample(hour: Int, _ looks: [Look]) -> Sample {
        let live = ask(#"{"command":"status"}"#)?["status"] as? [String: Any]
        let about = live?["live"] as? [String: Any]
        let polls = about?["polls"] as? [String: Int] ?? [:]
        return Sample(
            hour: hour, resident: looks.least(\.resident), own: looks.least(\.own),
            most: looks.map(\.resident).max() ?? 0, descriptors: looks.least(\.descriptors),
            threads: looks.least(\.threads),
            polls: polls.values.reduce(0, +), failed: polls["failed"] ?? 0,
            archive: (live?["archive_bytes"] as? Int ?? 0) / 1024)
    }

    /// Its exit code.
    func end() async -> Int32 {
        process.terminate()
        while process.isRunning { try? await Task.sleep(for: .milliseconds(50)) }
        try? FileManager.default.removeItem(atPath: folder)
        return process.terminationStatus
    }

    private var descriptors: Int {
        let path = "/proc/\(process.processIdentifier)/fd"
        return (try? FileManager.default.contentsOfDirectory(atPath: path).count) ?? 0
    }

    private func field(_ name: String, _ status: String) -> Int {
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }

    private func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }

    /// By prlimit(1): the call itself is hidden from Swift.
    private func limitDescriptors(to count: Int) throws {
        let limit = Process()
        limit.executableURL = URL(filePath: "/usr/bin/prlimit")
        limit.arguments = ["--pid", "\(process.processIdentifier)", "--nofile=\(count):"]
        try limit.run()
        limit.waitUntilExit()
    }

    /// One line to its control socket, one back; nil where it does not answer.
    private func ask(_ request: String) -> [String: Any]? {
        guard let descriptor = try? UnixSocket.connect(to: state + "/control.sock") else {
            return nil
        }
        defer { close(descriptor) }
        let line = request + "\n"
        guard write(descriptor, line, line.utf8.count) == line.utf8.count else { return nil }
        var heard = Data()
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while heard.last != 0x0A {
            let count = read(descriptor, &bytes, bytes.count)
            guard count > 0 else { return nil }
            heard.append(contentsOf: bytes[..<count])
        }
        return try? JSONSerialization.jsonObject(with: heard) as? [String: Any]
    }
}
