/// A row that knows its key.
package protocol Keyed {
    /// What the row is found and sorted by.
    associatedtype Key: Comparable
    /// The key of this row; it does not change while the row lies in a table.
    var key: Key { get }
}

/// Rows sorted by key, each key once.
///
/// State uses this instead of `Dictionary` and `Set`, whose order changes with the hash seed: two devices that fold
/// the same log must hold the same bytes.
package struct Table<Row: Keyed> {
    /// All rows, sorted by key.
    package private(set) var rows: [Row] = []

    /// An empty table.
    package init() {}

    /// Whether no row lies in the table.
    package var isEmpty: Bool { rows.isEmpty }

    /// The row with that key; setting `nil` removes it, setting a row puts it in or replaces the one with its key.
    package subscript(key: Row.Key) -> Row? {
        get {
            let index = lowerBound(key)
            return index < rows.count && rows[index].key == key ? rows[index] : nil
        }
        set {
            guard let row = newValue else { return remove(key) }
            put(row)
        }
    }

    /// Puts a row in, or replaces the one with the same key.
    package mutating func put(_ row: Row) {
        // Most tables grow at the end: ids and positions rise.
        guard let last = rows.last, !(last.key < row.key) else { return rows.append(row) }
        let index = lowerBound(row.key)
        if rows[index].key == row.key { rows[index] = row } else { rows.insert(row, at: index) }
    }

    /// Removes the row with that key, if there is one.
    package mutating func remove(_ key: Row.Key) {
        let index = lowerBound(key)
        if index < rows.count, rows[index].key == key { rows.remove(at: index) }
    }

    /// Removes the rows that a test accepts.
    package mutating func removeAll(where test: (Row) -> Bool) {
        rows.removeAll(where: test)
    }

    /// Changes the row with that key in place; does nothing when there is none.
    package mutating func update(_ key: Row.Key, _ change: (inout Row) -> Void) {
        let index = lowerBound(key)
        guard index < rows.count, rows[index].key == key else { return }
        change(&rows[index])
    }

    /// Changes every row in place; the change must leave the keys as they are.
    package mutating func updateAll(_ change: (inout Row) -> Void) {
        for index in rows.indices { change(&rows[index]) }
    }

    private func lowerBound(_ key: Row.Key) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Table: Equatable where Row: Equatable {}
extension Table: Sendable where Row: Sendable {}
