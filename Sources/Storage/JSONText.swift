import Foundation
import News

/// Writes a value as JSON (RFC 8259) straight into bytes, keys in the order of their type.
///
/// Foundation's encoder builds a tree of the whole value first and took most of the time of
/// keeping an item; this one takes a fifth (`docs/notes/archive.md`). Dates become seconds since
/// 1970. What JSON has no number for (a score that is not a number) becomes 0, for a whole poll
/// is not to be lost to it.
enum JSONText {
    static func of(_ value: some Encodable) throws -> String {
        String(decoding: try bytes(of: value), as: UTF8.self)
    }

    /// The same as UTF-8.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let output = JSONOutput()
        try output.write(value)
        return output.bytes
    }

    static func quoted(_ text: String) -> String {
        let output = JSONOutput()
        output.write(string: text)
        return String(decoding: output.bytes, as: UTF8.self)
    }
}

/// The text as far as it is written, and what is open in it.
final class JSONOutput {
    // One thread writes one text: the run-time check of exclusive access was a sixth of the time.
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    @exclusivity(unchecked) private var open: [UInt8] = []

    init() {
        bytes.reserveCapacity(4_096)
    }

    func write<Value: Encodable>(_ value: Value) throws {
        // The types are compared first because casting costs more than everything else here.
        if Value.self == Date.self, let date = value as? Date {
            return write(number: date.timeIntervalSince1970)
        }
        if Value.self == [Mention].self, let mentions = value as? [Mention] {
            return write(mentions)
        }
        if Value.self == [Evidence].self, let evidence = value as? [Evidence] {
            return write(evidence)
        }
        let depth = open.count
        try value.encode(to: JSONTextEncoder(output: self))
        while open.count > depth { bytes.append(open.removeLast()) }
    }

    func begin(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar) {
        bytes.append(UInt8(ascii: opening))
        open.append(UInt8(ascii: closing))
    }

    func separate() {
        guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else {
            return
        }
        bytes.append(UInt8(ascii: ","))
    }

    /// Keys are names of properties: nothing in them needs escaping.
    func write(key: some CodingKey) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        write(plain: key.stringValue)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    func write(literally text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    func write(plain text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    func write(integer: Int) {
        let magnitude = integer.magnitude
        if integer < 0 { bytes.append(UInt8(ascii: "-")) }
        var unit: UInt = 1
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / unit % 10))
            unit /= 10
        }
    }

    func write(number: Double) {
        let finite = number.isFinite ? number : 0
        write(plain: finite.description)
    }

    func write(string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { text in
            var start = 0
            for place in text.indices where JSONOutput.isSpecial(text[place]) {
                bytes.append(contentsOf: text[start..<place])
                write(escaped: text[place])
                start = place + 1
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private func write(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write(plain: "\\\"")
        case UInt8(ascii: "\\"): write(plain: "\\\\")
        case UInt8(ascii: "\n"): write(plain: "\\n")
        default: write(plain: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
        }
    }
}

/// The standard library's side of ``JSONText``. Containers are closed by whoever asked for the
/// value, so a type that nests containers by hand, as none of the archive's does, cannot be told
/// where the inner one ends.
private struct JSONTextEncoder: Encoder, SingleValueEncodingContainer {
    let output: JSONOutput
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        output.begin("{", "}")
        return KeyedEncodingContainer(JSONTextKeys(output: output))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        output.begin("[", "]")
        return JSONTextList(output: output)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func encodeNil() { output.write(plain: "null") }
    func encode(_ value: Bool) { output.write(plain: value ? "true" : "false") }
    func encode(_ value: String) { output.write(string: value) }
    func encode(_ value: Double) { output.write(number: value) }
    func encode(_ value: Float) { output.write(number: Double(value)) }
    func encode(_ value: some Encodable & FixedWidthInteger) {
        output.write(plain: value.description)
    }
    func encode(_ value: some Encodable) throws { try output.write(value) }
}

private struct JSONTextKeys<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let output: JSONOutput
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        output.write(key: key)
        output.write(plain: "null")
    }

    func encode(_ value: String, forKey key: Key) {
        output.write(key: key)
        output.write(string: value)
    }

    func encode(_ value: Double, forKey key: Key) {
        output.write(key: key)
        output.write(number: value)
    }

    func encode(_ value: Int, forKey key: Key) {
        output.write(key: key)
        output.write(integer: value)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        output.write(key: key)
        try output.write(value)
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy keyType: Inner.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Inner> { unsupported() }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { unsupported() }
    func superEncoder() -> any Encoder { unsupported() }
    func superEncoder(forKey key: Key) -> any Encoder { unsupported() }
}

private struct JSONTextList: UnkeyedEncodingContainer {
    let output: JSONOutput
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(output: JSONOutput) {
        self.output = output
    }

    mutating func encodeNil() {
        count += 1
        output.separate()
        output.write(plain: "null")
    }

    mutating func encode(_ value: some Encodable) throws {
        count += 1
        output.separate()
        try output.write(value)
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy keyType: Inner.Type
    ) -> KeyedEncodingContainer<Inner> { unsupported() }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { unsupported() }
    func superEncoder() -> any Encoder { unsupported() }
}

/// A programmer's error: a type nests containers by hand, see ``JSONTextEncoder``.
private func unsupported() -> Never {
    fatalError("the archive's JSON does not nest containers by hand")
}
