/// Counts values that mostly come in runs, so that a row costs a comparison and not a hash.
struct Tally<Value: Hashable> {
    private var counts: [Value: Int] = [:]
    private var last: Value?
    private var run = 0

    /// Counts one more.
    @inline(__always)
    mutating func add(_ value: Value) {
        if last != value { begin(value) }
        run += 1
    }

    /// The counts so far.
    var total: [Value: Int] {
        var total = counts
        if let last { total[last, default: 0] += run }
        return total
    }

    private mutating func begin(_ value: Value) {
        counts = total
        last = value
        run = 0
    }
}

extension Tally where Value: RawRepresentable, Value.RawValue == String {
    /// The counts so far by the values' names.
    var byName: [String: Int] { Dictionary(uniqueKeysWithValues: total.map { ($0.key.rawValue, $0.value) }) }
}
