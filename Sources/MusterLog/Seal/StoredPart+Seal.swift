import Crypto
import Foundation

extension StoredPart {
    /// The clear bytes: as stored, or opened with the key; `nil` when erased, withheld or without its key.
    /// - Throws: ``LogError`` with the code `corrupt` when the key does not open the stored bytes.
    package func opened() throws(LogError) -> [UInt8]? {
        guard let stored, isSealed else { return stored }
        guard let key else { return nil }
        do {
            let box = try ChaChaPoly.SealedBox(combined: stored)
            return Array(try ChaChaPoly.open(box, using: SymmetricKey(data: key)))
        } catch {
            throw LogError(.corrupt, "the key of the part \"\(name)\" does not open it", cause: error)
        }
    }

    /// The bytes sealed under a key, as they are stored and hashed.
    static func seal(_ bytes: [UInt8], under key: PartKey) throws(LogError) -> [UInt8] {
        do {
            return Array(try ChaChaPoly.seal(bytes, using: SymmetricKey(data: key.key)).combined)
        } catch {
            throw LogError(.refused, "a part could not be sealed", cause: error)
        }
    }
}
