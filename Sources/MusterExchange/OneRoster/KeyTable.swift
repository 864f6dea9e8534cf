/// An open-addressing table of keys, each with the number of the row that brought it.
///
/// Sixteen bytes a key and four a number, in two flat arrays: three million enrollments fit into eighty megabytes.
struct KeyTable {
    private var slots: [RosterKey]
    private var numbers: [UInt32]
    private var mask: Int
    private let keepsNumbers: Bool
    /// How many keys the table holds; the next row's number.
    private(set) var count = 0

    /// An empty table; without numbers it only knows whether a key was seen.
    init(keepsNumbers: Bool = true) {
        self.keepsNumbers = keepsNumbers
        slots = Array(repeating: .empty, count: 64)
        numbers = keepsNumbers ? Array(repeating: 0, count: 64) : []
        mask = 63
    }

    /// Makes room for about this many keys at once, which spares growing in steps.
    mutating func reserve(_ expected: Int) {
        let wanted = max(64, min(expected, 1 << 26) + expected / 4)
        var size = slots.count
        while size < wanted { size *= 2 }
        if size > slots.count { grow(to: size) }
    }

    /// Adds a key and answers its number, or nil when it was there.
    @inline(__always)
    mutating func insert(_ key: RosterKey) -> UInt32? {
        if count * 5 >= slots.count * 4 { grow(to: slots.count * 2) }
        var index = Int(truncatingIfNeeded: key.high) & mask
        while slots[index] != .empty {
            if slots[index] == key { return nil }
            index = (index + 1) & mask
        }
        slots[index] = key
        let number = UInt32(truncatingIfNeeded: count)
        if keepsNumbers { numbers[index] = number }
        count += 1
        return number
    }

    /// The number of a key's row, or nil when the key was never seen.
    @inline(__always)
    func number(of key: RosterKey) -> UInt32? {
        var index = Int(truncatingIfNeeded: key.high) & mask
        while slots[index] != .empty {
            if slots[index] == key { return keepsNumbers ? numbers[index] : 0 }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Whether a key was seen.
    func contains(_ key: RosterKey) -> Bool { number(of: key) != nil }

    private mutating func grow(to size: Int) {
        let oldSlots = slots
        let oldNumbers = numbers
        slots = Array(repeating: .empty, count: size)
        numbers = keepsNumbers ? Array(repeating: 0, count: size) : []
        mask = size - 1
        for position in oldSlots.indices where oldSlots[position] != .empty {
            var index = Int(truncatingIfNeeded: oldSlots[position].high) & mask
            while slots[index] != .empty { index = (index + 1) & mask }
            slots[index] = oldSlots[position]
            if keepsNumbers { numbers[index] = oldNumbers[position] }
        }
    }
}
