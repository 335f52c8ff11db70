/// Escapes of JSON that are one half of a character (`\ud83d` without its `\ude94`), which a
/// careless program leaves when it cuts a string. No decoder takes them.
package enum LoneSurrogates {
    /// The same JSON with U+FFFD for each of them, as long as before.
    package static func replaced(in json: [UInt8]) -> [UInt8] {
        var json = json
        var index = 0
        while let place = json[index...].firstIndex(of: UInt8(ascii: "\\")) {
            guard let unit = unit(at: place, in: json) else {
                index = min(place + 2, json.count)
                continue
            }
            index = place + 6
            guard (0xD800...0xDFFF).contains(unit) else { continue }
            let next = self.unit(at: index, in: json) ?? 0
            if unit < 0xDC00, (0xDC00...0xDFFF).contains(next) {
                index += 6
            } else {
                json.replaceSubrange(place..<index, with: "\\ufffd".utf8)
            }
        }
        return json
    }

    /// What `\uXXXX` stands for; nil where no such escape begins.
    private static func unit(at place: Int, in json: [UInt8]) -> Int? {
        guard place + 6 <= json.count, json[place] == UInt8(ascii: "\\"),
            json[place + 1] == UInt8(ascii: "u")
        else { return nil }
        return Int(String(decoding: json[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16)
    }
}
