extension Passage {
    /// Its pieces, each match with the letters that make up its first and its last word; matches
    /// that share a word are one. For forms whose marks are signs: within a word they would part
    /// letters that Arabic joins.
    var byWords: [Piece] {
        var whole: [Piece] = []
        for var piece in pieces {
            guard let last = whole.indices.last, piece.text.first?.isInWord == true,
                whole[last].text.last?.isInWord == true
            else {
                whole.append(piece)
                continue
            }
            if piece.isMatch, !whole[last].isMatch {
                let word = whole[last].text.trailingWord
                whole[last].text.removeLast(word.count)
                piece.text = word + piece.text
            } else {
                let word = piece.isMatch ? piece.text[...] : piece.text.prefix(while: \.isInWord)
                whole[last].text += word
                piece.text.removeFirst(word.count)
            }
            if !piece.text.isEmpty { whole.append(piece) }
        }
        return Passage.joined(whole.filter { !$0.text.isEmpty })
    }

    /// Matches that only a space parts as one.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        var joined: [Piece] = []
        for piece in pieces {
            let end = joined.count
            guard piece.isMatch, end > 1, joined[end - 1].text == " ", joined[end - 2].isMatch
            else {
                joined.append(piece)
                continue
            }
            joined.removeLast()
            joined[end - 2].text += " " + piece.text
        }
        return joined
    }
}

extension String {
    fileprivate var trailingWord: Substring {
        self[(lastIndex { !$0.isInWord }.map(index(after:)) ?? startIndex)...]
    }
}

extension Character {
    fileprivate var isInWord: Bool { isLetter || isNumber }
}
