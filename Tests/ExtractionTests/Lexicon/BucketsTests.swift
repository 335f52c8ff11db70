import Testing

@testable import Extraction

@Suite struct BucketsTests {
    @Test func `a list keeps the order in which its elements came`() {
        let buckets = Buckets<Character>([(2, "c"), (0, "a"), (2, "d"), (0, "b")])
        let lists = (0...4).map { number in
            String(buckets.range(Int32(number)).map { buckets[$0] })
        }
        #expect(lists == ["ab", "", "cd", "", ""])
    }

    @Test func `kinds are numbered from zero in the order of their cases`() {
        #expect(LexiconKind.allCases.map(\.number) == Array(LexiconKind.allCases.indices))
    }

    @Test func `a set of numbers holds what was put in, and nothing beyond`() {
        var numbers = BitSet()
        numbers.formUnion(3...5)
        numbers.insert(200)
        #expect([-1, 0, 3, 5, 6, 199, 200, 201, 5000].filter(numbers.contains) == [3, 5, 200])
        #expect(numbers.isDisjoint(with: 6...199))
        #expect(!numbers.isDisjoint(with: 199...201))
    }
}
