import Crypto

/// The SHA-256 of a random secret: what is stored in the secret's stead.
///
/// The secrets hold 256 random bits, so that a plain digest cannot be guessed back; passwords never come here.
package struct SecretDigest: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: [UInt8]

    /// Takes a digest as it was stored.
    package init(stored bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The digest of a secret as it stands in a link or a cookie.
    package init(of secret: String) {
        bytes = Array(SHA256.hash(data: Array(secret.utf8)))
    }
}

/// A fresh secret of 256 random bits, as 64 hexadecimal characters: safe in links, cookies and QR codes.
package enum FreshSecret {
    /// Draws a secret from the system's generator.
    package static func make(
        _ generator: some RandomNumberGenerator = SystemRandomNumberGenerator()
    ) -> String {
        var generator = generator
        var text = ""
        for _ in 0..<4 {
            let word = String(generator.next() as UInt64, radix: 16)
            text += String(repeating: "0", count: 16 - word.count) + word
        }
        return text
    }
}
