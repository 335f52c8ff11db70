/// A stretch of somebody's text as it is shown: cleaned, with what matched told apart.
package struct Passage: Sendable, Hashable {
    package struct Piece: Sendable, Hashable {
        package var text: String
        /// True for what a rule recognised.
        package var isMatch: Bool
    }

    package var pieces: [Piece]
    /// `ar`, `fr`, `en`, `zgh`, or `und` where it is not known.
    package var language: String
    package var direction: Direction

    package var plain: String { pieces.map(\.text).joined() }

    package var isEmpty: Bool { pieces.allSatisfy { $0.text.isEmpty } }

    /// A text without matches.
    init(_ text: String, language: String?, limit: Int = CleanText.headlineLimit) {
        self.init(
            pieces: [Piece(text: CleanText.line(text, limit: limit), isMatch: false)],
            language: language)
    }

    /// Arabic by its script; Latin letters may be anything.
    private static func guess(_ text: String) -> String {
        let scripts = Scripts(of: text)
        return scripts.hasArabic && !scripts.hasOther ? "ar" : "und"
    }

    init(pieces: [Piece], language: String?) {
        self.pieces = pieces
        let text = pieces.map(\.text).joined()
        let isKnown = ["ar", "fr", "en", "zgh"].contains(language)
        self.language = isKnown ? language ?? "und" : Passage.guess(text)
        direction = Direction(of: text, language: self.language)
    }
}

/// The text of a document by scalars, with what matched in it: where passages are taken from.
struct MarkedText {
    /// The document's text: title, a blank line, body.
    let scalars: [Unicode.Scalar]
    let language: String
    /// What matched: sorted, within the text, and apart: what only a space parts is one.
    let matches: [Range<Int>]
    /// Names, dates and amounts, which no passage ends within.
    private let names: [Range<Int>]

    init(
        _ text: String, language: String, matches: [Range<Int>], names: [Range<Int>] = []
    ) {
        scalars = Array(text.unicodeScalars)
        self.language = language
        self.matches = MarkedText.merged(matches, in: scalars)
        self.names = names
    }

    /// The scalars of a range without white space around them.
    func plain(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[trimmed(range)]))
    }

    /// The passage at a range, cut to a limit with an ellipsis wherever something is missing.
    ///
    /// Too long a passage begins a little before its first match, so that what matched shows.
    func passage(_ range: Range<Int>, limit: Int) -> Passage {
        let range = trimmed(range)
        let shown = range.count <= limit ? range : window(in: range, limit: limit)
        var pieces = split(shown)
        if shown.lowerBound > range.lowerBound {
            pieces.insert(Passage.Piece(text: "…\u{A0}", isMatch: false), at: 0)
        }
        if shown.upperBound < range.upperBound {
            pieces.append(Passage.Piece(text: "\u{A0}…", isMatch: false))
        }
        return Passage(pieces: pieces, language: language)
    }

    /// What of a range to show: from its start where the first match fits, else from a word
    /// a third of the limit before that match.
    private func window(in range: Range<Int>, limit: Int) -> Range<Int> {
        let match = matches.first { $0.overlaps(range) }
        var start = range.lowerBound
        if let match, match.upperBound > start + limit {
            start = wordStart(from: match.lowerBound - limit / 3, upTo: match.lowerBound)
        }
        let end = min(range.upperBound, start + limit)
        return start..<(end == range.upperBound ? end : wordEnd(upTo: end))
    }

    /// How far to look for a word's edge, and for one outside of every name, before cutting a word.
    private static let reach = 40
    private static let farReach = 120

    private func wordStart(from place: Int, upTo match: Int) -> Int {
        let far = place..<min(place + MarkedText.farReach, match + 1)
        return far.first { isSpace($0 - 1) && isEdge($0 - 1) && isEdge($0) }
            ?? far.prefix(MarkedText.reach).first { isSpace($0 - 1) } ?? place
    }

    private func wordEnd(upTo place: Int) -> Int {
        let far = place - MarkedText.farReach..<place + 1
        return far.last { isSpace($0) && isEdge($0) }
            ?? far.suffix(MarkedText.reach + 1).last { isSpace($0) } ?? place
    }

    /// False within a name or an amount, and between two digits: `12 500` is one number.
    private func isEdge(_ place: Int) -> Bool {
        !names.contains { $0.lowerBound < place && place < $0.upperBound }
            && !(isDigit(place - 1) && isDigit(place + 1))
    }

    private func isDigit(_ index: Int) -> Bool {
        scalars.indices.contains(index) && scalars[index].properties.numericType != nil
    }

    private func isSpace(_ index: Int) -> Bool {
        scalars.indices.contains(index) && scalars[index].properties.isWhitespace
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range.clamped(to: 0..<scalars.count)
        while let first = range.first, isSpace(first) {
            range = (first + 1)..<range.upperBound
        }
        while let last = range.last, isSpace(last) { range = range.lowerBound..<last }
        return range
    }

    /// The scalars of a range, cleaned, as pieces that match and pieces that don't.
    private func split(_ range: Range<Int>) -> [Passage.Piece] {
        var pieces: [Passage.Piece] = []
        var place = range.lowerBound
        for match in matches where match.overlaps(range) {
            let match = match.clamped(to: range)
            pieces.append(piece(place..<match.lowerBound, isMatch: false))
            pieces.append(piece(match, isMatch: true))
            place = match.upperBound
        }
        pieces.append(piece(place..<range.upperBound, isMatch: false))
        return pieces.filter { !$0.text.isEmpty }
    }

    private func piece(_ range: Range<Int>, isMatch: Bool) -> Passage.Piece {
        var text = String.UnicodeScalarView()
        for scalar in scalars[range] {
            guard let kept = CleanText.shown(scalar) else { continue }
            if kept == " " && text.last == " " { continue }
            text.append(kept)
        }
        return Passage.Piece(text: String(text), isMatch: isMatch)
    }

    private static func merged(
        _ ranges: [Range<Int>], in scalars: [Unicode.Scalar]
    ) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.map({ $0.clamped(to: 0..<scalars.count) }).sorted(by: before)
        where !range.isEmpty {
            if let last = result.last,
                range.lowerBound <= last.upperBound
                    || scalars[last.upperBound..<range.lowerBound].elementsEqual([" "])
            {
                let upper = max(last.upperBound, range.upperBound)
                result[result.count - 1] = last.lowerBound..<upper
            } else {
                result.append(range)
            }
        }
        return result
    }

    private static func before(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        (one.lowerBound, one.upperBound) < (other.lowerBound, other.upperBound)
    }
}
