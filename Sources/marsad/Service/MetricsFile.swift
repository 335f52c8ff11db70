import Foundation
import Logging
import ServiceLifecycle
import Settings

/// Writes the metrics into a file for node_exporter's textfile collector, whole or not at all.
struct MetricsFile: Service {
    let line: LiveLine
    let desk: ControlDesk
    let clock: DaemonClock
    let log: Logger

    private static let pause = 15.0

    func run() async throws {
        var told: String?
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let file = await line.pipeline.settings.general.metrics.file
            if let file {
                let fault = MetricsFile.fault(writing: await desk.metrics(), to: file)
                if let fault, fault != told { log.error("\(fault)") }
                told = fault
            }
            let pause = file == nil ? 60 : MetricsFile.pause
            await clock.rest(pause)
        }
    }

    /// Why it could not be written. The collector passes over what does not end in .prom, so that
    /// it never sees half a file; it runs as another user, so that all may read it.
    private static func fault(writing text: String, to file: String) -> String? {
        let partial = file + ".partial"
        do {
            try Data(text.utf8).write(to: URL(filePath: partial))
        } catch {
            return "\(file): the metrics cannot be written: \(error.localizedDescription)"
        }
        chmod(partial, 0o644)
        guard rename(partial, file) == 0 else {
            return "\(file): the metrics cannot be written: \(String(cString: strerror(errno)))"
        }
        return nil
    }
}
