import Foundation
import News

/// What a settings folder's files hold, told by 16 hexadecimal digits.
package struct FolderHash: Sendable, Hashable {
    /// Of the names and bytes of all files that decide findings.
    package let rules: String
    /// Of those of all files.
    package let all: String

    init(of folder: String, rules: [String], others: [String]) {
        var hash = StableHash()
        func combine(_ names: [String]) {
            for name in names {
                let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
                hash.combine(name)
                // As a text, for a loop over its bytes is made for it; these are texts.
                hash.combine(String(decoding: data, as: UTF8.self))
            }
        }
        combine(rules)
        self.rules = FolderHash.digits(hash.value)
        combine(others)
        all = FolderHash.digits(hash.value)
    }

    private static func digits(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
