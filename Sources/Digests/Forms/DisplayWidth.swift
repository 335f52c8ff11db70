/// How many columns of a terminal a text takes.
///
/// Marks that combine and characters that only format take none; wide and full-width ones
/// (UAX #11) and pictures take two; all others one. What a terminal draws as one sign from
/// several letters (لا) is counted by letter, as terminals do.
struct DisplayWidth {
    let columns: Int

    init(of text: some StringProtocol) {
        columns = text.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
    }

    static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0xAD, 0x200E, 0x200F, 0x2066...0x2069, 0xE000, 0xE001: return 0
        case 0..<0x300, 0x60C, 0x621...0x64A, 0x2010...0x2027: return 1
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return isWide(scalar) ? 2 : 1
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }
}
