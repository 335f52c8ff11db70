/// What comes of an answer while it comes, in order, for a reader that needs no whole body.
package enum BodyPart: Sendable {
    /// A document of 200 or 226 begins; its `body` is empty. What came before it counts no more:
    /// the host called a plain body compressed, and was asked once more.
    case head(DownloadResponse)
    /// Its next bytes, decoded.
    case bytes([UInt8])
}
