/// The one pass over a text that makes its folded letters and words.
///
/// Letters are written into arrays of the size that the text can come to at most, which are cut
/// when all is read: no letter asks whether there is room.
struct Folding {
    private(set) var letters: [UInt8] = []
    private(set) var exact: [UInt8] = []
    private(set) var scalars: [Int32] = []
    private(set) var tokens: [Token] = []
    private(set) var lineStarts: [Int32] = [0]
    private(set) var hasQuoteMarks = false
    /// How many scalars were read.
    private(set) var scalar: Int32 = 0

    /// How many letters were written.
    private var count = 0
    /// The word that is being read.
    private var open = false
    private var hash: UInt64 = 0
    private var tanwin = false
    private var script = LetterClass.separator
    private var start: Int32 = 0
    private var scalarStart: Int32 = 0
    private var scalarEnd: Int32 = 0
    /// The last word is a lone «و».
    private var isAfterWaw = false
    /// What was seen since the last word.
    private var gap = Gap.paragraph
    private var newlines = 0
    private var separators = 0
    private var lastSeparator: UInt32 = 0

    /// Where letters are written to.
    private typealias Bytes = MutableSpan<UInt8>
    private typealias Places = MutableSpan<Int32>

    mutating func fold(_ text: String) {
        let bytes = text.utf8.span
        let room = Folding.room(for: bytes)
        tokens.reserveCapacity(bytes.count / 9 + 8)
        var letters = [UInt8](repeating: 0, count: room)
        var exact = [UInt8](repeating: 0, count: room)
        var scalars = [Int32](repeating: 0, count: room)
        var foldedLetters = letters.mutableSpan
        var exactLetters = exact.mutableSpan
        var places = scalars.mutableSpan
        read(bytes, &foldedLetters, &exactLetters, &places)
        letters.removeLast(room - count)
        exact.removeLast(room - count)
        scalars.removeLast(room - count)
        self.letters = letters
        self.exact = exact
        self.scalars = scalars
    }

    /// How many letters a text can have: one for a byte, and eighteen for ﷺ and its like, which
    /// are all that begin with EF.
    private static func room(for bytes: Swift.Span<UInt8>) -> Int {
        var ligatures = 0
        // Without the checks of bounds, of which no index needs one, eight bytes are read at once.
        for index in 0..<bytes.count {
            ligatures &+= unsafe bytes[unchecked: index] == 0xEF ? 1 : 0
        }
        return bytes.count + 18 * ligatures
    }

    /// What two bytes can write is one look-up.
    private mutating func read(
        _ bytes: Swift.Span<UInt8>, _ letters: inout Bytes, _ exact: inout Bytes,
        _ places: inout Places
    ) {
        let table = Alphabet.common
        let common = table.span
        var place = 0
        while place < bytes.count {
            let first = bytes[place]
            if first == 0x20 {
                close()
                separators += 1
                lastSeparator = 0x20
                gap = max(gap, .space)
                place += 1
            } else if first < 0x80 {
                take(common[Int(first)], UInt32(first), &letters, &exact, &places)
                place += 1
                if open, script == .latin {
                    readLatin(bytes, &place, common, &letters, &exact, &places)
                }
            } else if first < 0xE0 {
                let value = UInt32(first & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F)
                take(common[Int(value)], value, &letters, &exact, &places)
                if value < 0x250, let second = Alphabet.secondLetter(of: value) {
                    append(second, second, &letters, &exact, &places)
                }
                place += 2
                if open, script == .arabic {
                    readArabic(bytes, &place, common, &letters, &exact, &places)
                }
            } else {
                let long = Folding.longScalar(at: &place, in: bytes)
                takeRare(long, &letters, &exact, &places)
            }
            scalar += 1
        }
        close()
    }

    // The two loops below read most of all text. They do without the checks of bounds: `room`
    // has a place for each byte, and the letters of a run are no more than its bytes.

    /// Goes on with the plain letters of an Arabic word.
    @inline(__always)
    private mutating func readArabic(
        _ bytes: Swift.Span<UInt8>, _ place: inout Int, _ common: Swift.Span<Letter>,
        _ letters: inout Bytes, _ exact: inout Bytes, _ places: inout Places
    ) {
        let end = bytes.count - 1
        var next = place
        var written = count
        var hash = hash
        var isAlefs = true
        while next < end {
            let lead = unsafe bytes[unchecked: next]
            guard lead >> 2 == 0xD8 >> 2 else { break }
            let second = unsafe bytes[unchecked: next &+ 1]
            let value = Int(lead & 0x1F) << 6 | Int(second & 0x3F)
            let letter = unsafe common[unchecked: value]
            guard letter.kind == .arabic else { break }
            unsafe letters[unchecked: written] = letter.folded
            unsafe exact[unchecked: written] = letter.exact
            unsafe places[unchecked: written] =
                scalar &+ 1 &+ Int32(truncatingIfNeeded: written &- count)
            hash = WordHash.adding(letter.folded, to: hash)
            isAlefs = isAlefs && letter.folded == Alphabet.alef
            written &+= 1
            next &+= 2
        }
        goOn(to: written, hash, isAlefs: isAlefs)
        place = next
    }

    /// Goes on with the letters of a Latin word that are ASCII.
    @inline(__always)
    private mutating func readLatin(
        _ bytes: Swift.Span<UInt8>, _ place: inout Int, _ common: Swift.Span<Letter>,
        _ letters: inout Bytes, _ exact: inout Bytes, _ places: inout Places
    ) {
        var next = place
        var written = count
        var hash = hash
        while next < bytes.count {
            let byte = unsafe bytes[unchecked: next]
            guard byte < 0x80, case let letter = unsafe common[unchecked: Int(byte)],
                letter.kind == .latin
            else { break }
            unsafe letters[unchecked: written] = letter.folded
            unsafe exact[unchecked: written] = letter.exact
            unsafe places[unchecked: written] =
                scalar &+ 1 &+ Int32(truncatingIfNeeded: written &- count)
            hash = WordHash.adding(letter.folded, to: hash)
            written &+= 1
            next &+= 1
        }
        goOn(to: written, hash, isAlefs: false)
        place = next
    }

    /// Takes a run of letters that were written behind the present one.
    @inline(__always)
    private mutating func goOn(to written: Int, _ hash: UInt64, isAlefs: Bool) {
        guard written > count else { return }
        scalar += Int32(truncatingIfNeeded: written - count)
        count = written
        scalarEnd = scalar + 1
        self.hash = hash
        if !isAlefs { tanwin = false }
    }

    /// A scalar of three or four bytes.
    private static func longScalar(
        at place: inout Int, in bytes: Swift.Span<UInt8>
    ) -> Unicode.Scalar {
        let length = bytes[place] < 0xF0 ? 3 : 4
        var value = UInt32(bytes[place]) & (length == 3 ? 0x0F : 0x07)
        for index in 1..<length { value = value << 6 | UInt32(bytes[place + index] & 0x3F) }
        place += length
        // A string's UTF-8 is always valid.
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private mutating func takeRare(
        _ character: Unicode.Scalar, _ letters: inout Bytes, _ exact: inout Bytes,
        _ places: inout Places
    ) {
        switch character.value {
        case 0xFB50...0xFDFF, 0xFE70...0xFEFC:
            let forms = Alphabet.presentationForm(character)
            if forms.isEmpty { separate(character.value) }
            for letter in forms { take(letter, character.value, &letters, &exact, &places) }
        case 0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF10...0xFF5A:
            for letter in Alphabet.compatibleForm(character) {
                take(letter, character.value, &letters, &exact, &places)
            }
        default:
            take(Alphabet.rare(character), character.value, &letters, &exact, &places)
        }
    }

    @inline(__always)
    private mutating func take(
        _ letter: Letter, _ value: UInt32, _ letters: inout Bytes, _ exact: inout Bytes,
        _ places: inout Places
    ) {
        switch letter.kind {
        case .separator:
            close()
            separate(value)
        case .ignored:
            break
        case .mark:
            if open { scalarEnd = scalar + 1 }
        case .tanwin:
            tanwin = true
            if open { scalarEnd = scalar + 1 }
        case .arabic, .latin, .digit, .other, .tifinagh:
            if open, letter.kind != script { close() }
            if !open { begin(letter.kind) }
            if letter.folded != Alphabet.alef { tanwin = false }
            append(letter.folded, letter.exact, &letters, &exact, &places)
            scalarEnd = scalar + 1
        }
    }

    @inline(__always)
    private mutating func append(
        _ folded: UInt8, _ original: UInt8, _ letters: inout Bytes, _ exact: inout Bytes,
        _ places: inout Places
    ) {
        letters[count] = folded
        exact[count] = original
        places[count] = scalar
        hash = WordHash.adding(folded, to: hash)
        count += 1
    }

    private mutating func begin(_ kind: LetterClass) {
        open = true
        script = kind
        hash = 0
        start = Int32(truncatingIfNeeded: count)
        scalarStart = scalar
        if separators == 1, lastSeparator != 0x20, isPoint(lastSeparator, before: kind) {
            gap = .point
        }
    }

    /// A dot or comma with a digit on both sides, or a dot inside `goud.ma` or `le360.ma`, ends
    /// nothing.
    private func isPoint(_ separator: UInt32, before kind: LetterClass) -> Bool {
        guard let last = tokens.last, last.scalarEnd == scalar - 1 else { return false }
        guard last.script == kind else {
            return separator == 0x2E && kind == .latin && isNumberOfName(last)
        }
        switch separator {
        case 0x2E: return kind == .digit || kind == .latin
        case 0x2C, 0x66B, 0x66C: return kind == .digit
        default: return false
        }
    }

    /// Digits right behind Latin letters, as in `le360`.
    private func isNumberOfName(_ token: Token) -> Bool {
        guard token.script == .digit, token.gap == .none, tokens.count > 1 else { return false }
        return tokens[tokens.count - 2].script == .latin
    }

    private mutating func close() {
        guard open else { return }
        open = false
        let token = Token(
            hash: hash, start: start, end: Int32(truncatingIfNeeded: count),
            scalarStart: scalarStart, scalarEnd: scalarEnd, script: script, gap: gap,
            hasTanwin: tanwin)
        if isAfterWaw, separators == 1, lastSeparator == 0x20, script == .arabic {
            joinWaw(token)
        } else {
            tokens.append(token)
            isAfterWaw =
                hash == UInt64(Alphabet.waw) && script == .arabic && token.count == 1
                && gap > .none
        }
        gap = .none
        newlines = 0
        separators = 0
    }

    /// The lone «و» is the last word so far.
    private mutating func joinWaw(_ token: Token) {
        let last = tokens.count - 1
        tokens[last].hash = WordHash.joined(tokens[last].hash, token.hash, count: token.count)
        tokens[last].end = token.end
        tokens[last].scalarEnd = token.scalarEnd
        tokens[last].hasDetachedWaw = true
        tokens[last].hasTanwin = token.hasTanwin
        isAfterWaw = false
    }

    /// Turns the full stop in front of a word into a space.
    mutating func joinOver(_ word: Int) { tokens[word].gap = .space }

    private mutating func separate(_ value: UInt32) {
        separators += 1
        lastSeparator = value
        if value == 0x0A || value == 0x2028 || value == 0x2029 || value == 0x0D {
            endLine(value)
        } else {
            let next = Folding.gap(of: value)
            if next == .quote { hasQuoteMarks = true }
            gap = max(gap, next)
        }
    }

    private mutating func endLine(_ value: UInt32) {
        let followsReturn =
            value == 0x0A && lineStarts.last == scalar && scalar > 0 && separators > 1
        if followsReturn {
            lineStarts[lineStarts.count - 1] = scalar + 1
            return
        }
        newlines += 1
        lineStarts.append(scalar + 1)
        gap = max(gap, newlines > 1 || value == 0x2029 ? .paragraph : .line)
    }

    private static func gap(of value: UInt32) -> Gap {
        switch value {
        case 0x20, 0x09, 0xA0, 0x202F, 0x2000...0x200A, 0x3000: .space
        case 0x27, 0x2018, 0x2019, 0x2BC, 0x60, 0xB4: .apostrophe
        case 0x2D, 0x2010...0x2015, 0x2212: .hyphen
        case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A: .quote
        case 0x2F, 0x5C, 0x7C: .slash
        case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0xFD3E, 0xFD3F: .bracket
        case 0x2C, 0x60C, 0x3001: .comma
        case 0x2E: .stop
        case 0x21, 0x3F, 0x61F, 0x61B, 0x3B, 0x2026, 0x6D4, 0x2022: .sentence
        default: .comma
        }
    }
}
