private import CCrypto

/// Proves to who knows the secret that a message is from Marsad and whole: HMAC with SHA-256
/// (RFC 2104).
package enum Signature {
    /// `sha256=` and 64 hexadecimal digits, as many receivers of hooks know it.
    package static func of(_ message: [UInt8], secret: [UInt8]) -> String {
        var code = [UInt8](repeating: 0, count: 32)
        // Neither may be a null pointer, which an empty array would give.
        let isMade = marsad_hmac_sha256(
            secret + [0], Int32(secret.count), message + [0], message.count, &code)
        precondition(isMade == 1, "OpenSSL knows SHA-256, and has memory for 32 bytes")
        return "sha256=" + code.map(hexadecimal).joined()
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }
}
