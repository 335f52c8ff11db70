/// UTF-8 judged and mended byte by byte (Unicode §3.9, table 3-7).
enum UTF8Bytes {
    /// U+FFFD.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// What is found in bytes that may be UTF-8.
    struct Census {
        /// Well-formed sequences of two bytes or more.
        var sequences = 0
        /// Bytes that are in no well-formed sequence.
        var bad = 0
        var isASCII: Bool { sequences == 0 && bad == 0 }
    }

    static func census(_ bytes: ArraySlice<UInt8>) -> Census {
        var census = Census()
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                index = endOfASCII(bytes, from: index)
                guard index < bytes.count else { break }
                let length = sequenceLength(bytes, at: index)
                if length > 0 { census.sequences += 1 } else { census.bad += 1 }
                index += max(length, 1)
            }
        }
        return census
    }

    /// `bytes` with U+FFFD for each byte that is in no well-formed sequence.
    static func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var mended: [UInt8] = []
        mended.reserveCapacity(bytes.count + 64)
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let start = index
                index = endOfASCII(bytes, from: index)
                mended.append(contentsOf: bytes[start..<index])
                guard index < bytes.count else { break }
                let length = sequenceLength(bytes, at: index)
                if length > 0 {
                    mended.append(contentsOf: bytes[index..<index + length])
                } else {
                    mended.append(contentsOf: replacement)
                }
                index += max(length, 1)
            }
        }
        return mended
    }

    /// Where the next byte above 0x7F is, eight bytes at a time.
    @inline(__always)
    private static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// The length of the well-formed sequence at `index`, 0 where there is none.
    @inline(__always)
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        func follows(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            index + offset < bytes.count && bytes[index + offset] >= low
                && bytes[index + offset] <= high
        }
        switch first {
        case 0xC2...0xDF: return follows(1) ? 2 : 0
        case 0xE0: return follows(1, 0xA0) && follows(2) ? 3 : 0
        case 0xED: return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0
        case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
        case 0xF0: return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0
        case 0xF4: return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0
        case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
        default: return 0
        }
    }
}
