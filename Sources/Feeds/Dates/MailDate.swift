/// The date of a mail as RFC 2822 §3.3 writes it, read without detours: nine feeds in ten have no
/// other.
enum MailDate {
    /// The fields of `Sat, 21 Nov 2026 09:30:00 +0100`, with `GMT`, `UT`, `UTC` and `Z` as zones
    /// too; nil for all other forms.
    static func fields(_ text: String) -> DateFields? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = Reader(bytes: bytes)
            return reader.fields()
        }
    }

    private struct Reader {
        let bytes: UnsafeBufferPointer<UInt8>
        var index = 0

        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func fields() -> DateFields? {
            if bytes.count > 5, bytes[3] == UInt8(ascii: ","), bytes[4] == 0x20 { index = 5 }
            guard let day = number(1...2), take(0x20), let month = month(), take(0x20),
                let year = number(4...4), take(0x20), let hour = number(2...2),
                take(UInt8(ascii: ":")), let minute = number(2...2),
                take(UInt8(ascii: ":")), let second = number(2...2), take(0x20),
                let offset = offset(), index == bytes.count
            else { return nil }
            return DateFields(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second,
                offset: offset)
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
            return true
        }

        private mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
            let start = index
            var value = 0
            while index < bytes.count, index - start < lengths.upperBound,
                (0x30...0x39).contains(bytes[index])
            {
                value = value * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            return index - start >= lengths.lowerBound ? value : nil
        }

        private static let months = Array("janfebmaraprmayjunjulaugsepoctnovdec".utf8)

        private mutating func month() -> Int? {
            guard index + 3 <= bytes.count else { return nil }
            let name = bytes[index..<index + 3]
            index += 3
            return (0..<12).first { month in
                name.enumerated().allSatisfy { $1 | 0x20 == Self.months[3 * month + $0] }
            }.map { $0 + 1 }
        }

        private mutating func offset() -> Int? {
            guard index < bytes.count else { return nil }
            let sign = bytes[index]
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                index += 1
                guard let digits = number(4...4), digits % 100 < 60, digits < 1500 else {
                    return nil
                }
                let seconds = digits / 100 * 3600 + digits % 100 * 60
                return sign == UInt8(ascii: "-") ? -seconds : seconds
            }
            let name = String(decoding: bytes[index...], as: UTF8.self)
            index = bytes.count
            return ["GMT", "UT", "UTC", "Z"].contains(name) ? 0 : nil
        }
    }
}
