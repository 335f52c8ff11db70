import Glibc
import News

extension UInt8 {
    @inline(__always) var isXMLSpace: Bool {
        self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09
    }

    /// A letter of ASCII in lower case.
    @inline(__always) var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// Whether an XML name may start with it; bytes above ASCII are letters here.
    @inline(__always) var startsName: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || self >= 0x80
            || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
    }

    @inline(__always) var continuesName: Bool {
        startsName || (0x30...0x39).contains(self) || self == UInt8(ascii: "-")
            || self == UInt8(ascii: ".")
    }

    @inline(__always) var endsName: Bool {
        isXMLSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/")
            || self == UInt8(ascii: "<")
    }
}

/// Search in bytes; every offset given must lie in them or at their end.
extension UnsafeBufferPointer<UInt8> {
    /// Where `byte` is next.
    @inline(__always) func first(_ byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    /// Where the next byte up to 0x20 is, or the end; eight bytes at a time.
    @inline(__always) func firstSpace(from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while index + 8 <= count {
            let word = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let below = (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
            if below != 0 { return index + below.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] > 0x20 { index += 1 }
        return index
    }

    /// Where `mark` is next.
    func find(_ mark: StaticString, from start: Int) -> Int? {
        var index = start
        while let place = first(mark.utf8Start.pointee, from: index) {
            if holds(mark, at: place) { return place }
            index = place + 1
        }
        return nil
    }

    @inline(__always) func holds(_ mark: StaticString, at offset: Int) -> Bool {
        guard let base = baseAddress, offset + mark.utf8CodeUnitCount <= count else { return false }
        return memcmp(base + offset, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    }

    /// The local part, in lower case, of the name that starts at `offset`; empty where none does.
    func localName(at offset: Int) -> String {
        guard offset < count, self[offset].startsName else { return "" }
        var end = offset
        var start = offset
        while end < count, end - offset < 128, self[end].continuesName {
            if self[end] == UInt8(ascii: ":") { start = end + 1 }
            end += 1
        }
        return String(decoding: self[start..<end], as: UTF8.self).lowercased()
    }

    /// A complaint at the line and column of `offset` of bytes that begin at `start`.
    func complaint(
        at offset: Int, _ message: String, from start: TextPlace = .init()
    ) -> Complaint {
        var place = start
        place.advance(over: UnsafeBufferPointer(rebasing: self[..<offset]))
        return Complaint(line: place.line, column: place.column, message: message)
    }
}
