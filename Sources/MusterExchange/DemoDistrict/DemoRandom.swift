/// A small seeded generator (SplitMix64): the same seed writes the same district on every machine.
struct DemoRandom: RandomNumberGenerator {
    private var state: UInt64

    /// A generator that begins at a seed.
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below a bound.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// True once in so many times.
    mutating func percent(_ share: Int) -> Bool { below(100) < share }

    /// One of a list.
    mutating func pick(_ list: [String]) -> String { list[below(list.count)] }
}
