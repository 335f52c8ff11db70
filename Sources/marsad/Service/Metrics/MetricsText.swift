import Foundation
import News
import Storage

/// All that is known of the daemon as metrics, named after Prometheus' conventions.
struct MetricsText {
    let counts: Instruments.Counts
    let loop: LoopState?
    let archive: ArchiveFigures?
    let watchdogBeat: Date?
    let unkept: Unkept?
    let rules: String

    /// What only the archive knows.
    struct ArchiveFigures: Sendable {
        var size: ArchiveSize
        var items: Int
        var matches: Int
        var lastDigest: Date?
        var outbox: OutboxCounts
    }

    var text: String {
        var page = Exposition()
        page.add(
            "marsad_build_info", .gauge, "The version that runs and the rules it works by.",
            [([("version", Version.number), ("rules", rules)], 1)])
        addPolls(to: &page)
        addItems(to: &page)
        addFeeds(to: &page)
        addArchive(to: &page)
        addService(to: &page)
        ProcessFigures().add(to: &page)
        return page.text
    }

    private func addPolls(to page: inout Exposition) {
        let outcomes = ["changed", "unchanged", "held", "failed"]
        page.add(
            "marsad_feed_polls_total", .counter, "Polls by how they ended.",
            outcomes.map { ([("outcome", $0)], Double(counts.polls[$0] ?? 0)) })
        page.add(
            "marsad_feed_poll_failures_total", .counter, "Polls that failed, by cause.",
            FailureKind.allCases.map {
                ([("cause", $0.rawValue)], Double(counts.failures[$0] ?? 0))
            })
        page.add(
            "marsad_poll_duration_seconds",
            "Time of a poll, from its place in the queue to the archive.", counts.pollTimes)
        page.add(
            "marsad_polls_in_flight", .gauge,
            "Polls under way, those included that wait for their host's turn.",
            (loop?.inFlight).map(Double.init))
        page.add(
            "marsad_downloaded_bytes_total", .counter, "Bytes of documents, decompressed.",
            Double(counts.bytes))
        page.add(
            "marsad_unkept_polls", .gauge, "Polls held in memory that the archive refuses.",
            Double(unkept?.polls ?? 0))
    }

    private func addItems(to page: inout Exposition) {
        page.add(
            "marsad_items_total", .counter, "Items kept, new ones and edited ones.",
            [
                ([("kind", "new")], Double(counts.new)),
                ([("kind", "edited")], Double(counts.edited)),
            ])
        page.add(
            "marsad_matches_total", .counter, "Items that became matches.", Double(counts.matches))
        page.add(
            "marsad_examine_duration_seconds", "Time to examine an item.", counts.examineTimes)
    }

    private func addFeeds(to page: inout Exposition) {
        guard let loop else { return }
        page.add(
            "marsad_feeds", .gauge, "Feeds that are watched, and of those the ones in trouble.",
            [
                ([("state", "watched")], Double(loop.feeds)),
                ([("state", "failing")], Double(loop.failing)),
                ([("state", "stopped")], Double(loop.stopped)),
                ([("state", "held")], Double(loop.held)),
            ])
        func series(_ value: (LoopState.FeedMoments) -> Double?) -> [(Exposition.Labels, Double)] {
            loop.shown.compactMap { feed in value(feed).map { ([("feed", feed.id)], $0) } }
        }
        page.add(
            "marsad_feed_items_total", .counter, "New items of a feed.",
            series { counts.itemsOfFeed[$0.id].map(Double.init) })
        page.add(
            "marsad_feed_failures_total", .counter, "Failed polls of a feed.",
            series { feed in
                counts.pollsOfFeed[feed.id].map { _ in
                    Double(counts.failuresOfFeed[feed.id] ?? 0)
                }
            })
        page.add(
            "marsad_feed_last_success_timestamp_seconds", .gauge, "When a feed last answered well.",
            series { $0.lastSuccess?.timeIntervalSince1970 })
        page.add(
            "marsad_feed_next_poll_timestamp_seconds", .gauge, "When a feed is asked next.",
            series { $0.nextPoll?.timeIntervalSince1970 })
    }

    private func addArchive(to page: inout Exposition) {
        guard let archive else { return }
        page.add(
            "marsad_archive_size_bytes", .gauge,
            "The archive on disk: database, its log, and what of the database is free.",
            [
                ([("part", "database")], Double(archive.size.database)),
                ([("part", "log")], Double(archive.size.log)),
                ([("part", "free")], Double(archive.size.free)),
            ])
        page.add("marsad_archive_items", .gauge, "Items in the archive.", Double(archive.items))
        page.add(
            "marsad_archive_matches", .gauge, "Matches in the archive.", Double(archive.matches))
        page.add(
            "marsad_digest_last_written_timestamp_seconds", .gauge,
            "When the last digest was written.", archive.lastDigest?.timeIntervalSince1970)
        page.add(
            "marsad_hook_notices_waiting", .gauge, "Notices that hooks are still to be told.",
            Double(archive.outbox.waiting))
    }

    private func addService(to page: inout Exposition) {
        page.add(
            "marsad_settings_reloads_total", .counter, "Reloads of the settings.",
            [
                ([("outcome", "taken")], Double(counts.reloads)),
                ([("outcome", "refused")], Double(counts.refusedReloads)),
            ])
        page.add(
            "marsad_hook_deliveries_total", .counter, "Tries to tell a hook.",
            [
                ([("outcome", "done")], Double(counts.delivered)),
                ([("outcome", "failed")], Double(counts.undelivered)),
            ])
        page.add(
            "marsad_paused", .gauge, "1 while polls are paused.",
            (loop?.isPaused).map { $0 ? 1 : 0 })
        page.add(
            "marsad_watchdog_last_beat_timestamp_seconds", .gauge,
            "When poll loop and archive were last found to go on.",
            watchdogBeat?.timeIntervalSince1970)
    }
}
