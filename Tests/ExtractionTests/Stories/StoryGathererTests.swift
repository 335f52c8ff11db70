import Foundation
import News
import Testing

@testable import Extraction

@Suite struct StoryGathererTests {
    @Test(arguments: [
        ("told.txt", 34, 91), ("told-later.txt", 21, 69), ("told-widely.txt", 19, 109),
    ])
    func `tellings of an event become one story, within and across languages`(
        _ set: (file: String, events: Int, tellings: Int)
    ) throws {
        let told = try ToldEvents(set.file)
        #expect(told.events.count == set.events)
        #expect(told.tellings.count == set.tellings)
        let found = gathered(told.tellings)
        let measure = BCubed(zip(told.tellings, found).map { ($0.event, $1) })
        #expect(measure.precision >= 0.98)
        #expect(measure.recall >= 0.9)
        #expect(measure.f1 >= 0.95, "\(measure)")
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
