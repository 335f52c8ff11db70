import ArgumentParser
import Foundation
import Settings
import Storage

/// `marsad digest --due`.
extension WriteDigest {
    /// What --due leaves to the settings.
    func checkDue() throws {
        let others = [
            ("--period", period != nil), ("--since", since != nil), ("--until", until != nil),
            ("--language", !language.isEmpty), ("--format", !format.isEmpty),
            ("--topic", !topic.isEmpty), ("--output", output != nil), ("--open", open),
            ("--templates", templates != nil),
        ]
        if due, let other = others.first(where: \.1) {
            throw ValidationError("--due writes as the settings say, and \(other.0) says otherwise")
        }
    }

    func writeDue() async throws {
        if try ControlClient(state: state.path)?.ask(ControlRequest(.status)) != nil {
            return Terminal.complain("the daemon keeps this archive, and writes its digests itself")
        }
        let workspace = try Workspace(config, state, .readWrite)
        let digests = DueDigests(
            writer: DigestWriter(settings: workspace.settings, archive: workspace.archive),
            folder: "\(state.path)/digests")
        let now = Date()
        var complaints: [String] = []
        do {
            complaints += [try await digests.sendMail(at: now)?.description].compactMap(\.self)
            let periods = try digests.periods(at: now)
            // A timer may poll once a week.
            let mayTidy = try workspace.archive.trusts(now, pause: 7)
            for period in periods {
                let result = try await digests.write(period, at: now, mayTidy: mayTidy)
                Terminal.line(result.path)
                complaints += [result.refusal?.description].compactMap(\.self)
            }
            if mayTidy, !periods.isEmpty {
                let retention = workspace.settings.general.archive.retention
                let round = await RetentionRound(workspace.archive, retention, at: now)
                complaints += [round.fault].compactMap(\.self)
            }
            if periods.isEmpty { Terminal.line("no digest is due") }
            try workspace.archive.close()
        } catch {
            throw Failure.couldNot(error)
        }
        for complaint in complaints { Terminal.complain("marsad: \(complaint)") }
        if !complaints.isEmpty { throw ExitCode(1) }
    }
}
