import News

/// A JSON feed that no decoder reads, taken apart in one pass: what stands around its items, and
/// each item by itself.
///
/// Control characters within strings are escaped on the way. An item that the document's end
/// cuts off is left out, for half a text would be kept for good.
struct JSONRepair {
    /// The document with an empty list in place of its items.
    private(set) var frame: [UInt8] = []
    /// The items, and where they start in the document.
    private(set) var items: [(bytes: ArraySlice<UInt8>, start: Int)] = []
    /// Whether all brackets were closed.
    private(set) var isComplete = false

    private var output: [UInt8] = []
    private var open: [UInt8] = []
    private var lastString = 0..<0
    private var list: Range<Int>?
    private var listStart: Int?
    private var itemStart: (output: Int, source: Int)?
    private var ranges: [(output: Range<Int>, source: Int)] = []

    /// Nil where no list of items begins. `bytes` are UTF-8.
    init?(_ bytes: [UInt8]) {
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index = copyString(bytes, from: index)
                continue
            }
            output.append(byte)
            step(byte, at: index)
            index += 1
        }
        guard let listStart else { return nil }
        isComplete = list != nil && open.isEmpty
        frame = Array(output[..<listStart])
        if isComplete, let list {
            frame += output[(list.upperBound - 1)...]
        } else {
            frame += "]}".utf8
        }
        items = ranges.map { (output[$0.output], $0.source) }
    }

    /// Past the string's end, or past the document's.
    private mutating func copyString(_ bytes: [UInt8], from start: Int) -> Int {
        let first = output.count
        output.append(UInt8(ascii: "\""))
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 {
                output += "\\u00".utf8
                output += (byte < 0x10 ? "0" : "1").utf8
                output += String(byte & 0xF, radix: 16).utf8
            } else {
                output.append(byte)
            }
            index += 1
            if byte == UInt8(ascii: "\\"), index < bytes.count {
                output.append(bytes[index])
                index += 1
            } else if byte == UInt8(ascii: "\"") {
                lastString = first..<output.count
                return index
            }
        }
        return index
    }

    /// Whether a string of the document holds a control character, which JSON forbids.
    static func holdControls(_ bytes: [UInt8]) -> Bool {
        var isString = false
        var isEscaped = false
        for byte in bytes {
            if isString, byte < 0x20 { return true }
            if byte == UInt8(ascii: "\""), !isEscaped { isString.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return false
    }

    private static let itemsKey = Array("\"items\"".utf8)

    private mutating func step(_ byte: UInt8, at index: Int) {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if open.count == 1, byte == UInt8(ascii: "["), listStart == nil,
                output[lastString].elementsEqual(Self.itemsKey)
            {
                listStart = output.count
            }
            if isInList, open.count == 2 { itemStart = (output.count - 1, index) }
            open.append(byte)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            guard !open.isEmpty else { return }
            open.removeLast()
            if isInList, open.count == 2, let start = itemStart {
                ranges.append((start.output..<output.count, start.source))
            }
            if isInList, open.count == 1, let listStart {
                list = listStart..<output.count
            }
        default: break
        }
    }

    /// Whether the list of items has begun and not ended.
    private var isInList: Bool { listStart != nil && list == nil }
}
