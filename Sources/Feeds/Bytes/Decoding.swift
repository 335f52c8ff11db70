import Foundation
import News

/// A document in UTF-8, and how it was read.
struct Decoded {
    /// Well-formed UTF-8 without a byte order mark.
    var bytes: [UInt8]
    /// The standard's name, lower case.
    var encoding: String
    var complaints: [Complaint] = []
}

/// Finds out a document's encoding. One rule, in this order: a byte order mark; a forced
/// encoding; UTF-16 or UTF-32 by their zero bytes; what is UTF-8 is UTF-8; the labels of HTTP and
/// of the XML declaration where they give plausible text; the most plausible encoding.
struct Decoding {
    let bytes: [UInt8]
    let context: FeedContext
    /// What came before in the same document, all of it well-formed UTF-8.
    var preceding = Preceding()

    struct Preceding {
        var bytes = 0
        /// Those of two bytes or more.
        var sequences = 0
    }

    func decoded() -> Decoded {
        if let marked = byMark() { return marked }
        if let label = context.forcedEncoding, let name = EncodingLabels.name(of: label) {
            return read(bytes[...], as: name)
        }
        if let name = wideEncoding() { return read(bytes[...], as: name) }
        let census = UTF8Bytes.census(bytes[...])
        if census.isASCII { return readASCII() }
        if isUTF8(census) { return readUTF8(bytes[...], bad: census.bad) }
        return byLabel() ?? byPlausibility()
    }

    // MARK: - By a sample

    /// What the start of a document lets expect of the rest.
    enum Promise: Equatable {
        /// Markup in UTF-8, `start` bytes of marks aside.
        case utf8(start: Int)
        case other
        /// Too little is here.
        case unclear
    }

    /// Letters beyond ASCII, from the first on, and all letters where there is none beyond.
    static let sample = 4096
    private static let wideSample = 64 << 10

    /// For bytes that are a document's first.
    var promise: Promise {
        let high = bytes.dropFirst(3).firstIndex { $0 >= 0x80 }
        let isEnough =
            high.map { bytes.count - $0 >= Self.sample } ?? (bytes.count >= Self.wideSample)
        guard isEnough else { return .unclear }
        guard let start = likelyStartOfUTF8() else { return .other }
        let first = bytes[start...].first { !$0.isXMLSpace }
        return first == UInt8(ascii: "<") ? .utf8(start: start) : .other
    }

    /// How many bytes of marks precede the document where all that is looked at says that it is
    /// UTF-8, which is not all of it: what reads it must refuse bytes that are not. Nil where a
    /// closer look is due.
    func likelyStartOfUTF8() -> Int? {
        guard context.forcedEncoding == nil, wideEncoding() == nil,
            labels.allSatisfy({ EncodingLabels.name(of: $0.label) == "utf-8" })
        else { return nil }
        var start = 0
        for (mark, name) in Self.marks where bytes.starts(with: mark) {
            guard name == "utf-8" else { return nil }
            while bytes[start...].starts(with: mark) { start += mark.count }
        }
        guard let high = bytes[start...].firstIndex(where: { $0 >= 0x80 }) else { return start }
        // The sample may end within a sequence.
        let census = UTF8Bytes.census(bytes[high...].prefix(Self.sample))
        return census.bad <= 3 ? start : nil
    }

    // MARK: - Marks

    private static let marks: [(mark: [UInt8], name: String)] = [
        ([0xEF, 0xBB, 0xBF], "utf-8"),
        ([0xFF, 0xFE, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be"),
        ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be"),
    ]

    /// A UTF-8 mark is believed only where UTF-8 follows: scripts put one before any text.
    private func byMark() -> Decoded? {
        for (mark, name) in Self.marks where bytes.starts(with: mark) {
            var rest = bytes[mark.count...]
            while rest.starts(with: mark) { rest = rest.dropFirst(mark.count) }
            guard name == "utf-8" else { return read(rest, as: name) }
            let census = UTF8Bytes.census(rest)
            return census.isASCII || isUTF8(census) ? readUTF8(rest, bad: census.bad) : nil
        }
        return nil
    }

    /// The encoding of four bytes that are the start of markup in two or four bytes a letter.
    private func wideEncoding() -> String? {
        guard bytes.count >= 4 else { return nil }
        func isMarkup(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{") || byte == 0x20
                || byte == 0x0A || byte == 0x0D
        }
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0, 0, 0, let byte) where isMarkup(byte): return "utf-32be"
        case (let byte, 0, 0, 0) where isMarkup(byte): return "utf-32le"
        case (0, let byte, 0, _) where isMarkup(byte): return "utf-16be"
        case (let byte, 0, _, 0) where isMarkup(byte): return "utf-16le"
        case (0x4C, 0x6F, 0xA7, 0x94): return ebcdicEncoding
        default: return nil
        }
    }

    /// IBM's code pages agree on the letters of a declaration, which says which one it is.
    private var ebcdicEncoding: String {
        let head = Transcoder.utf8(bytes.prefix(1024), from: "cp037")?.bytes ?? []
        let text = String(decoding: head, as: UTF8.self)
        guard let word = text.range(of: "encoding") else { return "cp037" }
        // They do not agree on quotes.
        func isOfName(_ letter: Unicode.Scalar) -> Bool {
            letter.value < 0x80 && UInt8(letter.value).continuesName
        }
        let label = text.unicodeScalars[word.upperBound...].drop { !isOfName($0) }
            .prefix(while: isOfName)
        let name = EncodingLabels.name(of: String(label)) ?? ""
        return Transcoder.knows(name) ? name : "cp037"
    }

    // MARK: - UTF-8

    /// A stray byte does not make UTF-8 something else, and no other encoding of a text happens
    /// to be well-formed UTF-8 in ten places for each where it is not.
    private func isUTF8(_ census: UTF8Bytes.Census) -> Bool {
        let sequences = census.sequences + preceding.sequences
        let count = bytes.count + preceding.bytes
        return sequences > 0
            && (census.bad * 1000 <= count && census.bad * 4 <= sequences
                || census.bad * 10 <= sequences
                || census.bad * 2 <= sequences && isLabelledUTF8)
    }

    private var isLabelledUTF8: Bool {
        labels.contains { EncodingLabels.name(of: $0.label) == "utf-8" }
    }

    /// `bad` is how many bytes are in no sequence.
    private func readUTF8(_ rest: ArraySlice<UInt8>, bad: Int) -> Decoded {
        var decoded = Decoded(bytes: [], encoding: "utf-8")
        decoded.bytes =
            bad > 0 ? UTF8Bytes.mended(rest) : rest.count == bytes.count ? bytes : Array(rest)
        if bad > 0 {
            decoded.complaints.append(Complaint(message: "\(bad) bytes are not valid UTF-8"))
        }
        for (place, label) in labels {
            guard let name = EncodingLabels.name(of: label) else { continue }
            if name != "utf-8" {
                decoded.complaints.append(
                    Complaint(message: "the document is UTF-8, though \(place) says ‘\(label)’"))
            }
        }
        return decoded
    }

    /// Letters of ASCII alone: any label that agrees with ASCII is right.
    private func readASCII() -> Decoded {
        let name =
            labels.lazy.compactMap { EncodingLabels.name(of: $0.label) }
            .first { !$0.hasPrefix("utf-16") && !$0.hasPrefix("utf-32") } ?? "utf-8"
        guard name == "iso-2022-jp" || name.hasPrefix("iso-2022") else {
            return Decoded(bytes: bytes, encoding: name, complaints: unknownLabels)
        }
        return read(bytes[...], as: name)
    }

    // MARK: - Labels

    /// What HTTP and then the XML declaration say, as written.
    private var labels: [(place: String, label: String)] {
        let http = context.contentType.flatMap(Self.charset(of:)).map { ("HTTP", $0) }
        let declared = Self.declaredEncoding(in: bytes).map { ("the XML declaration", $0) }
        return [http, declared].compactMap(\.self)
    }

    private var unknownLabels: [Complaint] {
        labels.filter { EncodingLabels.name(of: $0.label) == nil }.map {
            Complaint(message: "the encoding ‘\($0.label)’ that \($0.place) names is not known")
        }
    }

    /// The first label that gives text as plausible as the best that the bytes could be.
    private func byLabel() -> Decoded? {
        let known = labels.compactMap { place, label in
            EncodingLabels.name(of: label).map { (place: place, label: label, name: $0) }
        }
        guard !known.isEmpty else { return nil }
        let best = Self.arabicAndLatin.compactMap(plausibility(as:)).max() ?? 0
        let isShort = bytes.lazy.filter { $0 >= 0x80 }.prefix(Self.telling).count < Self.telling
        for (index, claim) in known.enumerated() where claim.name != "utf-8" {
            guard let score = plausibility(as: claim.name) else { continue }
            guard score >= best - 0.15 || !Self.isOftenWrong(claim.name) && (isShort || score > 0.3)
            else { continue }
            var decoded = read(bytes[...], as: claim.name)
            decoded.complaints += known[..<index].filter { $0.name != claim.name }.map {
                Complaint(
                    message: "the document is \(claim.name), though \($0.place) says ‘\($0.label)’")
            }
            return decoded
        }
        return nil
    }

    /// Letters beyond ASCII that are enough to overrule any label.
    private static let telling = 32

    /// What programs write without having been asked, and what Arabic sites take for one another.
    /// Who names any other encoding knows it, so that it takes more to doubt the name.
    private static func isOftenWrong(_ name: String) -> Bool {
        ["utf-8", "iso-8859-15"].contains(name) || arabicAndLatin.contains(name)
    }

    // MARK: - Plausibility

    private static let arabicAndLatin = [
        "windows-1256", "iso-8859-6", "windows-1252", "x-mac-arabic",
    ]
    private static let others = [
        "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr", "koi8-r", "windows-1251", "iso-8859-5",
        "windows-1255", "windows-1253", "windows-874",
    ]

    private func byPlausibility() -> Decoded {
        var best = mostPlausible(of: Self.arabicAndLatin)
        if best.score < 0.5 {
            let other = mostPlausible(of: Self.others)
            let letters = bytes.lazy.filter { $0 >= 0x80 }.prefix(8)
            if other.score > max(best.score, 0.6), letters.count == 8 { best = other }
        }
        var decoded = read(bytes[...], as: best.name)
        decoded.complaints += unknownLabels
        decoded.complaints += labels.filter { EncodingLabels.name(of: $0.label) != nil }.map {
            Complaint(
                message:
                    "the document looks like \(best.name), not ‘\($0.label)’ as \($0.place) says")
        }
        if labels.isEmpty {
            decoded.complaints.append(
                Complaint(message: "no encoding is declared; it looks like \(best.name)"))
        }
        return decoded
    }

    private func mostPlausible(of names: [String]) -> (name: String, score: Double) {
        var best = (name: "windows-1252", score: plausibility(as: "windows-1252") ?? 0)
        for name in names {
            guard let score = plausibility(as: name), score > best.score + 0.02 else { continue }
            best = (name, score)
        }
        return best
    }

    /// Judged by a sample: the first 64 KiB from a little before the first byte above ASCII.
    private func plausibility(as name: String) -> Double? {
        let start = bytes.firstIndex { $0 >= 0x80 } ?? 0
        let sample = bytes[max(0, start - 16)...].prefix(64 << 10)
        return Transcoder.utf8(sample, from: name).map { Plausibility.score(of: $0.bytes) }
    }

    private func read(_ rest: ArraySlice<UInt8>, as name: String) -> Decoded {
        guard name != "utf-8", let (text, bad) = Transcoder.utf8(rest, from: name) else {
            return readUTF8(rest, bad: UTF8Bytes.census(rest).bad)
        }
        var decoded = Decoded(bytes: text, encoding: name)
        if bad > 0 {
            decoded.complaints.append(Complaint(message: "\(bad) bytes are not valid \(name)"))
        }
        return decoded
    }
}

extension Decoding {
    /// The `charset` of a `Content-Type` (RFC 9110 §8.3.1), quotes of either kind taken off.
    static func charset(of contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, trimmed(parts[0]).lowercased() == "charset" else { continue }
            let value = trimmed(parts[1]).filter { $0 != "\"" && $0 != "'" }
            return value.isEmpty ? nil : trimmed(value[...])
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }

    /// The encoding that the XML declaration names, looked for in the first kilobyte, for some
    /// servers print something before it.
    static func declaredEncoding(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(1024).map { $0 & 0x7F }, as: UTF8.self)
        guard let start = head.range(of: "<?xml")?.upperBound,
            let end = head[start...].range(of: "?>")?.lowerBound,
            let word = head[start..<end].range(of: "encoding")
        else { return nil }
        let rest = head[word.upperBound..<end].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        let value = rest.dropFirst().prefix { $0 != quote }
        return value.isEmpty ? nil : String(value)
    }
}
