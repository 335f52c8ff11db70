/// The named character references of HTML (§13.5), which feeds use without declaring them.
enum HTMLEntities {
    /// The UTF-8 of what `name` stands for, without `&` and `;`; nil for a name unknown.
    static func bytes(named name: String) -> [UInt8]? {
        table[name]
    }

    private static let table: [String: [UInt8]] = {
        var table: [String: [UInt8]] = [:]
        table.reserveCapacity(2200)
        for row in htmlEntityTable.split(whereSeparator: \.isWhitespace) {
            let parts = row.split(separator: "=")
            let scalars = parts[1].split(separator: "+")
                .compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            table[String(parts[0])] = Array(String(text).utf8)
        }
        return table
    }()
}
