/// UTF-8 judged and mended byte by byte (Unicode §3.9, table 3-7).
enum UTF8Bytes {
    /// U+FFFD.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// What is found in bytes that may be UTF-8.
    struct Census {
        /// Well-formed sequences of two bytes or more; where no byte is bad, at least one if
        /// there are any.
        var sequences = 0
        /// Bytes that are in no well-formed sequence.
        var bad = 0
        var isASCII: Bool { sequences == 0 && bad == 0 }
    }

    /// `bytes` as a text, bad ones as U+FFFD. The standard library's own check takes four times
    /// as long over letters beyond ASCII.
    static func text(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { buffer in
            guard quickCensus(buffer)?.bad == 0 else {
                return String(decoding: bytes, as: UTF8.self)
            }
            // The census has found every sequence well-formed.
            return unsafe String(copying: UTF8Span(unchecked: buffer.span))
        }
    }

    static func census(_ bytes: ArraySlice<UInt8>) -> Census {
        bytes.withUnsafeBufferPointer { bytes in
            quickCensus(bytes) ?? census(bytes, from: 0)
        }
    }

    private static func census(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Census {
        var census = Census()
        var index = start
        while index < bytes.count {
            index = endOfASCII(bytes, from: index)
            guard index < bytes.count else { break }
            let length = sequenceLength(bytes, at: index)
            if length > 0 { census.sequences += 1 } else { census.bad += 1 }
            index += max(length, 1)
        }
        return census
    }

    /// The census of well-formed bytes, eight at a time; the sequences are not all counted.
    /// Nil where the bytes are not well-formed, or hold letters that need a closer look.
    private static func quickCensus(_ bytes: UnsafeBufferPointer<UInt8>) -> Census? {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        var previous: UInt64 = 0
        var all: UInt64 = 0
        var faults: UInt64 = 0
        while index + 8 <= bytes.count {
            let word = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            all |= word
            if (word | previous) & Word.highs != 0 {
                faults |= Word.faults(word, after: previous) | Word.impossible(word)
                if Word.longStarts(word) != 0 { faults |= Word.rareStarts(word) }
            }
            previous = word
            index += 8
        }
        guard faults == 0 else { return nil }
        // The last sequence may go on behind the last whole word.
        while index > 0, bytes[index - 1] >= 0x80 {
            index -= 1
            if bytes[index] >= 0xC0 { break }
        }
        let tail = census(bytes, from: index)
        let isHigh = tail.sequences > 0 || all & Word.highs != 0
        return tail.bad > 0 ? nil : Census(sequences: isHigh ? 1 : 0)
    }

    /// Eight bytes, the first lowest; a byte's answer is its highest bit.
    private enum Word {
        static let highs: UInt64 = 0x8080_8080_8080_8080
        private static let ones: UInt64 = 0x0101_0101_0101_0101

        /// Bytes that continue a sequence where none goes on, or the other way around.
        @inline(__always)
        static func faults(_ word: UInt64, after previous: UInt64) -> UInt64 {
            let first = word << 8 | previous >> 56
            let second = word << 16 | previous >> 48
            let third = word << 24 | previous >> 40
            let mustFollow =
                first & first << 1 | second & second << 1 & second << 2
                | third & third << 1 & third << 2 & third << 3
            return (mustFollow ^ word & ~(word << 1)) & highs
        }

        /// 0xC0 and 0xC1, which no text has.
        @inline(__always)
        static func impossible(_ word: UInt64) -> UInt64 {
            zeros(word & ~ones ^ ones &* 0xC0)
        }

        /// Starts of three bytes and more.
        @inline(__always)
        static func longStarts(_ word: UInt64) -> UInt64 {
            word & word << 1 & word << 2 & highs
        }

        /// Starts after which not all bytes may follow: 0xE0, 0xED and from 0xF0 on.
        @inline(__always)
        static func rareStarts(_ word: UInt64) -> UInt64 {
            longStarts(word) & word << 3 | zeros(word ^ ones &* 0xE0)
                | zeros(word ^ ones &* 0xED)
        }

        @inline(__always)
        private static func zeros(_ word: UInt64) -> UInt64 {
            (word &- ones) & ~word & highs
        }
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
