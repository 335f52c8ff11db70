import CLibXML2

/// An attribute of a start tag: its name in lower case, and its value, empty where it has none.
typealias HTMLAttribute = (name: String, value: String)

/// What takes the events of a reading of HTML: a class, for the parser calls it by address.
class HTMLEvents {
    /// The parser that calls, while it does.
    var context: htmlParserCtxtPtr?

    /// The taker that `user` points to, which outlives the reading.
    static func at(_ user: UnsafeMutableRawPointer) -> HTMLEvents {
        Unmanaged<HTMLEvents>.fromOpaque(user).takeUnretainedValue()
    }

    func start(_ name: String, _ attributes: [HTMLAttribute]) {}
    func end(_ name: String) {}
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
    func comment(_ text: String) {}
    func finish() {}
}
