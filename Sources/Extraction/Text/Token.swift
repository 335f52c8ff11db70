/// What parts a word from the one before it; a phrase may run over those up to `quote`.
enum Gap: UInt8, Sendable, Comparable {
    case none, space, apostrophe, hyphen, quote
    /// A dot or comma between digits or inside a name such as `goud.ma`.
    case point
    case slash, bracket, comma
    /// A full stop, which an abbreviation before it can take back.
    case stop
    case sentence, line, paragraph

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }

    /// Whether the words of a phrase may be parted so.
    var joinsPhrase: Bool { self <= .quote }
    /// Whether a title and a name are parted by more than a space: ‘so’, Cheikh-Anta-Diop.
    var isNoSpace: Bool { self == .quote || self == .apostrophe || self == .hyphen }
    /// Whether a new sentence begins behind it.
    var endsSentence: Bool { self >= .stop }
}

/// A word or number of a folded text.
struct Token: Sendable {
    /// Of its folded letters: a ``WordHash``.
    var hash: UInt64
    /// Its letters in the folded text.
    var start: Int32
    var end: Int32
    /// Its range in Unicode scalars of the original, marks included.
    var scalarStart: Int32
    var scalarEnd: Int32
    var script: LetterClass
    /// What stands before it.
    var gap: Gap
    /// A lone «و» that was written apart is its first letter.
    var hasDetachedWaw = false
    /// Ends in a tanwin, which licenses the accusative reading.
    var hasTanwin = false

    var count: Int { Int(end - start) }
    var letters: Range<Int> { Int(start)..<Int(end) }
}
