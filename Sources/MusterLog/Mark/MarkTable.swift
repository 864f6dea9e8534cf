import MusterCore

/// Which slots are taken by which command: the state of every ``DecisionMarks``, as a value without I/O.
struct MarkTable: Sendable {
    private var slots: [MarkedCommand?]
    private(set) var found: [MarkedCommand]

    /// A table in which what the slots hold was left by a process that ended.
    init(slots: [MarkedCommand?] = []) {
        self.slots = slots
        self.found = slots.compactMap { $0 }
    }

    mutating func begin(_ command: MarkedCommand) -> MarkSlot {
        if let free = slots.firstIndex(of: nil) {
            slots[free] = command
            return MarkSlot(index: Int32(free))
        }
        slots.append(command)
        return MarkSlot(index: Int32(slots.count - 1))
    }

    mutating func end(_ slot: MarkSlot) {
        slots[Int(slot.index)] = nil
    }

    /// Frees the slot of a command that was found; `nil` when it was not, or is settled already.
    mutating func settle(_ command: MarkedCommand) -> MarkSlot? {
        guard let index = found.firstIndex(of: command) else { return nil }
        found.remove(at: index)
        guard let slot = slots.firstIndex(of: command) else { return nil }
        slots[slot] = nil
        return MarkSlot(index: Int32(slot))
    }
}
