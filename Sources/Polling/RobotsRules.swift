/// What a site's `robots.txt` allows this robot, as RFC 9309 has it.
///
/// Pure. A file is read as far as it can be; lines that mean nothing here (Sitemap, Crawl-delay)
/// are passed over.
package struct RobotsRules: Sendable, Hashable {
    /// The name that groups may address; of a User-Agent its product without the version.
    package static let robot = "marsad"

    /// Bytes that are read; RFC 9309 §2.5 wants 500 KiB at least.
    package static let limit = 512 << 10

    private struct Rule: Hashable {
        var isAllowed: Bool
        /// Percent-encoded as ``RobotsRules/normalised(_:)`` does, with `*` and a last `$`.
        var pattern: [UInt8]
    }

    private var rules: [Rule]

    /// All is allowed: no file, or one that cannot be had because of the request (4xx).
    package static let everything = RobotsRules(rules: [])
    /// Nothing is: the host is in trouble or out of reach, so that nobody can know (§2.3.1.4).
    package static let nothing = RobotsRules(rules: [Rule(isAllowed: false, pattern: [0x2F])])

    private init(rules: [Rule]) { self.rules = rules }

    /// Of the groups those count that name the robot, all together; where there are none, those
    /// for `*` (§2.2.1).
    package init(_ file: [UInt8]) {
        var own: [Rule]?
        var general: [Rule] = []
        var addressed: (own: Bool, general: Bool) = (false, false)
        var isAmongAgents = false
        for (field, value) in RobotsRules.lines(file) {
            switch field {
            case "user-agent":
                if !isAmongAgents { addressed = (false, false) }
                isAmongAgents = true
                let name = RobotsRules.product(value)
                addressed.own = addressed.own || name == RobotsRules.robot
                addressed.general = addressed.general || value == "*"
                if addressed.own, own == nil { own = [] }
            case "allow", "disallow":
                isAmongAgents = false
                guard !value.isEmpty else { continue }
                let rule = Rule(
                    isAllowed: field == "allow", pattern: RobotsRules.normalised(value))
                if addressed.own { own?.append(rule) }
                if addressed.general { general.append(rule) }
            default: continue
            }
        }
        rules = own ?? general
    }

    /// Whether a path with its query may be asked for: the longest pattern that fits decides, and
    /// of two as long the one that allows (§2.2.2). The file itself always may.
    package func allows(_ path: String) -> Bool {
        guard path != "/robots.txt" else { return true }
        let path = RobotsRules.normalised(path.isEmpty ? "/" : path)
        var best: (length: Int, isAllowed: Bool) = (-1, true)
        for rule in rules where rule.pattern.count >= best.length {
            guard RobotsRules.fits(rule.pattern, path) else { continue }
            let isTied = rule.pattern.count == best.length
            best = (rule.pattern.count, isTied ? best.isAllowed || rule.isAllowed : rule.isAllowed)
        }
        return best.isAllowed
    }

    // MARK: Reading

    /// Fields in lower case with their values, comments and white space off.
    private static func lines(_ file: [UInt8]) -> [(field: String, value: String)] {
        let start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text = file.prefix(limit).dropFirst(start)
        return text.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
            let words = line.prefix { $0 != 0x23 }
            guard let colon = words.firstIndex(of: 0x3A) else { return nil }
            let field = trimmed(words[..<colon]).lowercased()
            return (field, trimmed(words[(colon + 1)...]))
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? bytes.startIndex
        return String(decoding: bytes[..<end].drop(while: isBlank), as: UTF8.self)
    }

    /// Of `Marsad/1.0 (+https://…)` the letters, `-` and `_` that it begins with (§2.2.1).
    private static func product(_ value: String) -> String {
        value.lowercased().prefix { $0.isASCII && $0.isLetter || $0 == "-" || $0 == "_" }
            .description
    }

    /// Octets outside ASCII percent-encoded, and those decoded that need no encoding, so that
    /// two ways of writing a path compare equal (§2.2.2); hexadecimal digits upper case.
    private static func normalised(_ path: String) -> [UInt8] {
        let bytes = Array(path.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x25, index + 2 < bytes.count,
                let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
                let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
            {
                let value = UInt8(high << 4 | low)
                if isUnreserved(value) { result.append(value) } else { result += encoded(value) }
                index += 3
            } else {
                if byte > 0x20, byte < 0x7F { result.append(byte) } else { result += encoded(byte) }
                index += 1
            }
        }
        return result
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    // MARK: Matching

    /// Whether a pattern fits the beginning of a path: `*` is any run of bytes, `$` at the end
    /// the end of the path. It takes at most as many steps as both lengths multiplied, and goes
    /// back to the last `*` alone.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == 0x24
        let end = isAnchored ? pattern.count - 1 : pattern.count
        var at = 0
        var from = 0
        var retry: (pattern: Int, path: Int)?
        while true {
            if at == end {
                if !isAnchored || from == path.count { return true }
            } else if pattern[at] == 0x2A {
                retry = (at + 1, from)
                at += 1
                continue
            } else if from < path.count, pattern[at] == path[from] {
                at += 1
                from += 1
                continue
            }
            guard let last = retry, last.path < path.count else { return false }
            retry = (last.pattern, last.path + 1)
            (at, from) = (last.pattern, last.path + 1)
        }
    }
}
