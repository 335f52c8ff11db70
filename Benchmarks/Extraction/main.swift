// Speed and memory of extraction, on one thread. From the package's folder:
//
//     swift run -c release ExtractionBenchmark [--write FOLDER] [--texts FILE.jsonl]
//
// `--write` leaves the generated text and phrases for `Benchmarks/rivals.py`, which runs another
// matcher over the very same. `--texts` measures with other texts too: labelled ones, as
// `marsad labels export` writes them.
import CountedMalloc
import Extraction
import Foundation
import Metering
import News
import Settings

let seeds = try FileManager.default.contentsOfDirectory(atPath: "seeds").sorted()
    .filter { $0.hasSuffix(".txt") }
    .map { try String(contentsOfFile: "seeds/" + $0, encoding: .utf8) }
let french = try String(contentsOfFile: "Benchmarks/Extraction/french.txt", encoding: .utf8)

var generator = GeneratedText(like: seeds + [french], seed: 5)
let articles = (0..<4000).map { _ in generator.item(ofBytes: 2000) }
let phrases = generator.phrases(10_000, of: articles[..<1000].joined(separator: "\n"))
if let flag = CommandLine.arguments.firstIndex(of: "--write") {
    let folder = CommandLine.arguments[flag + 1]
    try articles.joined(separator: "\0").write(
        toFile: folder + "/text", atomically: true, encoding: .utf8)
    try phrases.joined(separator: "\n").write(
        toFile: folder + "/phrases", atomically: true, encoding: .utf8)
}
measureMatcher(articles, phrases)
let items = (0..<2000).map { _ in generator.item(ofBytes: 300) }
try measureExaminer(seeds: seeds, items: items)

if let flag = CommandLine.arguments.firstIndex(of: "--texts") {
    try measureTexts(of: CommandLine.arguments[flag + 1])
}

/// What is measured, in functions of its own: each use of what lies beside them is checked for
/// another use at the same time, which costs more than some of the work.
func measureMatcher(_ articles: [String], _ phrases: [String]) {
    func compile() -> Matcher {
        var builder = MatcherBuilder()
        for phrase in phrases { _ = builder.add(phrase) }
        return builder.build()
    }
    let matcher = compile()
    let name = "matcher of \(phrases.count) phrases"
    report("\(name), memory", Double(matcher.byteCount) / 1e6, "MB", goal: "16")
    report("\(name), compiling", Meter.seconds { _ = compile() } * 1e3, "ms", goal: "-")
    var hits = 0
    func match() {
        hits = 0
        for article in articles { hits += matcher.hits(in: FoldedText(article)).count }
    }
    let seconds = Meter.seconds(match)
    report(
        "fold and match \(phrases.count) phrases, \(hits) hits",
        byteCount(of: articles) / seconds / 1e6, "MB/s", goal: "130")
    reportAllocations("fold and match", articles, match)
}

func measureExaminer(seeds: [String], items: [String]) throws {
    let settings = try SettingsFolder("config").read()
    let examiner = settings.examiner
    let compiling = Meter.seconds {
        _ = Examiner(lexicon: settings.lexicon, topics: settings.topics)
    }
    report("shipped lexicon and rules, compiling", compiling * 1e3, "ms", goal: "50")
    let many = [[String]](repeating: seeds, count: 20).flatMap { $0 }
    _ = measure("examine the seeds", many, goal: "40") { _ = examiner.examine($0) }
    // What `marsad backtest` asks of each stored text.
    _ = measure("judge the seeds", many, goal: "40") { _ = examiner.verdict(on: $0) }
    let perItem = measure("examine items of 300 bytes", items, goal: "15") {
        _ = examiner.examine($0)
    }
    report("examine an item of 300 bytes", perItem * 1e6, "µs", goal: "20")
    _ = measure("judge items of 300 bytes", items, goal: "15") { _ = examiner.verdict(on: $0) }
    let documents = documents(items)
    reportAllocations("examine items", items) {
        for document in documents { _ = examiner.examine(document) }
    }
}

/// What a back-test of an archive of such texts would do.
func measureTexts(of path: String) throws {
    struct Labelled: Decodable {
        var title: String?
        var text: String
        var relevant: Bool?
    }
    let settings = try SettingsFolder("config").read()
    let examiner = settings.examiner
    var changed = settings.topics
    changed.topics[0].threshold += 1
    let pair = ExaminerPair(
        present: (settings.lexicon, settings.topics), other: (settings.lexicon, changed))
    let texts = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        .map { try JSONDecoder().decode(Labelled.self, from: Data($0.utf8)) }
    for (name, wanted) in [("relevant", true), ("other", false)] {
        let texts = texts.filter { $0.relevant == wanted }
            .map { ($0.title ?? "") + "\n\n" + $0.text }
        _ = measure("judge \(texts.count) \(name) texts", texts, goal: "40") {
            _ = examiner.verdict(on: $0)
        }
        _ = measure("judge them by two sets of rules", texts, goal: "40") {
            _ = pair.verdicts(on: $0)
        }
        _ = measure("examine \(texts.count) \(name) texts", texts, goal: "40") {
            _ = examiner.examine($0)
        }
    }
}

/// - Returns: seconds for a text.
func measure(
    _ name: String, _ texts: [String], goal: String, _ work: (Document) -> Void
) -> Double {
    let documents = documents(texts)
    let seconds = Meter.seconds { for document in documents { work(document) } }
    report(name, byteCount(of: texts) / seconds / 1e6, "MB/s", goal: goal)
    return seconds / Double(texts.count)
}

func documents(_ texts: [String]) -> [Document] {
    texts.enumerated().map { Document(id: "\($0)", source: "benchmark", text: $1) }
}

func byteCount(of texts: [String]) -> Double { Double(texts.reduce(0) { $0 + $1.utf8.count }) }

/// How often work asks for memory, by word and by text.
func reportAllocations(_ name: String, _ texts: [String], _ work: () -> Void) {
    let words = texts.reduce(0) { count, text in
        count + text.utf8.count { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }
    let before = allocation_count()
    work()
    let count = Double(allocation_count() - before)
    report("\(name), allocations for a word", count / Double(words), "", goal: "0")
    report("\(name), allocations for a text", count / Double(texts.count), "", goal: "-")
}
