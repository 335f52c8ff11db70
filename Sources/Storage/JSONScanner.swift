import Foundation

/// Reads JSON (RFC 8259) from its bytes, one value after another, without a tree of the whole.
///
/// Foundation's decoder builds one first, and took two thirds of the time in which a month's
/// digest was made (`docs/notes/digest-speed.md`). What is not asked for is skipped. Throws
/// ``JSONFault`` at what is no JSON, or another value than the one asked for.
struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var place: Int
    private let end: Int

    /// - Parameter range: of the bytes, which may hold several texts.
    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        place = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// The body reads or skips the value of each key.
    mutating func object(_ body: (String, inout JSONScanner) throws -> Void) throws {
        try expect("{")
        guard !found("}") else { return }
        repeat {
            let key = try string()
            try expect(":")
            try body(key, &self)
        } while found(",")
        try expect("}")
    }

    mutating func list<Value>(_ value: (inout JSONScanner) throws -> Value) throws -> [Value] {
        try expect("[")
        guard !found("]") else { return [] }
        var values: [Value] = []
        repeat { values.append(try value(&self)) } while found(",")
        try expect("]")
        return values
    }

    /// How many values a list has, which are skipped.
    mutating func count() throws -> Int {
        try expect("[")
        guard !found("]") else { return 0 }
        var count = 0
        repeat {
            try skip()
            count += 1
        } while found(",")
        try expect("]")
        return count
    }

    /// Nil for `null`.
    mutating func optional<Value>(_ value: (inout JSONScanner) throws -> Value) throws -> Value? {
        guard next == UInt8(ascii: "n") else { return try value(&self) }
        try skip()
        return nil
    }

    mutating func string() throws -> String {
        let range = try rawString()
        guard let escape = bytes[range].firstIndex(of: UInt8(ascii: "\\")) else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        return try unescaped(range, from: escape)
    }

    mutating func integer() throws -> Int {
        passSpace()
        let start = place
        try skipWord()
        var value = 0
        let isNegative = bytes[start] == UInt8(ascii: "-")
        for byte in bytes[(isNegative ? start + 1 : start)..<place] {
            guard (0x30...0x39).contains(byte), place - start < 19 else {
                // Beyond what can be summed up here, or no integer at all.
                let text = String(decoding: bytes[start..<place], as: UTF8.self)
                guard let whole = Int(text) else { throw JSONFault(place: start) }
                return whole
            }
            value = value * 10 + Int(byte - 0x30)
        }
        return isNegative ? -value : value
    }

    mutating func boolean() throws -> Bool {
        let isTrue = next == UInt8(ascii: "t")
        guard isTrue || next == UInt8(ascii: "f") else { throw JSONFault(place: place) }
        try skip()
        return isTrue
    }

    mutating func number() throws -> Double {
        passSpace()
        let start = place
        let isNegative = place < end && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var digits = 0
        var mantissa = 0
        var decimals = 0
        var hasPoint = false
        while place < end {
            let byte = bytes[place]
            if (0x30...0x39).contains(byte), digits < 15 {
                mantissa = mantissa * 10 + Int(byte - 0x30)
                digits += 1
                if hasPoint { decimals += 1 }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            place += 1
        }
        guard digits > 0, !isAtNumber else { return try longNumber(from: start) }
        // Both are exact, so that their quotient is rounded once.
        let value = decimals == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[decimals]
        return isNegative ? -value : value
    }

    /// Passes over a value, whatever it is.
    mutating func skip() throws {
        var depth = 0
        repeat {
            passSpace()
            guard place < end else { throw JSONFault(place: place) }
            switch bytes[place] {
            case UInt8(ascii: "\""): _ = try rawString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                place += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { throw JSONFault(place: place) }
                depth -= 1
                place += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { throw JSONFault(place: place) }
                place += 1
            default: try skipWord()
            }
        } while depth > 0
    }

    /// The first byte of the next value; 0 at the end.
    private var next: UInt8 {
        mutating get {
            passSpace()
            return place < end ? bytes[place] : 0
        }
    }

    private mutating func passSpace() {
        while place < end, bytes[place] <= 0x20 { place += 1 }
    }

    private mutating func found(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ sign: Unicode.Scalar) throws {
        guard found(sign) else { throw JSONFault(place: place) }
    }

    /// Of a number, `true`, `false` or `null`.
    private mutating func skipWord() throws {
        let start = place
        while place < end, isOfWord(bytes[place]) { place += 1 }
        guard place > start else { throw JSONFault(place: place) }
    }

    private func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    private var isAtNumber: Bool { place < end && isOfWord(bytes[place]) }

    private mutating func longNumber(from start: Int) throws -> Double {
        place = start
        try skipWord()
        guard let value = Double(String(decoding: bytes[start..<place], as: UTF8.self)) else {
            throw JSONFault(place: start)
        }
        return value
    }

    /// What stands between the quotes.
    private mutating func rawString() throws -> Range<Int> {
        try expect("\"")
        let start = place
        var quote = try quotationMark(from: start)
        // A mark behind an odd number of backslashes is of the text.
        while bytes[start..<quote].reversed().prefix(while: { $0 == UInt8(ascii: "\\") }).count % 2
            == 1
        {
            quote = try quotationMark(from: quote + 1)
        }
        place = quote + 1
        return start..<quote
    }

    /// Found by the system's own search, which looks at many bytes at once: most of a report is
    /// words that are passed over.
    private func quotationMark(from start: Int) throws -> Int {
        let length = bytes.withUnsafeBytes { bytes -> Int? in
            guard start < end, let base = bytes.baseAddress,
                let mark = memchr(base + start, Int32(UInt8(ascii: "\"")), end - start)
            else { return nil }
            return UnsafeRawPointer(mark) - (base + start)
        }
        guard let length else { throw JSONFault(place: start) }
        return start + length
    }

    private func unescaped(_ range: Range<Int>, from escape: Int) throws -> String {
        var text = Array(bytes[range.lowerBound..<escape])
        var index = escape
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
                text.append(bytes[index])
                index += 1
                continue
            }
            let sign = bytes[index + 1]
            index += 2
            switch sign {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"):
                let units = try utf16(at: &index, in: range)
                text += Array(String(decoding: units, as: UTF16.self).utf8)
            default: text.append(sign)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The unit whose four digits stand here, and those of the escapes that follow it at once,
    /// for two of them may be one character.
    private func utf16(at index: inout Int, in range: Range<Int>) throws -> [UInt16] {
        var units: [UInt16] = []
        repeat {
            let digits = bytes[index..<min(index + 4, range.upperBound)]
            guard digits.count == 4,
                let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
            else { throw JSONFault(place: index) }
            units.append(unit)
            index += 4
            guard bytes[index..<range.upperBound].starts(with: [0x5C, 0x75]) else { break }
            index += 2
        } while true
        return units
    }
}

/// The powers that a `Double` holds exactly and fifteen digits may need.
private let powersOfTen: [Double] = (0...15).map { pow(10, Double($0)) }

/// A text of the archive that is not the JSON that Marsad writes.
struct JSONFault: Error, CustomStringConvertible {
    /// Bytes before it.
    let place: Int

    var description: String { "what was found in an item cannot be read at byte \(place)" }
}
