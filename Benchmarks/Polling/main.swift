// What polling costs without examining and keeping: the daemon's own downloader and parser over
// feeds of Benchmarks/Polling/origin.c, as measure.py runs it beside peer.c.
//
//     PollingBenchmark COUNT PORT CONCURRENCY [CA-FILE]
//
// Asks each feed once, then once more with its ETag, and prints of each round: seconds of wall
// clock, seconds of processor time, answers of 200 and of 304, failures; at last the most memory
// in KiB.
import Feeds
import Foundation
import News
import Polling

struct Round: Sendable {
    var etags: [Int: String] = [:]
    var items = 0
    var full = 0
    var unchanged = 0
    var failed = 0
}

struct Asker: Sendable {
    let downloader: Downloader
    let port: String
    let caFile: String?

    func url(_ number: Int) -> String {
        if caFile != nil { return "https://n\(number).press.localhost:\(port)/\(number)" }
        let host = "127.\(1 + number / 62500).\(number / 250 % 250).\(1 + number % 250)"
        return "http://\(host):\(port)/\(number)"
    }

    func round(_ count: Int, etags: [Int: String]) async -> Round {
        await withTaskGroup(of: (Int, Int, DownloadResponse?).self) { group in
            for number in 0..<count {
                group.addTask { await ask(number, etag: etags[number]) }
            }
            var round = Round(etags: etags)
            for await (number, items, response) in group {
                round.items += items
                round.etags[number] = response?.etag
                switch response?.status {
                case 200: round.full += 1
                case 304: round.unchanged += 1
                default: round.failed += 1
                }
            }
            return round
        }
    }

    private func ask(_ number: Int, etag: String?) async -> (Int, Int, DownloadResponse?) {
        let request = DownloadRequest(url: url(number), etag: etag, caFile: caFile)
        return await downloader.fetch(request) { parts in
            await Asker.items(in: parts)
        } digest: { answer, items in
            (number, items, try? answer.get())
        }
    }

    private static func items(in parts: AsyncStream<BodyPart>) async -> Int {
        var stream: FeedStream?
        var items: [Item] = []
        for await part in parts {
            switch part {
            case .head(let head):
                stream = FeedParser().stream(
                    context: FeedContext(
                        contentType: head.contentType, url: head.effectiveURL, fetched: Date()))
            case .bytes(let bytes): items += stream?.push(bytes) ?? []
            }
        }
        guard let end = try? stream?.finish() else { return 0 }
        return end.feed(after: items).items.count
    }
}

func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let arguments = CommandLine.arguments
guard arguments.count > 3, let count = Int(arguments[1]), let concurrency = Int(arguments[3]) else {
    print("usage: PollingBenchmark COUNT PORT CONCURRENCY [CA-FILE]")
    exit(2)
}
let downloader = Downloader(
    DownloadOptions(concurrency: concurrency, allowedNetworks: ["127.0.0.0/8", "::1"]))
let asker = Asker(
    downloader: downloader, port: arguments[2], caFile: arguments.count > 4 ? arguments[4] : nil)
var etags: [Int: String] = [:]
for name in ["cold", "warm"] {
    let (start, begun) = (ContinuousClock.now, processorTime())
    let round = await asker.round(count, etags: etags)
    let wall = ContinuousClock.now - start
    let seconds = Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18
    print(
        name, seconds, processorTime() - begun, round.full, round.unchanged, round.failed,
        round.items)
    etags = round.etags
}
await downloader.close()
var used = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used)
print("rss", used.ru_maxrss)
