import Foundation
import News
import Testing

@testable import Extraction

@Suite struct StoryGathererTests {
    struct Goal: Sendable {
        var file: String
        var events: Int
        var tellings: Int
        var precision = 0.98
        var recall = 0.9
        var f1 = 0.95
    }

    /// What is reached, and what each set is, tells `docs/notes/gathering-stories.md`.
    @Test(arguments: [
        Goal(file: "told.txt", events: 34, tellings: 91),
        Goal(file: "told-later.txt", events: 21, tellings: 69),
        Goal(file: "told-widely.txt", events: 19, tellings: 109),
        Goal(file: "told-anew.txt", events: 22, tellings: 100),
        Goal(file: "told-last.txt", events: 9, tellings: 35),
        Goal(file: "told-closely.txt", events: 12, tellings: 53, recall: 0.88, f1: 0.93),
        Goal(file: "told-afresh.txt", events: 6, tellings: 20),
    ])
    func `tellings of an event become one story, within and across languages`(
        _ goal: Goal
    ) throws {
        let told = try ToldEvents(goal.file)
        #expect(told.events.count == goal.events)
        #expect(told.tellings.count == goal.tellings)
        let found = gathered(told.tellings)
        let measure = BCubed(zip(told.tellings, found).map { ($0.event, $1) })
        #expect(measure.precision >= goal.precision, "\(measure)")
        #expect(measure.recall >= goal.recall, "\(measure)")
        #expect(measure.f1 >= goal.f1, "\(measure)")
    }

    /// Neither a number nor a person is shared.
    @Test func `two tellings under nearly the same headline are one story`() {
        var gatherer = StoryGatherer<Int>()
        let seen = Date(timeIntervalSince1970: 1_772_445_600)
        let title: [UInt32] = [1, 2, 3, 4]
        func print(_ number: Int, title: [UInt32], body: [UInt32]) -> Fingerprint {
            Fingerprint(
                shingles: (0..<40).map { UInt64(number * 100 + $0) }, factIDs: [], numbers: [],
                language: "ar", words: StoryWords(title: title, body: body))
        }
        let first = print(1, title: title, body: Array(10..<40))
        #expect(gatherer.place(first, of: 1, seen: seen) == .opens)
        let alike = print(2, title: title + [5], body: Array(14..<44))
        #expect(
            gatherer.place(alike, of: 2, seen: seen.addingTimeInterval(3_600))
                == .joins(1, why: "tells of it in much the same words"))
        let unlike = print(3, title: [1, 2, 6, 7], body: Array(50..<80))
        #expect(gatherer.place(unlike, of: 3, seen: seen.addingTimeInterval(7_200)) == .opens)
        let late = seen.addingTimeInterval(4 * 86_400)
        #expect(gatherer.place(print(4, title: title, body: [90]), of: 4, seen: late) == .opens)
    }

    @Test func `fingerprints of before there were words are compared by all else`() {
        var gatherer = StoryGatherer<Int>()
        let seen = Date(timeIntervalSince1970: 1_772_445_600)
        let facts = ["place:nador", "organisation:dgsn"]
        gatherer.add(
            Fingerprint(shingles: [], factIDs: facts, numbers: ["871.0 kg"], language: "ar"),
            of: 1, seen: seen, story: 7)
        let present = Fingerprint(
            shingles: [], factIDs: facts, numbers: ["871.0 kg"], language: "ar",
            words: StoryWords(title: [1, 2], body: [3]))
        #expect(
            gatherer.place(present, of: 2, seen: seen)
                == .joins(1, why: "tells of the same #871.0, organisation:dgsn, place:nador"))
    }

    @Test(arguments: [
        ("وبالأقراص المهلوسة", "أقراص مهلوس"), ("للشرطة", "والشرطي"), ("الحوادث", "حوادث"),
        ("saisies", "saisie"), ("Policière", "policieres"),
    ])
    func `a word tells the same whatever is written onto it`(_ one: String, _ other: String) {
        func words(_ text: String) -> [UInt32] {
            StoryWords(of: FoldedText(text), titleLength: 99) { _ in false }.title
        }
        #expect(words(one) == words(other))
        #expect(!words(one).isEmpty)
        #expect(words("من إلى dans les 2026") == [])
    }

    @Test(arguments: [
        ("سارق السيارات", "le voleur du véhicule"), ("حريق بفندق", "un hôtel en flammes"),
        ("the stolen motorcycle", "سرقة دراجة"), ("أقراص مهلوسة", "psychotropes"),
    ])
    func `a notion is one word in all languages`(_ one: String, _ other: String) {
        func notions(_ text: String) -> [UInt32] {
            StoryWords(of: FoldedText(text), titleLength: 99) { _ in false }.title
                .filter(StoryNotions.isNotion)
        }
        #expect(notions(one) == notions(other))
        #expect(!notions(one).isEmpty)
        #expect(notions("la sardine تلعفر") == [])
    }

    /// Each word is tried as it is written, and a second notion would take it from the first.
    @Test func `a stem stands for one notion`() {
        var notions: [ArraySlice<UInt8>: Substring] = [:]
        for line in StoryNotions.table.split(separator: "\n") {
            let words = line.split(separator: " ")
            for word in words.dropFirst() {
                let stems = StoryNotions.stems(of: word)
                #expect(!stems.isEmpty, "\(word)")
                for stem in stems {
                    let other = notions.updateValue(words[0], forKey: stem)
                    #expect(other == nil || other == words[0], "\(word)")
                }
            }
        }
        #expect(notions.count > 1_000)
    }

    @Test func `the widely told are each told by three to twelve outlets`() throws {
        let told = try ToldEvents("told-widely.txt").tellings
        let counts = Dictionary(grouping: told, by: \.event).mapValues(\.count)
        #expect(counts.values.allSatisfy { (3...12).contains($0) }, "\(counts)")
        #expect(counts.values.contains(12))
    }

    @Test func `the measure is one of a perfect grouping and less of any other`() {
        let perfect = BCubed([("a", 1), ("a", 1), ("b", 2)])
        #expect(perfect.precision == 1)
        #expect(perfect.recall == 1)
        let lumped = BCubed([("a", 1), ("a", 1), ("b", 1)])
        #expect(abs(lumped.precision - 5.0 / 9) < 1e-9)
        #expect(lumped.recall == 1)
        let split = BCubed([("a", 1), ("a", 2), ("b", 3)])
        #expect(split.precision == 1)
        #expect(abs(split.recall - 2.0 / 3) < 1e-9)
    }

    @Test func `a new match costs what it shares with others, however many there were`() {
        var gatherer = StoryGatherer<Int>()
        var costs: [Int] = []
        for number in 0..<6_000 {
            let before = gatherer.comparisons
            let seen = Date(timeIntervalSince1970: Double(number) * 3_600)
            _ = gatherer.place(unlikeOthers(number), of: number, seen: seen)
            costs.append(gatherer.comparisons - before)
        }
        // 240 hours are the window; what came before is let go of.
        #expect(gatherer.count <= 1_024)
        let early = costs[500..<1_000].reduce(0, +)
        let late = costs[5_500...].reduce(0, +)
        #expect(late <= early + early / 10)
        #expect(costs.max() ?? 0 <= 100)
    }

    @Test func `a match still draws others after older ones were let go of`() {
        var gatherer = StoryGatherer<Int>()
        for number in 0..<3_000 {
            let seen = Date(timeIntervalSince1970: Double(number) * 3_600)
            let former = number - 5
            if number % 100 == 50 {
                let found = gatherer.place(unlikeOthers(former), of: number, seen: seen)
                #expect(found == .joins(former, why: "shares 100 % of the shorter text with it"))
            } else {
                #expect(gatherer.place(unlikeOthers(number), of: number, seen: seen) == .opens)
            }
        }
    }

    /// Its words and its number are its own, its town is one of fifty, its country everyone's.
    private func unlikeOthers(_ number: Int) -> Fingerprint {
        Fingerprint(
            shingles: (0..<40).map { UInt64(number * 100 + $0) },
            factIDs: ["place:town-\(number % 50)", "country:ES", "organisation:dgsn"],
            numbers: ["\(10_001 + number * 7) kg"], language: "ar")
    }

    /// The story of each telling, as they come one after the other.
    private func gathered(_ tellings: [ToldEvents.Telling]) -> [Int] {
        var gatherer = StoryGatherer<Int>()
        var stories: [Int] = []
        for (number, telling) in tellings.enumerated() {
            let report = Shipped.examiner.examine(telling.document)
            let print = Fingerprint(of: telling.document, report: report)
            switch gatherer.place(print, of: number, seen: telling.seen) {
            case .opens: stories.append(number)
            case .joins(let other, _): stories.append(stories[other])
            }
        }
        return stories
    }
}
