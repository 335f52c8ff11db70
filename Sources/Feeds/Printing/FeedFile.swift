import CLibXML2
import Glibc

/// The bytes of a file, decompressed where gzip wrote it: libxml2's input does that itself.
package enum FeedFile {
    /// `-` is standard input. Throws where the file cannot be read, and where it has more than
    /// `limit` bytes after decompression; no more are held.
    package static func bytes(of path: String, limit: Int) throws(FeedError) -> [UInt8] {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw .unreadable(path: path, reason: "is a folder; name the files in it")
        }
        guard !path.contains("://"),
            let input = xmlParserInputBufferCreateFilename(path, XML_CHAR_ENCODING_NONE)
        else { throw .unreadable(path: path, reason: "cannot be opened") }
        defer { xmlFreeParserInputBuffer(input) }
        var bytes: [UInt8] = []
        while true {
            let count = xmlParserInputBufferRead(input, 1 << 16)
            guard count >= 0 else { throw .unreadable(path: path, reason: "cannot be read") }
            guard count > 0, let start = xmlBufContent(input.pointee.buffer) else { break }
            let size = xmlBufUse(input.pointee.buffer)
            bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: size))
            xmlBufShrink(input.pointee.buffer, size)
            guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        }
        return bytes
    }
}
