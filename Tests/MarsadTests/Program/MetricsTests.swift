import Foundation
import FoundationNetworking
import Testing

@testable import marsad

/// The daemon's metrics, wherever they are asked for.
@Suite(.timeLimit(.minutes(3))) struct MetricsTests {
    @Test func `polls, items and times are counted, by socket, port and file alike`() async throws {
        // Below those that the kernel gives to connections.
        let port = Int.random(in: 20_000...32_000)
        let settings = """
            metrics:
              file: FOLDER/marsad.prom
              port: \(port)
              feeds: 2
            """
        let nobody = "{id: nobody, url: \"http://127.0.0.1:9/feed\"}"
        try await withDaemon(papers: 3, feeds: [nobody], marsad: settings) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let isWhole = await eventually(every: .milliseconds(100)) {
                // Counted when it fails, and a failing feed once that is kept.
                guard let values = try? metrics(daemon) else { return false }
                return values["marsad_feed_poll_failures_total{cause=\"connect\"}"] == 1
                    && values["marsad_feeds{state=\"failing\"}"] == 1
            }
            #expect(isWhole)
            let values = try metrics(daemon)
            #expect(values["marsad_feed_polls_total{outcome=\"failed\"}"] == 1)
            #expect(values["marsad_feed_polls_total{outcome=\"changed\"}"] == 3)
            let items = Double(press.headlines.count)
            #expect(values["marsad_items_total{kind=\"new\"}"] == items)
            #expect(values["marsad_archive_items"] == items)
            #expect(values["marsad_examine_duration_seconds_count"] == items)
            #expect(values["marsad_examine_duration_seconds_bucket{le=\"+Inf\"}"] == items)
            #expect(values["marsad_matches_total"] == Double(press.matches.count))
            #expect(values["marsad_feed_items_total{feed=\"paper-0\"}"] == 3)
            // Two feeds have series of their own.
            let own = values.keys.filter { $0.hasPrefix("marsad_feed_items_total") }
            #expect(own.count == 2)
            #expect((values["process_resident_memory_bytes"] ?? 0) > 1_000_000)
            let page = try await URLSession.shared.data(
                from: try #require(URL(string: "http://127.0.0.1:\(port)/metrics")))
            #expect((page.1 as? HTTPURLResponse)?.statusCode == 200)
            #expect(String(decoding: page.0, as: UTF8.self).contains("marsad_build_info{version="))
            let file = (daemon.state as NSString).deletingLastPathComponent + "/marsad.prom"
            #expect(await eventually { FileManager.default.fileExists(atPath: file) })
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("# HELP marsad_build_info "))
            try await daemon.end()
        }
    }

    @Test func `a port that is taken takes nothing from the control socket`() async throws {
        let other = try DeafServer()
        try await withDaemon(papers: 1, marsad: "metrics: {port: \(other.port)}") { press, daemon in
            #expect(await daemon.holds(press.headlines))
            #expect(try daemon.ask(ControlRequest(.status)).status != nil)
            #expect(daemon.said("cannot listen: ") == 1, "\(daemon.log)")
            try await daemon.end()
        }
    }

    @Test func `metrics are written as Prometheus reads them`() {
        var page = Exposition()
        page.add(
            "a_total", .counter, "Counts.",
            [([("name", "say \"x\"\\\n")], 3), ([("name", "y"), ("part", "z")], 0.25)])
        page.add("b", .gauge, "None.", nil)
        var times = Histogram(bounds: [0.5, 1])
        for seconds in [0.25, 0.5, 0.75, 8] { times.observe(seconds) }
        page.add("c_seconds", "Times.", times)
        #expect(
            page.text == """
                # HELP a_total Counts.
                # TYPE a_total counter
                a_total{name="say \\"x\\"\\\\\\n"} 3
                a_total{name="y",part="z"} 0.25
                # HELP c_seconds Times.
                # TYPE c_seconds histogram
                c_seconds_bucket{le="0.5"} 2
                c_seconds_bucket{le="1"} 3
                c_seconds_bucket{le="+Inf"} 4
                c_seconds_sum 9.5
                c_seconds_count 4

                """)
    }

    private func metrics(_ daemon: RunningDaemon) throws -> [String: Double] {
        let text = try #require(try daemon.ask(ControlRequest(.metrics)).metrics)
        var values: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let space = try #require(line.lastIndex(of: " "))
            values[String(line[..<space])] = Double(line[line.index(after: space)...])
        }
        return values
    }
}
