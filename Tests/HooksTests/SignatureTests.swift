import Foundation
import Testing

@testable import Hooks

@Suite struct SignatureTests {
    /// RFC 4231, test cases 1, 2 and 6.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func `a message is signed as RFC 4231 says`(
        _ row: (secret: [UInt8], message: String, code: String)
    ) {
        #expect(Signature.of(Array(row.message.utf8), secret: row.secret) == "sha256=\(row.code)")
    }
}

@Suite struct DeliveriesTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func `at most so many go out within an hour`() {
        let deliveries = Deliveries(atMost: 2)
        #expect(deliveries.next(after: [], at: now) == now)
        #expect(deliveries.next(after: [now - 4000, now - 100], at: now) == now)
        #expect(deliveries.next(after: [now - 3000, now - 100], at: now) == now + 600)
        #expect(
            deliveries.next(after: [now - 3000, now - 2000, now - 100], at: now) == now + 1600)
        // The clock has been set back since these.
        #expect(deliveries.next(after: [now + 86_400, now + 86_500], at: now) == now)
    }

    @Test(arguments: [(-1.0, true), (0, true), (60, false), (21_600 * 1.24, false), (86_400, true)])
    func `a notice is due at its time, or where its time cannot be meant`(
        _ row: (wait: Double, isDue: Bool)
    ) {
        #expect(Deliveries.isDue(now + row.wait, at: now) == row.isDue)
    }

    @Test(arguments: [(0, 60.0), (1, 120), (5, 1920), (9, 21_600), (400, 21_600)])
    func `a delivery in vain is tried later and later`(_ row: (attempts: Int, wait: Double)) {
        #expect(Deliveries.retry(after: row.attempts, id: 16, at: now) == now + row.wait)
    }
}
