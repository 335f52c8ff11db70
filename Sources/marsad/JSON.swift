import Foundation

/// JSON as all commands print it: sorted keys, slashes and Arabic as they are, ISO dates.
enum JSON {
    /// - Parameter snake: keys of several words get underscores, for values without coding keys.
    static func text(
        _ value: some Encodable, pretty: Bool = false, snake: Bool = false
    ) throws -> String {
        let encoder = JSONEncoder()
        if snake { encoder.keyEncodingStrategy = .convertToSnakeCase }
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
