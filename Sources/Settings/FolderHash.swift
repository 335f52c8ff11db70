import Foundation
import News

/// What a settings folder's files hold, byte for byte, told by 16 hexadecimal digits.
package struct FolderHash: Sendable, Hashable {
    /// Of the names and bytes of all files.
    package let digits: String

    init(of folder: String, files: [String]) {
        var hash = StableHash()
        for name in files {
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
            hash.combine(name)
            // As a text, for a loop over its bytes is made for it; these are texts.
            hash.combine(String(decoding: data, as: UTF8.self))
        }
        let digits = String(hash.value, radix: 16)
        self.digits = String(repeating: "0", count: 16 - digits.count) + digits
    }
}
