/// An open-addressing table of keys, each with the number of the row that brought it: sixteen bytes a slot.
///
/// Three million enrollments fit into 64 megabytes. Copies share their slots until one of them grows, so only one may
/// be added to; the others are for looking up.
struct KeyTable {
    private var slots: KeySlots
    private var mask: Int
    /// How many keys the table holds; the next row's number.
    private(set) var count = 0

    /// An empty table.
    init() {
        slots = KeySlots(count: 64)
        mask = 63
    }

    /// Makes room for about this many keys at once, which spares growing in steps.
    mutating func reserve(_ expected: Int) {
        let wanted = min(expected, 1 << 26) * 5 / 4
        var size = slots.count
        while size < wanted { size *= 2 }
        if size > slots.count { grow(to: size) }
    }

    /// Adds a key and answers its number, or nil when it was there.
    @inline(__always)
    mutating func insert(_ key: RosterKey) -> UInt32? {
        if count * 5 >= slots.count * 4 { grow(to: slots.count * 2) }
        var index = Int(truncatingIfNeeded: key.high) & mask
        while slots[index].low != 0 {
            if slots[index].low == key.low, slots[index].high == key.high { return nil }
            index = (index + 1) & mask
        }
        let number = UInt32(truncatingIfNeeded: count)
        slots[index] = KeySlots.Slot(low: key.low, high: key.high, number: number)
        count += 1
        return number
    }

    /// The number of a key's row, or nil when the key was never seen.
    @inline(__always)
    func number(of key: RosterKey) -> UInt32? {
        var index = Int(truncatingIfNeeded: key.high) & mask
        while slots[index].low != 0 {
            if slots[index].low == key.low, slots[index].high == key.high { return slots[index].number }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Whether a key was seen.
    func contains(_ key: RosterKey) -> Bool { number(of: key) != nil }

    private mutating func grow(to size: Int) {
        let old = slots
        slots = KeySlots(count: size)
        mask = size - 1
        for position in 0..<old.count where old[position].low != 0 {
            var index = Int(truncatingIfNeeded: old[position].high) & mask
            while slots[index].low != 0 { index = (index + 1) & mask }
            slots[index] = old[position]
        }
    }
}
