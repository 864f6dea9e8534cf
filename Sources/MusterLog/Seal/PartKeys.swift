/// The keys of sealed parts, kept apart from the log: a copy of the log without them cannot read what was
/// erased.
///
/// Keys are made durable ahead of use, many at once, so that a note costs no second wait for the disk. A key
/// is named by its part's salt. The calls may block and are made on the log's own executor.
package protocol PartKeys: Sendable {
    /// Fresh keys that are durable already and that nobody else gets.
    func take(_ count: Int32) throws(LogError) -> [PartKey]
    /// The keys of those names, in order; `nil` for one that was destroyed.
    func keys(named names: [[UInt8]]) throws(LogError) -> [PartKey?]
    /// Destroys the keys of those names for good; durable on return.
    func destroy(named names: [[UInt8]]) throws(LogError)
}

/// A key with the name that is also the salt of the part it seals.
package struct PartKey: Sendable, Equatable {
    /// 16 random bytes.
    package var name: [UInt8]
    /// 32 random bytes.
    package var key: [UInt8]

    /// A key as it was read.
    package init(name: [UInt8], key: [UInt8]) {
        self.name = name
        self.key = key
    }

    /// A new key from the system's random numbers.
    package static func fresh() -> PartKey {
        PartKey(name: .random(16), key: .random(32))
    }
}

extension [UInt8] {
    /// Bytes from the system's random numbers.
    package static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            let word = generator.next()
            for shift in stride(from: UInt64(0), to: 64, by: 8) where bytes.count < count {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return bytes
    }
}
