import Synchronization

/// Marks that live as long as the process, for tests and simulation.
package final class InMemoryDecisionMarks: DecisionMarks {
    private let table: Mutex<MarkTable>

    /// Marks as a process left them that ended in the middle of these decisions.
    package init(found: [MarkedCommand] = []) {
        self.table = Mutex(MarkTable(slots: found))
    }

    package var found: [MarkedCommand] { table.withLock { $0.found } }

    package func begin(_ command: MarkedCommand) throws(LogError) -> MarkSlot {
        table.withLock { $0.begin(command) }
    }

    package func end(_ slot: MarkSlot) throws(LogError) {
        table.withLock { $0.end(slot) }
    }

    package func settle(_ command: MarkedCommand) throws(LogError) {
        _ = table.withLock { $0.settle(command) }
    }
}
