// Speed and memory of extraction, on one thread. From the package's folder:
//
//     swift run -c release ExtractionBenchmark [--write FOLDER]
//
// `--write` leaves the generated text and phrases for `Benchmarks/rivals.py`, which runs another
// matcher over the very same.
import Extraction
import Foundation
import Metering
import News
import Settings

let seeds = try FileManager.default.contentsOfDirectory(atPath: "seeds").sorted()
    .filter { $0.hasSuffix(".txt") }
    .map { try String(contentsOfFile: "seeds/" + $0, encoding: .utf8) }
let french = try String(contentsOfFile: "Benchmarks/Extraction/french.txt", encoding: .utf8)

// MARK: The matcher alone

var generator = GeneratedText(like: seeds + [french], seed: 5)
let articles = (0..<4000).map { _ in generator.item(ofBytes: 2000) }
let bytes = Double(articles.reduce(0) { $0 + $1.utf8.count })
let phrases = generator.phrases(10_000, of: articles[..<1000].joined(separator: "\n"))

func matcher() -> Matcher {
    var builder = MatcherBuilder()
    for phrase in phrases { _ = builder.add(phrase) }
    return builder.build()
}

let many = matcher()
report(
    "matcher of \(phrases.count) phrases, memory", Double(many.byteCount) / 1e6, "MB",
    goal: "16")
report(
    "matcher of \(phrases.count) phrases, compiling", Meter.seconds { _ = matcher() } * 1e3,
    "ms", goal: "-")

var hits = 0
let matching = Meter.seconds {
    hits = 0
    for article in articles { hits += many.hits(in: FoldedText(article)).count }
}
report(
    "fold and match \(phrases.count) phrases, \(hits) hits", bytes / matching / 1e6, "MB/s",
    goal: "130")

if let flag = CommandLine.arguments.firstIndex(of: "--write") {
    let folder = CommandLine.arguments[flag + 1]
    try articles.joined(separator: "\0").write(
        toFile: folder + "/text", atomically: true, encoding: .utf8)
    try phrases.joined(separator: "\n").write(
        toFile: folder + "/phrases", atomically: true, encoding: .utf8)
}

// MARK: The examiner

let settings = try SettingsFolder("config").read()
let compiling = Meter.seconds {
    _ = Examiner(lexicon: settings.lexicon, topics: settings.topics)
}
report("shipped lexicon and rules, compiling", compiling * 1e3, "ms", goal: "50")

func examine(_ name: String, _ texts: [String], goal: String) -> Double {
    let documents = texts.enumerated().map { number, text in
        Document(id: "\(number)", source: "benchmark", text: text)
    }
    let size = Double(texts.reduce(0) { $0 + $1.utf8.count })
    let seconds = Meter.seconds {
        for document in documents { _ = settings.examiner.examine(document) }
    }
    report("examine \(name)", size / seconds / 1e6, "MB/s", goal: goal)
    return seconds / Double(texts.count)
}

_ = examine("the seeds", [[String]](repeating: seeds, count: 20).flatMap { $0 }, goal: "40")
let items = (0..<2000).map { _ in generator.item(ofBytes: 300) }
let perItem = examine("items of 300 bytes", items, goal: "15")
report("examine an item of 300 bytes", perItem * 1e6, "µs", goal: "20")
