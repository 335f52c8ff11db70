package struct Courtesy: Sendable {
    /// Seconds; no host is left alone for longer at one word of its own.
    package static let longestHold = 7 * 86400.0
}
