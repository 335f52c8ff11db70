import Testing

@testable import Feeds

@Suite struct UTF8BytesTests {
    /// Each is put at all places within a text, so that it lies across the words read at once.
    @Test(
        arguments: [
            [0x61], [0xD8, 0xA7], [0xE2, 0x80, 0x99], [0xF0, 0x9F, 0x98, 0x80], [0xE0, 0xA4, 0x85],
            [0xED, 0x9F, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF],
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0xFF], [0xD8],
            [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xD8, 0xA7, 0xA7], [0xE2, 0x28, 0xA1],
        ] as [[UInt8]])
    func `a census finds the bad bytes that the standard library finds`(letters: [UInt8]) {
        for before in 0..<20 {
            for filler in ["a", "د"] {
                let start = Array(String(repeating: filler, count: before).utf8)
                for after in [0, 1, 7, 8, 20] {
                    let bytes = start + letters + [UInt8](repeating: 0x20, count: after)
                    let census = UTF8Bytes.census(bytes[...])
                    let isValid = String(validating: bytes, as: UTF8.self) != nil
                    #expect((census.bad == 0) == isValid, "\(bytes)")
                    #expect(census.isASCII == bytes.allSatisfy { $0 < 0x80 }, "\(bytes)")
                }
            }
        }
    }
}
