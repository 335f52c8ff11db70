// Speed of reading feeds, on one thread, beside what libxml2 takes to go over the same bytes and
// do nothing with them. From the package's folder:
//
//     swift run -c release FeedsBenchmark [--write FOLDER]
//
// `--write` leaves the generated feeds for `Benchmarks/feed_rivals.py`, which runs other parsers
// over the very same.
import Feeds
import Foundation
import Metering

let seeds = try FileManager.default.contentsOfDirectory(atPath: "seeds").sorted()
    .filter { $0.hasSuffix(".txt") }
    .map { try String(contentsOfFile: "seeds/" + $0, encoding: .utf8) }
var maker = FeedMaker(of: seeds, seed: 3)
let plain = (0..<200).map { _ in maker.feed(ofItems: 30, body: .characterData) }
let escaped = (0..<50).map { _ in maker.feed(ofItems: 30, body: .escaped) }

if let flag = CommandLine.arguments.firstIndex(of: "--write") {
    let folder = CommandLine.arguments[flag + 1]
    for (name, feeds) in [("cdata", plain), ("escaped", escaped)] {
        for (number, feed) in feeds.enumerated() {
            try Data(feed).write(to: URL(filePath: "\(folder)/\(name)-\(number).xml"))
        }
    }
}

let parser = FeedParser()
let context = FeedContext(url: "https://journal.example/feed", fetched: Date())

/// Prints how often the no-op pass fits into each stage of reading `feeds`.
func measure(_ name: String, _ feeds: [[UInt8]], goals: (read: String, finished: String)) throws {
    let size = Double(feeds.reduce(0) { $0 + $1.count }) / 1e6
    let idle = Meter.seconds { for feed in feeds { IdlePass.run(over: feed) } }
    report("\(name): libxml2, doing nothing", size / idle, "MB/s", goal: "-")
    var count = 0
    let reading = try Meter.seconds {
        count = 0
        for feed in feeds { count += try parser.read(feed, context: context).count }
    }
    report("\(name): \(count) items read", size / reading, "MB/s", goal: "-")
    report("\(name): times the idle pass", reading / idle, "", goal: goals.read)
    let finishing = try Meter.seconds {
        for feed in feeds { _ = try parser.parse(feed, context: context) }
    }
    report("\(name): with safe HTML and text", size / finishing, "MB/s", goal: "-")
    report("\(name): times the idle pass", finishing / idle, "", goal: goals.finished)
}

try measure("content in CDATA", plain, goals: (read: "1.4", finished: "3.2"))
try measure("content escaped", escaped, goals: (read: "1.4", finished: "-"))
