import MusterLog

/// One table of a roster while an import is planned: what is held, and what it will be.
struct RosterLedger<Row: RosterRow> {
    private let held: [Row]
    /// The rows as they will be; those held come first, in their order.
    private(set) var rows: [Row]
    private var positions: [String: Int]

    /// Begins with what is held; a bulk file replaces it, so each row must be named anew to stay.
    init(_ held: [Row], isReplaced: Bool) {
        self.held = held
        rows = held
        positions = [:]
        positions.reserveCapacity(held.count)
        for (index, row) in held.enumerated() { positions[row.sourcedID] = index }
        if isReplaced {
            for index in rows.indices { rows[index].isActive = false }
        }
    }

    /// Where the row of a key stands.
    func position(of key: String) -> Int? { positions[key] }

    /// Finds or makes the row of a key and answers where it stands.
    mutating func place(_ key: String, make: () -> Row) -> Int {
        if let position = positions[key] { return position }
        positions[key] = rows.count
        rows.append(make())
        return rows.count - 1
    }

    /// Changes a row where it stands.
    mutating func change(_ position: Int, _ body: (inout Row) -> Void) { body(&rows[position]) }

    /// Changes every row where it stands.
    mutating func changeAll(_ body: (inout Row) -> Void) {
        for position in rows.indices { body(&rows[position]) }
    }

    /// Leaves the row of a key as it is held; answers where it stands, or nil when nothing is held.
    mutating func keep(_ key: String) -> Int? {
        guard let position = positions[key], position < held.count else { return nil }
        rows[position] = held[position]
        return position
    }

    /// The row as it is held now; nil when it is new.
    func held(at position: Int) -> Row? { position < held.count ? held[position] : nil }

    /// What has to be written.
    func changes() -> RosterTableChanges<Row> {
        var changes = RosterTableChanges<Row>()
        for (position, row) in rows.enumerated() {
            guard let before = held(at: position) else {
                if row.isActive { changes.added.append(row) }
                continue
            }
            if row == before {
                if row.isActive { changes.unchanged += 1 }
            } else if before.isActive, !row.isActive {
                changes.deactivated.append(row)
            } else if row.isActive {
                changes.changed.append(row)
            }
        }
        return changes
    }
}
