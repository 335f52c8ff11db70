import Foundation
import News
import Testing

@testable import Extraction

@Suite struct StoryGathererTests {
    @Test func `tellings of an event become one story, within and across languages`() throws {
        let told = try ToldEvents()
        #expect(told.tellings.count >= 60)
        #expect(told.events.count >= 20)
        let found = gathered(told.tellings)
        let measure = BCubed(zip(told.tellings, found).map { ($0.event, $1) })
        #expect(measure.precision >= 0.98)
        #expect(measure.recall >= 0.95)
        #expect(measure.f1 >= 0.97)
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
