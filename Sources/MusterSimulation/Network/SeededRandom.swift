/// A small seeded generator: the same seed gives the same run on every machine.
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A sequence of its own for each seed.
    package init(_ seed: UInt64) {
        // Seeds that follow each other must not walk the same sequence one step apart.
        state = Self.mixed(Self.mixed(seed &+ 0x5851_F42D_4C95_7F2D))
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number from zero up to, not including, a limit.
    package mutating func below(_ limit: Int64) -> Int64 { Int64(next() % UInt64(limit)) }

    /// Whether something of that many percent happens.
    package mutating func chance(_ percent: Int64) -> Bool { below(100) < percent }

    /// One of some.
    package mutating func pick<T>(_ some: [T]) -> T { some[Int(below(Int64(some.count)))] }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
