// What the archive costs. From the package's folder:
//
//     swift run -c release ArchiveBenchmark                    # 10,000 items in a folder of its own
//     swift run -c release ArchiveBenchmark insert FOLDER [COUNT]   # the items, and no questions
//     swift run -c release ArchiveBenchmark fill FOLDER COUNT  # so many more items
//     swift run -c release ArchiveBenchmark ask FOLDER         # how long questions take
//
// `fill` and `ask` are for archives of a size that one wants to look at twice. Times are of the
// clock on the wall: most of the waiting is for the disk. `Benchmarks/archive_rival.py` measures
// inserting beside the least that SQLite can do.
import Extraction
import Foundation
import News
import Storage

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case nil:
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "marsad-archive-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try insert(10_000, into: folder)
    try ask(folder)
case "insert" where [2, 3].contains(arguments.count):
    try insert(arguments.count == 3 ? Int(arguments[2]) ?? 0 : 10_000, into: arguments[1])
case "fill" where arguments.count == 3:
    try fill(arguments[1], with: Int(arguments[2]) ?? 0)
case "ask" where arguments.count == 2:
    try ask(arguments[1])
default:
    print("usage: ArchiveBenchmark [insert FOLDER [COUNT] | fill FOLDER COUNT | ask FOLDER]")
    exit(2)
}

/// Every item a match with report, fingerprint and story, 1,000 in a transaction.
func insert(_ count: Int, into folder: String) throws {
    let archive = try Archive(at: folder, access: .readWrite)
    var items = GeneratedItems(feeds: 300)
    var polls: [[PollRecord]] = []
    for _ in 0..<(count / 1_000) {
        polls.append((0..<33).map { _ in items.poll(items: 30, matchEvery: 1) })
    }
    let kept = polls.joined().reduce(0) { $0 + $1.items.count }
    let before = processorTime()
    let queued = queuedTime()
    let seconds = try seconds {
        for batch in polls { _ = try archive.record(batch) }
    }
    let spent = processorTime() - before
    let waited = queuedTime() - queued
    tell("insert \(kept) matches with report and index", Double(kept) / seconds, "items/s")
    tell("    processor time of each", spent / Double(kept) * 1e3, "ms   (of all threads)")
    tell(
        "    without waiting for a core", Double(kept) / (seconds - waited),
        "items/s   (waited \(Int(waited * 1e3)) of \(Int(seconds * 1e3)) ms)")
    try archive.close()
}

/// One item in ten a match, as at a busy desk; ten polls in a transaction.
func fill(_ folder: String, with count: Int) throws {
    let archive = try Archive(at: folder, access: .readWrite)
    let before = try archive.totals().items
    var items = GeneratedItems(feeds: 300, from: before, hasClitics: true)
    var done = 0
    var spent = 0.0
    while done < count {
        let polls = (0..<10).map { _ in items.poll(items: 30, matchEvery: 10) }
        spent += try seconds { _ = try archive.record(polls) }
        done += 300
        if done % 50_100 == 0 {
            let size = try archive.size()
            tell("\(before + done) items", Double(50_100) / spent, "items/s")
            tell("    database and log", Double(size.database + size.log) / 1e6, "MB")
            spent = 0
        }
    }
    // As a daemon does once a day.
    let merging = try seconds { while try !archive.mergeIndex() {} }
    tell("joining the pieces of the index", merging, "s")
    try archive.close()
}

func ask(_ folder: String) throws {
    for access in [Archive.Access.readOnly, .readWrite] {
        var opened: Archive?
        let opening = try seconds { opened = try Archive(at: folder, access: access) }
        try opened?.close()
        tell(
            access == .readOnly ? "opening for reading" : "opening for writing", opening * 1e3,
            "ms")
    }
    let archive = try Archive(at: folder, access: .readOnly)
    let totals = try archive.totals()
    let size = try archive.size()
    tell("items", Double(totals.items), "")
    tell("matches", Double(totals.matches), "")
    tell("size", Double(size.database + size.log) / 1e6, "MB")
    tell("    of an item", Double(size.database) / Double(max(1, totals.items)), "bytes")
    let now = GeneratedItems(feeds: 1, from: totals.items).date
    try askWords(archive, now)
    try askOthers(archive, now)
    tell("memory at its most", Double(peakMemory()) / 1e6, "MB")
}

func askWords(_ archive: Archive, _ now: Date) throws {
    let common = GeneratedItems.word(3)
    let usual = GeneratedItems.word(200)
    let rare = GeneratedItems.word(20_000)
    let queries: [(String, String)] = [
        ("the commonest word", common), ("a common word", GeneratedItems.word(40)),
        ("a usual word", usual), ("a rare word", rare), ("a word unknown", "zzzz"),
        ("two common words", "\(common) \(GeneratedItems.word(10))"),
        ("a common and a rare word", "\(common) \(rare)"),
        ("three usual words", [200, 300, 400].map(GeneratedItems.word).joined(separator: " ")),
        ("a phrase of common words", "\"\(common) \(GeneratedItems.word(1))\""),
        ("a phrase with clitics", "\"ال\(usual) ال\(GeneratedItems.word(5))\""),
        ("a word with clitics", "وبال\(usual)"),
        ("either of two", "\(usual) OR \(rare)"), ("one without another", "\(usual) -\(common)"),
        ("a beginning", String(usual.prefix(4)) + "*"), ("a fact", "@TR"),
        ("a fact and a word", "@TR \(usual)"),
    ]
    for (name, text) in queries {
        try tellSearch(archive, name) { query(text, now, archive) }
    }
    try tellSearch(archive, "a usual word in a topic") {
        var narrowed = query(usual, now, archive)
        narrowed.topics = ["drugs"]
        return narrowed
    }
    try tellSearch(archive, "    of the last two months") {
        var narrowed = query(usual, now, archive)
        narrowed.topics = ["drugs"]
        narrowed.since = now.addingTimeInterval(-60 * 86_400)
        return narrowed
    }
    try tellSearch(archive, "the commonest word in a past month") {
        var old = query(common, now, archive)
        old.since = now.addingTimeInterval(-400 * 86_400)
        old.until = now.addingTimeInterval(-370 * 86_400)
        return old
    }
    try tellSearch(archive, "the commonest word at one outlet") {
        var paper = query(common, now, archive)
        paper.outlets = ["paper-7.example"]
        return paper
    }
}

/// As `marsad search` asks: each word with every clitic.
func query(_ text: String, _ now: Date, _ archive: Archive) -> SearchQuery {
    SearchQuery(text, now: now, in: PressWords())
}

func tellSearch(_ archive: Archive, _ name: String, _ query: () -> SearchQuery) throws {
    var hits = 0
    let before = processorTime()
    let times = try (0..<5).map { _ in
        try seconds { hits = try archive.search(query()).count }
    }
    let spent = String(format: "processor %.0f", (processorTime() - before) / 5 * 1e3)
    let first = String(format: "first %.0f", (times.first ?? 0) * 1e3)
    tell("search \(name)", times.sorted()[2] * 1e3, "ms   (\(spent), \(first), \(hits) shown)")
}

func askOthers(_ archive: Archive, _ now: Date) throws {
    let page = try archive.items(after: 0, limit: 30, withReports: false)
    let ids = page.map(\.item.key.id)
    let feed = page.first?.item.key.feed ?? ""
    let week = now.addingTimeInterval(-7 * 86_400)
    let asked: [(String, () throws -> Void)] = [
        ("which of 30 items are known", { _ = try archive.known(ids, of: feed) }),
        ("the states of all feeds", { _ = try archive.feedStates() }),
        ("the totals of a day", { _ = try archive.totals(since: now - 86_400, until: now) }),
        ("the totals of all time", { _ = try archive.totals() }),
        ("the stories of a week", { _ = try archive.stories(since: week, until: now) }),
        ("the candidates of ten days", { _ = try archive.storyCandidates(since: now - 864_000) }),
        ("one item by its id", { _ = try archive.item(.key(page[0].item.key)) }),
        ("a hundred matches", { _ = try archive.matches(limit: 100) }),
        (
            "a hundred matches of a topic",
            { _ = try archive.matches(topics: ["drugs"], limit: 100) }
        ),
        ("a day's items", { _ = try archive.items(after: 0, since: now - 86_400, limit: 500) }),
    ]
    for (name, question) in asked {
        let times = try (0..<3).map { _ in try seconds(question) }
        tell(name, times.sorted()[1] * 1e3, "ms")
    }
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    return try clock.measure(work) / .seconds(1)
}

func tell(_ name: String, _ value: Double, _ unit: String) {
    let figure = String(format: value < 10 ? "%.2f" : "%.0f", value)
    let line = "\(name)\(String(repeating: " ", count: max(1, 48 - name.count)))\(figure) \(unit)\n"
    FileHandle.standardOutput.write(Data(line.utf8))
}

/// Seconds, of all threads together.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Seconds that this thread was ready to run and other programs had the cores (proc(5)).
func queuedTime() -> Double {
    let text = (try? String(contentsOfFile: "/proc/thread-self/schedstat", encoding: .utf8)) ?? ""
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Double(fields[1]) ?? 0) / 1e9 : 0
}

/// Bytes.
func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) * 1_024
}
