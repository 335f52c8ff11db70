import Extraction
import Foundation
import Logging
import News
import Polling
import ServiceLifecycle
import Settings
import Storage

/// Answers what is asked of the daemon on its control socket, and who scrapes its metrics.
struct ControlDesk: Service {
    /// Nil where none could be had.
    let server: SocketServer?
    let line: LiveLine
    let archive: Archive
    let inbox: LoopInbox
    let instruments: Instruments
    let reloading: Reloading
    /// The state folder.
    let state: String
    let clock: DaemonClock
    let rights: TestingRights
    let log: Logger

    func run() async throws {
        guard let server else { return try await gracefulShutdown() }
        server.start()
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for await request in server.requests {
                    group.addTask { await serve(request, server) }
                }
            }
        } onGracefulShutdown: {
            server.stop()
        }
    }

    private func serve(_ request: SocketServer.Request, _ server: SocketServer) async {
        if request.visitor.isHTTP {
            let page = await page(String(decoding: request.line, as: UTF8.self))
            return server.answer(page, to: request.visitor)
        }
        let reply: ControlReply
        do {
            reply = await answer(try ControlJSON.value(ControlRequest.self, in: request.line))
        } catch {
            let known = ControlRequest.Command.allCases.map(\.rawValue).joined(separator: ", ")
            reply = .failure("not a request; write {\"command\":\"…\"} with one of \(known)")
        }
        let text = (try? ControlJSON.line(reply)) ?? "{\"ok\":false}\n"
        server.answer(text, to: request.visitor)
    }

    private func page(_ head: String) async -> String {
        let words = head.prefix { $0 != "\r\n" && $0 != "\n" }.split(separator: " ")
        guard words.count == 3, words[0] == "GET", words[1] == "/metrics" else {
            let text = "metrics are at /metrics\n"
            return "HTTP/1.0 404 Not Found\r\nContent-Type: text/plain\r\n"
                + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
        }
        let text = await metrics()
        return "HTTP/1.0 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
            + "Content-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n\(text)"
    }

    func answer(_ request: ControlRequest) async -> ControlReply {
        switch request.command {
        case .status: return await status()
        case .metrics:
            var reply = ControlReply(ok: true)
            reply.metrics = await metrics()
            return reply
        case .poll: return await poll(request.feeds)
        case .reload: return await reload()
        case .pause: return put(.pause(true), "paused; ‘marsad control resume’ goes on")
        case .resume: return put(.pause(false), "resumed")
        case .merge, .split, .label, .compact: return await care(request)
        case .stall, .clock: return test(request)
        }
    }

    private func put(_ event: LoopEvent, _ done: String) -> ControlReply {
        guard inbox.put(event) else { return .failure("the daemon is stopping") }
        log.notice("\(done)")
        return .success(done)
    }

    private func reload() async -> ControlReply {
        let complaints = await reloading.reload(at: clock.now)
        guard complaints.isEmpty else {
            return .failure(
                "settings refused; those in force stay:\n  " + complaints.joined(separator: "\n  "))
        }
        return .success("settings read anew")
    }

    private func poll(_ feeds: [String]?) async -> ControlReply {
        let result = await withCheckedContinuation { answer in
            let order = PollOrder(feeds: feeds) { answer.resume(returning: $0) }
            if !inbox.put(.poll(order)) {
                answer.resume(returning: .failure(OrderRefused("the daemon is stopping")))
            }
        }
        switch result {
        case .success(let lines):
            var reply = ControlReply.success("\(lines.count) feeds asked")
            reply.polls = lines.sorted { $0.feed < $1.feed }
            return reply
        case .failure(let refused): return .failure(refused.description)
        }
    }

    // MARK: What is told

    private func status() async -> ControlReply {
        let watched = StatusReport.Watched(await line.pipeline.settings)
        var report = StatusReport(watched, archive.holder)
        do throws(ArchiveError) {
            try report.add(archive, watched, at: clock.now)
        } catch {
            report.archiveFault = error.description
        }
        report.daemon = SettingsRecord(in: state)
        report.live = await LiveStatus(instruments)
        var reply = ControlReply(ok: true)
        reply.status = report
        return reply
    }

    func metrics() async -> String {
        let pipeline = await line.pipeline
        return MetricsText(
            counts: await instruments.counts, loop: await instruments.loop,
            archive: MetricsText.ArchiveFigures(archive),
            watchdogBeat: await instruments.lastBeatDate, unkept: await pipeline.keeper.unkept,
            rules: pipeline.settings.fingerprint
        ).text
    }

    // MARK: The archive

    private func care(_ request: ControlRequest) async -> ControlReply {
        do throws(ArchiveError) {
            switch (request.command, request.story, request.into, request.item) {
            case (.merge, let story?, let into?, _): return try await merge(story, into)
            case (.split, _, _, let item?): return try await split(item)
            case (.label, _, _, _): return try keep(request.labels ?? [], request.forget ?? [])
            case (.compact, _, _, _): return try await compact()
            default: return .failure("‘\(request.command.rawValue)’ wants more than its name")
            }
        } catch {
            return .failure(error.description)
        }
    }

    private func merge(_ story: Int64, _ other: Int64) async throws(ArchiveError) -> ControlReply {
        guard try await line.pipeline.keeper.merge(story: story, into: other) else {
            return .failure(
                "stories \(story) and \(other): one of them is not in the archive, "
                    + "or they are one already")
        }
        return .success("story \(story) is part of story \(other) now")
    }

    private func split(_ item: ItemKey) async throws(ArchiveError) -> ControlReply {
        guard let story = try await line.pipeline.keeper.split(item) else {
            return .failure("the item is in no story")
        }
        var reply = ControlReply.success("the item has a story of its own now: \(story)")
        reply.story = story
        return reply
    }

    private func keep(
        _ labels: [Label], _ forget: [Label]
    ) throws(ArchiveError) -> ControlReply {
        let unknown = try archive.keep(labels)
        for label in forget { try archive.drop(label) }
        guard unknown.isEmpty else { return .failure("an item is not in the archive") }
        return .success("\(labels.count + forget.count) labels kept")
    }

    /// Nothing is polled meanwhile, and the watchdog writes nothing: the file is rewritten whole.
    private func compact() async throws(ArchiveError) -> ControlReply {
        let isFree = await withCheckedContinuation { answer in
            if !inbox.put(.rest { answer.resume(returning: true) }) {
                answer.resume(returning: false)
            }
        }
        guard isFree else { return .failure("the daemon is stopping") }
        await instruments.setUnderCare(true)
        log.notice("the archive is being compacted")
        let result = await ControlDesk.compacted(archive)
        await instruments.setUnderCare(false)
        inbox.put(.wake)
        let bytes = try result.get()
        log.notice(
            "the archive is compact", metadata: ["before": "\(bytes[0])", "now": "\(bytes[1])"])
        var reply = ControlReply.success("compacted")
        reply.bytes = bytes
        return reply
    }

    /// On another thread than the daemon's few: it takes a while.
    private static func compacted(_ archive: Archive) async -> Result<[Int], ArchiveError> {
        await withCheckedContinuation { answer in
            Thread.detachNewThread {
                do throws(ArchiveError) {
                    let before = try archive.size()
                    try archive.compact(words: SearchForms.words)
                    let after = try archive.size()
                    answer.resume(
                        returning: .success([
                            before.database + before.log, after.database + after.log,
                        ]))
                } catch {
                    answer.resume(returning: .failure(error))
                }
            }
        }
    }

    // MARK: Tests

    private func test(_ request: ControlRequest) -> ControlReply {
        guard rights.areGiven else {
            return .failure("‘\(request.command.rawValue)’ is for tests alone (MARSAD_TESTING=1)")
        }
        if let seconds = request.seconds, request.command == .clock {
            clock.set(forward: seconds)
            return put(.wake, "the clock is set by \(Int(seconds)) s")
        }
        return put(.stall, "the poll loop will hang")
    }
}

extension MetricsText.ArchiveFigures {
    /// Nil where the archive cannot be read.
    init?(_ archive: Archive) {
        guard let size = try? archive.size(), let counts = try? archive.counts(),
            let digests = try? archive.digests(limit: 1), let outbox = try? archive.outboxCounts()
        else { return nil }
        self.init(
            size: size, items: counts.items, matches: counts.matches,
            lastDigest: digests.first?.written, outbox: outbox)
    }
}
