/// The control characters U+0080 to U+009F, which nobody means: they are windows-1252 letters
/// that were written as `&#146;` or taken for ISO-8859-1.
enum WindowsControls {
    /// `bytes`, which are UTF-8, with the letters meant.
    static func replaced(in bytes: [UInt8]) -> [UInt8] {
        guard hasControl(bytes) else { return bytes }
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let letter =
                (0x80...0x9F).contains(scalar.value) ? letters[Int(scalar.value) - 0x80] : 0
            scalars.append(letter == 0 ? scalar : Unicode.Scalar(letter) ?? scalar)
        }
        return Array(String(scalars).utf8)
    }

    private static func hasControl(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while let mark = bytes.first(0xC2, from: index) {
                if mark + 1 < bytes.count, bytes[mark + 1] < 0xA0 { return true }
                index = mark + 1
            }
            return false
        }
    }

    /// 0 where windows-1252 has no letter either.
    private static let letters: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
