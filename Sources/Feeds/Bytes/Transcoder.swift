import CLibXML2
import Glibc

/// Turns bytes of an encoding into UTF-8, by the C library's `iconv`, which libxml2 decodes with
/// too; MacArabic alone is by a table, for glibc does not have it.
enum Transcoder {
    /// UTF-8 with U+FFFD for what the encoding does not know, and how many such places there are;
    /// nil where the encoding is not to be had.
    static func utf8(_ bytes: ArraySlice<UInt8>, from name: String) -> (bytes: [UInt8], bad: Int)? {
        if name == "x-mac-arabic" { return (MacArabic.utf8(bytes), 0) }
        guard let converter = Converter(from: iconvName(of: name)) else { return nil }
        return converter.convert(bytes)
    }

    static func knows(_ name: String) -> Bool {
        name == "x-mac-arabic" || Converter(from: iconvName(of: name)) != nil
    }

    /// The standard means supersets by these names, as browsers do.
    private static func iconvName(of name: String) -> String {
        switch name {
        case "windows-874": "cp874"
        case "shift_jis": "cp932"
        case "euc-kr": "cp949"
        case "big5": "big5-hkscs"
        case "iso-8859-8": "windows-1255"
        default: name
        }
    }
}

/// One `iconv` handle.
private final class Converter {
    private let handle: iconv_t

    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), marsad_iconv_is_open(handle) != 0 else {
            return nil
        }
        self.handle = handle
    }

    deinit {
        iconv_close(handle)
    }

    func convert(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], bad: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        var bad = 0
        var input = Array(bytes)
        var room = [CChar](repeating: 0, count: 32 << 10)
        input.withUnsafeMutableBytes { input in
            var left = input.count
            var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            while left > 0 {
                let isBad = room.withUnsafeMutableBufferPointer { room in
                    var free = room.count
                    var end = room.baseAddress
                    let result = iconv(handle, &next, &left, &end, &free)
                    output.append(
                        contentsOf: UnsafeRawBufferPointer(
                            start: room.baseAddress, count: room.count - free))
                    return result == -1 && errno != E2BIG
                }
                guard isBad, left > 0 else { continue }
                bad += 1
                output.append(contentsOf: UTF8Bytes.replacement)
                next = next?.advanced(by: 1)
                left -= 1
            }
        }
        // A letter that a mark might have followed is given out only when asked for.
        room.withUnsafeMutableBufferPointer { room in
            var free = room.count
            var end = room.baseAddress
            _ = iconv(handle, nil, nil, &end, &free)
            output.append(
                contentsOf: UnsafeRawBufferPointer(
                    start: room.baseAddress, count: room.count - free))
        }
        return (output, bad)
    }
}

/// MacArabic (Apple's ARABIC.TXT), without its copies of ASCII for right-to-left text.
private enum MacArabic {
    static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80])
        }
        return Array(String(scalars).utf8)
    }

    /// What the bytes 0x80 to 0xFF stand for.
    private static let upper = Array(
        """
        Ä\u{A0}ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü\
         !"#$٪&'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_\
        ـفقكلمنهوىي\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}پٹچەڤگڈڑ{|}ژے
        """.unicodeScalars)
}
