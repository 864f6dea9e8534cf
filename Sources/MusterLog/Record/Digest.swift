import Crypto
package import MusterCore

/// A SHA-256 digest; as text, 64 hexadecimal digits in lower case.
package struct Digest: Hashable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The digest before the first record of every stream: all zero.
    package static let zero = Digest(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// The digest of one text, or of several laid end to end.
    package init(of first: [UInt8], _ second: [UInt8] = []) {
        var hash = SHA256()
        hash.update(data: first)
        if !second.isEmpty { hash.update(data: second) }
        self.init(raw: hash.finalize())
    }

    /// A digest from its 32 bytes; `nil` for any other number.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.init(raw: bytes)
    }

    /// A digest from 64 hexadecimal digits; `nil` for anything else.
    package init?(hex: String) {
        guard let bytes = [UInt8](hex: hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// The digest of everything that a running hash has taken in so far.
    init(finalizing hash: SHA256) {
        self.init(raw: hash.finalize())
    }

    private init(raw: some Sequence<UInt8>) {
        var words = [UInt64](repeating: 0, count: 4)
        for (index, byte) in raw.enumerated() { words[index >> 3] = words[index >> 3] << 8 | UInt64(byte) }
        self.init(words: (words[0], words[1], words[2], words[3]))
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for word in [words.0, words.1, words.2, words.3] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return bytes
    }

    /// The 64 hexadecimal digits.
    package var hex: String { bytes.hex }

    package static func == (left: Digest, right: Digest) -> Bool {
        left.words.0 == right.words.0 && left.words.1 == right.words.1 && left.words.2 == right.words.2
            && left.words.3 == right.words.3
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.3)
    }
}

extension Digest: CustomStringConvertible {
    package var description: String { hex }
}

extension Digest: WireField {
    package static var unread: Digest { .zero }

    package func write(to writer: inout WireWriter) { hex.write(to: &writer) }

    package mutating func read(from reader: inout WireReader) {
        var text = ""
        text.read(from: &reader)
        // A text that is no digest equals none: whoever compares finds the fault and names the record.
        self = Digest(hex: text) ?? Digest(of: Array(text.utf8))
    }
}
