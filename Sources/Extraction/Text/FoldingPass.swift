/// The one pass over a text that makes its folded letters and words.
struct FoldingPass {
    private(set) var tokens: [Token] = []
    private(set) var lineStarts: [Int32] = [0]
    private(set) var hasQuoteMarks = false
    // What is in memory while a word is read is of one width: numbers of half the width, two of
    // which are then fetched at once, would wait for each other.

    /// How many scalars were read.
    private(set) var scalar = 0
    /// How many letters were written.
    private(set) var count = 0

    /// The byte that is read next.
    private var place = 0
    /// The word that is being read.
    private var open = false
    private var hash: UInt64 = 0
    private var tanwin = false
    private var script = LetterClass.separator
    private var start = 0
    private var scalarStart = 0
    private var scalarEnd = 0
    /// The last word is a lone «و».
    private var isAfterWaw = false
    /// What was seen since the last word.
    private var gap = Gap.paragraph
    private var newlines = 0
    private var separators = 0
    private var lastSeparator: UInt32 = 0

    /// Where letters are written to. There are as many places as the text can have letters, and
    /// ``Folding`` sees to that, so that no letter asks whether there is room.
    private typealias Letters = UnsafeMutableBufferPointer<UInt8>
    private typealias Places = UnsafeMutableBufferPointer<Int32>

    /// - Parameters:
    ///   - letters, exact, places: with room for as many letters as the text can have.
    @unsafe
    mutating func read(
        _ bytes: Swift.Span<UInt8>, into letters: UnsafeMutableBufferPointer<UInt8>,
        _ exact: UnsafeMutableBufferPointer<UInt8>, _ places: UnsafeMutableBufferPointer<Int32>
    ) {
        tokens.reserveCapacity(bytes.count / 9 + 8)
        let table = Alphabet.common
        let common = table.span
        while place < bytes.count {
            let first = bytes[place]
            if first == 0x20 {
                close()
                separators += 1
                lastSeparator = 0x20
                gap = max(gap, .space)
                place += 1
                scalar += 1
            } else if first < 0xE0 {
                let value = FoldingPass.value(first, at: place, bytes)
                switch common[value].kind {
                case .arabic where first >> 2 == FoldingPass.arabicLead:
                    unsafe readArabic(bytes, letters, exact, places)
                case .latin:
                    unsafe readLatin(bytes, common, letters, exact, places)
                default:
                    unsafe take(common[value], UInt32(value), letters, exact, places)
                    place += first < 0x80 ? 1 : 2
                    scalar += 1
                }
            } else {
                let long = longScalar(in: bytes)
                unsafe takeRare(long, letters, exact, places)
                scalar += 1
            }
        }
        close()
    }

    /// A scalar of one or two bytes, by the first of them.
    @inline(__always)
    private static func value(_ first: UInt8, at place: Int, _ bytes: Swift.Span<UInt8>) -> Int {
        guard first >= 0x80 else { return Int(first) }
        // A string's UTF-8 is always valid: such a byte has one behind it.
        let second = unsafe bytes[unchecked: place &+ 1]
        return Int(first & 0x1F) << 6 | Int(second & 0x3F)
    }

    /// U+0600–06FF, but for the last two bits.
    private static let arabicLead: UInt8 = 0xD8 >> 2

    // The two loops below read most of all text. They do without the checks of bounds: each letter
    // has one place, or two for a ligature of two bytes, so that the letters of a run are no more
    // than its bytes; and the tables have a place for each scalar that is looked up.

    /// Reads Arabic letters up to what is none.
    @inline(__always)
    private mutating func readArabic(
        _ bytes: Swift.Span<UInt8>, _ letters: Letters, _ exact: Letters, _ places: Places
    ) {
        beginRun(of: .arabic)
        let table = Alphabet.arabicRuns
        let runs = table.span
        var next = place
        var written = count
        var hash = hash
        let ahead = scalar &- count
        while next < bytes.count {
            let lead = unsafe bytes[unchecked: next]
            guard lead >> 2 == FoldingPass.arabicLead else { break }
            let second = unsafe bytes[unchecked: next &+ 1]
            let letter = unsafe runs[unchecked: Int(lead & 3) << 6 | Int(second & 0x3F)]
            guard letter != 0 else { break }
            let folded = UInt8(truncatingIfNeeded: letter)
            unsafe letters[written] = folded
            unsafe exact[written] = UInt8(truncatingIfNeeded: letter >> 8)
            unsafe places[written] = Int32(truncatingIfNeeded: ahead &+ written)
            hash = WordHash.adding(folded, to: hash)
            written &+= 1
            next &+= 2
        }
        if tanwin { tanwin = unsafe letters[count..<written].allSatisfy { $0 == Alphabet.alef } }
        endRun(at: next, written, scalar: ahead &+ written, hash)
    }

    /// Reads Latin letters up to what is none, with their accents.
    @inline(__always)
    private mutating func readLatin(
        _ bytes: Swift.Span<UInt8>, _ common: Swift.Span<Letter>, _ letters: Letters,
        _ exact: Letters, _ places: Places
    ) {
        beginRun(of: .latin)
        var next = place
        var written = count
        var hash = hash
        var scalar = scalar
        while next < bytes.count {
            let first = unsafe bytes[unchecked: next]
            guard first < 0xE0 else { break }
            let value = FoldingPass.value(first, at: next, bytes)
            let letter = unsafe common[unchecked: value]
            guard letter.kind == .latin else { break }
            unsafe letters[written] = letter.folded
            unsafe exact[written] = letter.exact
            unsafe places[written] = Int32(truncatingIfNeeded: scalar)
            hash = WordHash.adding(letter.folded, to: hash)
            written &+= 1
            if first >= 0x80, let second = Alphabet.secondLetter(of: value) {
                unsafe letters[written] = second
                unsafe exact[written] = second
                unsafe places[written] = Int32(truncatingIfNeeded: scalar)
                hash = WordHash.adding(second, to: hash)
                written &+= 1
            }
            scalar &+= 1
            next &+= first < 0x80 ? 1 : 2
        }
        tanwin = false
        endRun(at: next, written, scalar: scalar, hash)
    }

    private mutating func beginRun(of kind: LetterClass) {
        if open, script != kind { close() }
        if !open { begin(kind) }
    }

    @inline(__always)
    private mutating func endRun(at next: Int, _ written: Int, scalar: Int, _ hash: UInt64) {
        place = next
        count = written
        self.hash = hash
        self.scalar = scalar
        scalarEnd = scalar
    }

    /// A scalar of three or four bytes.
    private mutating func longScalar(in bytes: Swift.Span<UInt8>) -> Unicode.Scalar {
        let length = bytes[place] < 0xF0 ? 3 : 4
        var value = UInt32(bytes[place]) & (length == 3 ? 0x0F : 0x07)
        for index in 1..<length { value = value << 6 | UInt32(bytes[place + index] & 0x3F) }
        place += length
        // A string's UTF-8 is always valid.
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private mutating func takeRare(
        _ character: Unicode.Scalar, _ letters: Letters, _ exact: Letters, _ places: Places
    ) {
        switch character.value {
        case 0xFB50...0xFDFF, 0xFE70...0xFEFC:
            let forms = Alphabet.presentationForm(character)
            if forms.isEmpty { separate(character.value) }
            for letter in forms {
                unsafe take(letter, character.value, letters, exact, places)
            }
        case 0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF10...0xFF5A:
            for letter in Alphabet.compatibleForm(character) {
                unsafe take(letter, character.value, letters, exact, places)
            }
        default:
            unsafe take(Alphabet.rare(character), character.value, letters, exact, places)
        }
    }

    private mutating func take(
        _ letter: Letter, _ value: UInt32, _ letters: Letters, _ exact: Letters, _ places: Places
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
            unsafe letters[count] = letter.folded
            unsafe exact[count] = letter.exact
            unsafe places[count] = Int32(truncatingIfNeeded: scalar)
            hash = WordHash.adding(letter.folded, to: hash)
            count += 1
            scalarEnd = scalar + 1
        }
    }

    private mutating func begin(_ kind: LetterClass) {
        open = true
        script = kind
        hash = 0
        start = count
        scalarStart = scalar
        if separators == 1, lastSeparator != 0x20, isPoint(lastSeparator, before: kind) {
            gap = .point
        }
    }

    /// A dot or comma with a digit on both sides, or a dot inside `goud.ma` or `le360.ma`, ends
    /// nothing.
    private func isPoint(_ separator: UInt32, before kind: LetterClass) -> Bool {
        guard let last = tokens.last, Int(last.scalarEnd) == scalar - 1 else { return false }
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
            hash: hash, start: Int32(truncatingIfNeeded: start),
            end: Int32(truncatingIfNeeded: count),
            scalarStart: Int32(truncatingIfNeeded: scalarStart),
            scalarEnd: Int32(truncatingIfNeeded: scalarEnd), script: script, gap: gap,
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

    private mutating func separate(_ value: UInt32) {
        separators += 1
        lastSeparator = value
        if value == 0x0A || value == 0x2028 || value == 0x2029 || value == 0x0D {
            endLine(value)
        } else {
            let next = FoldingPass.gap(of: value)
            if next == .quote { hasQuoteMarks = true }
            gap = max(gap, next)
        }
    }

    private mutating func endLine(_ value: UInt32) {
        let next = Int32(truncatingIfNeeded: scalar + 1)
        let followsReturn =
            value == 0x0A && lineStarts.last == next - 1 && scalar > 0 && separators > 1
        if followsReturn {
            lineStarts[lineStarts.count - 1] = next
            return
        }
        newlines += 1
        lineStarts.append(next)
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
