import Foundation

/// Keys as they are pressed: at a terminal one by one and without echo, from a pipe as they come.
///
/// The terminal is as it was once this is gone.
final class Keys {
    private var before: termios?
    /// Whether what was typed stands on a line that has not ended.
    private var isInLine = false

    init() {
        var mode = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
        before = mode
        // Signals off as well: Ctrl-C is a key like others, after which labels are kept.
        mode.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &mode)
    }

    deinit {
        if var before { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    }

    /// Waits for the next key; nil at the end. What is no UTF-8 is passed over.
    func next() -> Character? {
        var bytes: [UInt8] = []
        while let byte = Keys.byte() {
            bytes.append(byte)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                if bytes.count >= 4 { bytes = [] }
                continue
            }
            echo(text)
            return text.first
        }
        return nil
    }

    /// What is typed is seen; the terminal does not show it by itself any more.
    private func echo(_ text: String) {
        guard before != nil, let scalar = text.unicodeScalars.first else { return }
        if scalar.value == 0x7F || scalar.value == 8 {
            if isInLine { Terminal.write("\u{8} \u{8}") }
        } else if scalar.value >= 0x20 {
            Terminal.write(text)
            isInLine = true
        }
        if text == "\r" || text == "\n" { endLine() }
    }

    /// Ends the line on which something was typed, before anything else is written.
    func endLine() {
        if isInLine { Terminal.write("\n") }
        isInLine = false
    }

    private static func byte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            return count == 1 ? byte : nil
        }
    }
}
