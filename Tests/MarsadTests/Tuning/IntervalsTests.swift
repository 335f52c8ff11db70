import Testing

@testable import marsad

@Suite struct IntervalsTests {
    /// The rows of Wilson's interval as published tables give them, to three places.
    static let rows: [(hits: Int, total: Int, low: Double, high: Double)] = [
        (0, 10, 0, 0.278), (10, 10, 0.722, 1), (5, 10, 0.237, 0.763), (81, 263, 0.255, 0.366),
    ]

    @Test(arguments: rows)
    func `Wilson's interval stays within nought and one`(
        _ row: (hits: Int, total: Int, low: Double, high: Double)
    ) throws {
        let interval = try #require(Wilson.interval(row.hits, of: row.total))
        #expect(abs(interval.low - row.low) < 0.0006)
        #expect(abs(interval.high - row.high) < 0.0006)
    }

    @Test func `there is no interval of nothing`() {
        #expect(Wilson.interval(0, of: 0) == nil)
    }

    @Test func `the bootstrap gives the same numbers every time`() throws {
        let values = [0.0, 0, 0, 1, 1, 1, 1, 1]
        func mean(_ drawn: [Int]) -> [Double?] {
            [drawn.reduce(0) { $0 + values[$1] } / Double(drawn.count)]
        }
        let once = Bootstrap().intervals(documents: values.count, of: mean)[0]
        let again = Bootstrap().intervals(documents: values.count, of: mean)[0]
        let interval = try #require(once)
        #expect(interval == again ?? (0, 0))
        #expect(interval.low < 0.625 && 0.625 < interval.high)
    }
}
