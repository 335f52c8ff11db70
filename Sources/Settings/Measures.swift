import Yams

extension Fields {
    /// Seconds, written `30 s`, `15 min`, `2 h`, `1 d`.
    func seconds(_ key: String) -> Double? {
        guard let node = node(key) else { return nil }
        let units = ["s": 1.0, "min": 60, "h": 3600, "d": 86_400]
        guard let value = Fields.measure(node, units) else {
            complain(
                "‘\(node.scalar?.string ?? "")’ is not a length of time; "
                    + "write 30 s, 15 min, 2 h or 1 d", at: node)
            return nil
        }
        return value
    }

    /// Bytes, written `500 KiB`, `15 MiB`.
    func bytes(_ key: String) -> Int? {
        guard let node = node(key) else { return nil }
        let units = ["B": 1.0, "KiB": 1024, "MiB": 1_048_576, "GiB": 1_073_741_824]
        guard let value = Fields.measure(node, units), value >= 1, value < 1e15 else {
            complain("‘\(key)’ wants a size such as 500 KiB or 15 MiB", at: node)
            return nil
        }
        return Int(value)
    }

    /// A positive number and one of the units; nil for anything else.
    private static func measure(_ node: Node, _ units: [String: Double]) -> Double? {
        guard let text = node.scalar?.string else { return nil }
        let digits = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Double(digits), let factor = units[String(unit)], number >= 0 else {
            return nil
        }
        return number * factor
    }
}
