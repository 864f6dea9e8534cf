import Crypto
package import MusterCore

extension PlanDocument {
    /// The SHA-256 of what people approved, in hexadecimal: what the log holds of the whole document.
    package var digest: String {
        let digits = Array("0123456789abcdef")
        return SHA256.hash(data: contents.encoded()).map { byte in
            "\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}
