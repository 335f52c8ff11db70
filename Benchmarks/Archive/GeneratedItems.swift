import Foundation
import News
import Storage

/// Items as the pipeline hands them over: words by Zipf's law over a vocabulary of 60,000.
struct GeneratedItems {
    let feeds: [Feed]
    private let vocabulary: [String]
    private let cumulative: [Double]
    private var state: UInt64
    private var number = 0
    private let hasClitics: Bool

    /// - Parameters:
    ///   - number: of the first item, so that a second run goes on.
    ///   - hasClitics: whether words stand with clitics about as often as in Arabic papers, so
    ///     that each is written in a dozen forms.
    init(feeds: Int, from number: Int = 0, hasClitics: Bool = false) {
        self.hasClitics = hasClitics
        self.feeds = (0..<feeds).map {
            let id = "paper-\($0).example"
            return Feed(id: id, name: "Paper \($0)", url: "https://\(id)/")
        }
        self.number = number
        state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 7
        vocabulary = (0..<60_000).map(GeneratedItems.word)
        var sum = 0.0
        cumulative = (0..<60_000).map { rank in
            sum += 1 / Double(rank + 2)
            return sum
        }
    }

    /// The word of a rank: 0 the most frequent.
    static func word(_ rank: Int) -> String {
        let letters: [String] = [
            "ا", "ل", "م", "ن", "و", "ي", "ر", "ت", "ب", "د", "س", "ع", "ق", "ف", "ك", "ح",
        ]
        var rest = rank &* 7_919 &+ 11
        var word = ""
        for _ in 0..<6 {
            word += letters[rest % letters.count]
            rest /= letters.count
        }
        return word + (rank < 4_096 ? "" : letters[rank / 4_096 % letters.count])
    }

    /// The next poll of some feed; one item in `matchEvery` is a match with report and
    /// fingerprint. An item a minute, of which each opens a story or joins one.
    mutating func poll(items: Int, matchEvery: Int) -> PollRecord {
        let feed = feeds[Int(random() % UInt64(feeds.count))]
        let kept = (0..<items).map { _ in item(of: feed, matchEvery: matchEvery) }
        var feedState = FeedState()
        feedState.etag = "\"\(number)\""
        return PollRecord(
            feed: feed, state: feedState, at: date, outcome: PollOutcome(status: 200), items: kept)
    }

    var date: Date { Date(timeIntervalSince1970: 1_600_000_000 + Double(number) * 60) }

    private mutating func item(of feed: Feed, matchEvery: Int) -> KeptItem {
        number += 1
        let title = words(10)
        let body = words(180)
        let item = Item(
            id: "https://\(feed.id)/\(number)", title: title, link: "https://\(feed.id)/\(number)",
            summary: String(body.prefix(240)), content: "<p>\(body)</p>", text: body,
            published: date)
        let isMatch = number % matchEvery == 0
        let report = isMatch ? report(of: item, feed) : nil
        return KeptItem(
            item: item, contentHash: random(), searchText: title + "\n" + body, report: report,
            rulesFingerprint: "generated", isMatch: isMatch,
            story: isMatch ? .new(headline: title) : nil,
            fingerprint: isMatch ? fingerprint() : nil)
    }

    private mutating func report(of item: Item, _ feed: Feed) -> Report {
        let topics = ["drugs", "institution", "road-safety", "crime-investigation"]
        let id = topics[Int(random() % 4)]
        var facts = Facts()
        facts.countries = ["ES", "FR", "TR"].shuffled().prefix(2).map {
            Country(code: $0, mentions: mentions(3))
        }
        facts.places = (0..<3).map { _ in
            Place(
                id: "place-\(random() % 300)", name: GeneratedItems.word(Int(random() % 900)),
                kind: "city", mentions: mentions(3))
        }
        facts.organisations = [
            Organisation(id: "dgsn", name: "DGSN", acronym: "DGSN", mentions: mentions(4))
        ]
        let evidence = (0..<5).map { place in
            Evidence(
                rule: "\(id).\(place)", points: 1, quote: words(4), start: place * 40,
                end: place * 40 + 28, part: .body)
        }
        return Report(
            id: item.id, source: feed.id, language: "ar", published: item.published,
            title: item.title, isRelevant: true, score: 7,
            topics: [
                TopicFinding(id: id, score: 5, threshold: 3, grade: "primary", evidence: evidence)
            ], relevance: evidence, facts: facts)
    }

    private mutating func mentions(_ count: Int) -> [Mention] {
        (0..<count).map { Mention(quote: words(2), start: $0 * 50, end: $0 * 50 + 13) }
    }

    private mutating func fingerprint() -> StoryFingerprint {
        StoryFingerprint(
            shingles: (0..<180).map { _ in random() }.sorted(),
            factIDs: ["place:\(random() % 300)", "country:ES"], numbers: ["\(random() % 5_000) kg"],
            titleWords: (0..<8).map { _ in UInt32(truncatingIfNeeded: random()) },
            bodyWords: (0..<110).map { _ in UInt32(truncatingIfNeeded: random()) })
    }

    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in clitics() + vocabulary[rank()] }.joined(separator: " ")
    }

    /// What stands before one word in two.
    private mutating func clitics() -> String {
        guard hasClitics else { return "" }
        let place = Int(random() % UInt64(GeneratedItems.clitics.count * 2))
        return place < GeneratedItems.clitics.count ? GeneratedItems.clitics[place] : ""
    }

    private static let clitics: [String] = [
        "ال", "ال", "ال", "ال", "ال", "ال", "ال", "ال", "و", "و", "و", "وال", "وال", "ب", "ب", "ل",
        "ل", "بال", "بال", "لل", "لل", "ف", "وب", "ول", "وبال", "ولل", "ك", "كال",
    ]

    private mutating func rank() -> Int {
        let wanted = Double(random() >> 11) * 0x1p-53 * (cumulative.last ?? 1)
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// SplitMix64.
    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
