/// Watches a style for what would have a page load something, as CSS reads it: `u\72l(` is `url(`
/// too (CSS Syntax Level 3, §4.3.7).
struct StyleWatch {
    /// What fetches, in small letters. `image-set` bears a browser's prefix at times.
    static let fetching = ["url(", "@import", "image-set(", "image(", "src("]

    /// The last scalars as they are meant; as many as the longest that is looked for.
    private var tail = ""
    /// The digits of an escape, once its backslash was read.
    private var escape: String?

    /// What fetches and ends with this scalar; nil where nothing does.
    mutating func read(_ scalar: Unicode.Scalar) -> String? {
        guard let digits = escape else {
            if scalar == "\\" {
                escape = ""
                return nil
            }
            return found(with: scalar)
        }
        if scalar.properties.isASCIIHexDigit, digits.count < 6 {
            escape = digits + String(scalar)
            return nil
        }
        escape = nil
        guard let code = UInt32(digits, radix: 16) else { return found(with: scalar) }
        // What one writes with a number may be ended by one white space, which is no more than that.
        let meant = found(with: Unicode.Scalar(code) ?? "\u{FFFD}")
        return scalar.properties.isWhitespace ? meant : meant ?? read(scalar)
    }

    private mutating func found(with scalar: Unicode.Scalar) -> String? {
        tail = String((tail + scalar.properties.lowercaseMapping).suffix(10))
        return StyleWatch.fetching.first(where: tail.hasSuffix)
    }
}
