import Foundation

/// What goes to the person at the terminal, and whether there is one.
enum Terminal {
    /// Writes a line to standard error; that nobody reads it is no reason to end.
    static func complain(_ line: String) { tell(line + "\n") }

    /// Writes complaints, and of very many only how many more there are.
    static func complain(_ complaints: [String]) {
        for complaint in complaints.prefix(20) { complain("marsad: \(complaint)") }
        if complaints.count > 20 { complain("marsad: and \(complaints.count - 20) more") }
    }

    /// Writes to standard error without ending the line.
    static func tell(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    /// Writes to standard output; a reader that went away ends the program quietly.
    static func write(_ text: String) {
        guard let fault = write(text, to: STDOUT_FILENO) else { return }
        if fault == EPIPE { exit(0) }
        complain("marsad: standard output: \(String(cString: strerror(fault)))")
        exit(2)
    }

    /// - Returns: The number of the error that kept something from being written (errno(3)).
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return errno }
            bytes = bytes.dropFirst(count)
        }
        return nil
    }

    static func line(_ text: String) { write(text + "\n") }

    /// Whether standard output is a terminal.
    static let isShown = isatty(STDOUT_FILENO) == 1

    /// How many columns standard output has; nil where it is no terminal or does not say.
    static var columns: Int? {
        var size = winsize()
        guard isShown, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Colour only on a terminal, and never with `NO_COLOR`.
    static let hasColour = isShown && isColourAllowed
    /// Progress only where somebody watches.
    static let hasProgress = isatty(STDERR_FILENO) == 1 && isColourAllowed

    private static var isColourAllowed: Bool {
        let environment = ProcessInfo.processInfo.environment
        return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// What other people wrote, without what a terminal would obey.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.properties.generalCategory == .control ? " " : $0
                }))
    }

    static func bold(_ text: String) -> String { styled(text, "1") }
    static func dim(_ text: String) -> String { styled(text, "2") }
    static func marked(_ text: String) -> String { styled(text, "1;33") }

    private static func styled(_ text: String, _ code: String) -> String {
        hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
