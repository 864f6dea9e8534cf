/// A number for facts: as long as it is the same, so are they.
///
/// It is compared within one program only, never kept or sent.
package struct Fingerprint: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The number of what is said of a thing, such as the tile of a room.
    package init(_ purpose: UInt64) { add(purpose) }

    /// The number; never zero, which stands for facts that nobody has counted.
    package var value: UInt64 { state | 1 }

    /// Takes a fact in.
    package mutating func add(_ fact: UInt64) {
        state = (state ^ fact) &* 0x100_0000_01B3
        state ^= state >> 32
    }

    /// Takes an id in.
    package mutating func add<Kind>(_ id: ID<Kind>) {
        add(id.high)
        add(id.low)
    }
}
