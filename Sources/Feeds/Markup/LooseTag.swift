/// A start tag read with forgiveness: values without quotes or none at all, attributes twice.
struct LooseTag {
    let name: String
    /// Names, and where the values lie.
    private(set) var attributes: [(name: String, value: Range<Int>)] = []
    private(set) var isEmpty = false
    /// Whether something had to be forgiven.
    private(set) var isMended = false
    /// Past the tag.
    private(set) var end = 0

    /// Nil where no `>` ends the tag before another starts: then `mark` is a letter of a text.
    /// The bytes gone over are added to `looked`.
    init?(
        _ bytes: UnsafeBufferPointer<UInt8>, at mark: Int, limits: FeedLimits, looked: inout Int
    ) {
        var index = mark + 1
        defer { looked += index - mark }
        while index < bytes.count, bytes[index].continuesName { index += 1 }
        name = String(decoding: bytes[mark + 1..<index], as: UTF8.self)
        guard name.utf8.count <= 256, name.last != ":", name.first != ":" else { return nil }
        while index < bytes.count, index - mark <= limits.startTag {
            switch bytes[index] {
            case UInt8(ascii: ">"):
                end = index + 1
                return
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: "/"):
                isEmpty = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
                index += 1
            case let byte where byte.startsName:
                guard let next = attribute(bytes, at: index, limits: limits) else { return nil }
                index = next
            case let byte:
                if !byte.isXMLSpace { isMended = true }
                index += 1
            }
        }
        guard index < bytes.count, let close = bytes.first(UInt8(ascii: ">"), from: index) else {
            return nil
        }
        attributes = []
        isMended = true
        end = close + 1
    }

    private mutating func attribute(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limits: FeedLimits
    ) -> Int? {
        var index = start
        while index < bytes.count, bytes[index].continuesName { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        var next = index
        while next < bytes.count, bytes[next].isXMLSpace { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
            keep(name, index..<index, isMended: true, limits)
            return index
        }
        next += 1
        while next < bytes.count, bytes[next].isXMLSpace { next += 1 }
        guard next < bytes.count else { return nil }
        if bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") {
            guard let quote = bytes.first(bytes[next], from: next + 1) else { return nil }
            keep(name, next + 1..<quote, isMended: false, limits)
            return quote + 1
        }
        index = next
        while index < bytes.count, !bytes[index].isXMLSpace, bytes[index] != UInt8(ascii: ">"),
            bytes[index] != UInt8(ascii: "<")
        { index += 1 }
        keep(name, next..<index, isMended: true, limits)
        return index
    }

    private mutating func keep(
        _ name: String, _ value: Range<Int>, isMended: Bool, _ limits: FeedLimits
    ) {
        guard attributes.count < limits.attributes else { return }
        let isTwice = attributes.contains { $0.name == name }
        self.isMended = self.isMended || isMended || isTwice
        guard !isTwice, name.last != ":", name.first != ":",
            name.utf8.count(where: { $0 == UInt8(ascii: ":") }) < 2
        else { return }
        attributes.append((name, value))
    }
}

/// What an `&` starts.
enum LooseReference {
    /// A reference that libxml2 and the HTML names know, as written.
    case known(Range<Int>)
    /// A number, nil where XML forbids the letter; and what follows.
    case number(UInt32?, next: Int)
    case bare

    init(_ bytes: UnsafeBufferPointer<UInt8>, at mark: Int, before end: Int) {
        var index = mark + 1
        if index < end, bytes[index] == UInt8(ascii: "#") {
            self = Self.number(bytes, at: mark, before: end)
            return
        }
        while index < end, index - mark < 40, bytes[index].continuesName { index += 1 }
        let name = String(decoding: bytes[mark + 1..<index], as: UTF8.self)
        let isEnded = index < end && bytes[index] == UInt8(ascii: ";")
        self =
            isEnded && HTMLEntities.bytes(named: name) != nil ? .known(mark..<index + 1) : .bare
    }

    private static func number(
        _ bytes: UnsafeBufferPointer<UInt8>, at mark: Int, before end: Int
    ) -> LooseReference {
        var index = mark + 2
        let isHex = index < end && (bytes[index] | 0x20) == UInt8(ascii: "x")
        if isHex { index += 1 }
        let start = index
        while index < end, index - start < 8,
            (0x30...0x39).contains(bytes[index])
                || isHex && (0x61...0x66).contains(bytes[index] | 0x20)
        {
            index += 1
        }
        guard index > start else { return .bare }
        let digits = String(decoding: bytes[start..<index], as: UTF8.self)
        let next = index < end && bytes[index] == UInt8(ascii: ";") ? index + 1 : index
        let value = UInt32(digits, radix: isHex ? 16 : 10).flatMap { isLetter($0) ? $0 : nil }
        return .number(value, next: next)
    }

    /// XML 1.0 §2.2.
    private static func isLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
