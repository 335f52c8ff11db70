/// Texts and the values of attributes as libxml2 takes them: references that it knows, no bare `&`
/// and `<`, no letters that XML forbids.
extension MarkupRepair {
    mutating func text(_ range: Range<Int>) {
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "&") {
                output.append(contentsOf: bytes[start..<index])
                index = reference(at: index, before: range.upperBound)
                start = index
            } else if byte < 0x20 && !byte.isXMLSpace || isNonCharacter(index) {
                output.append(contentsOf: bytes[start..<index])
                complain(at: index, "a control character")
                index += byte < 0x20 ? 1 : 3
                start = index
            } else if byte == UInt8(ascii: ">") {
                output.append(contentsOf: bytes[start..<index])
                output += "&gt;".utf8
                index += 1
                start = index
            } else {
                index += 1
            }
        }
        if start < range.upperBound { output.append(contentsOf: bytes[start..<range.upperBound]) }
    }

    /// U+FFFE and U+FFFF, which XML forbids.
    private func isNonCharacter(_ index: Int) -> Bool {
        bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF
            && bytes[index + 2] >= 0xBE
    }

    /// Past a reference that is known, or past a bare `&`.
    private mutating func reference(at mark: Int, before end: Int) -> Int {
        switch LooseReference(bytes, at: mark, before: end) {
        case .known(let range):
            output.append(contentsOf: bytes[range])
            return range.upperBound
        case .number(let value, let next):
            if let value {
                output += "&#\(value);".utf8
            } else {
                complain(at: mark, "a reference to a control character")
            }
            return next
        case .bare:
            complain(at: mark, "an ‘&’ that starts no reference")
            output += "&amp;".utf8
            return mark + 1
        }
    }

    /// The text of a CDATA section, as if it had been escaped.
    mutating func verbatim(_ range: Range<Int>) {
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case let byte where byte < 0x20 && !byte.isXMLSpace:
                complain(at: index, "a control character")
            default: output.append(bytes[index])
            }
        }
    }

    mutating func attribute(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "&"):
                index = reference(at: index, before: range.upperBound)
                continue
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case let byte where byte < 0x20 && !byte.isXMLSpace: break
            case let byte: output.append(byte)
            }
            index += 1
        }
    }
}
