package import MusterCore

/// Marks a command before it is decided, so that one that crashes the process is not decided again and again.
///
/// A mark survives a crash of the process, not of the machine: it costs no wait for the disk. What is found
/// after a restart is refused as quarantined: the desk appends that outcome to the log and then settles the
/// mark.
package protocol DecisionMarks: Sendable {
    /// The commands that were being decided when the process ended, and that are not settled yet.
    var found: [MarkedCommand] { get }
    /// Marks a command; the slot is given back to ``end(_:)``.
    func begin(_ command: MarkedCommand) throws(LogError) -> MarkSlot
    /// Takes the mark away: the decision is made, whatever it was.
    func end(_ slot: MarkSlot) throws(LogError)
    /// Takes a found command's mark away, once its outcome is in the log.
    func settle(_ command: MarkedCommand) throws(LogError)
}

/// A command that is being decided.
package struct MarkedCommand: Hashable, Sendable {
    /// The stream that it is decided on.
    package var stream: StreamID
    /// The device that sent it.
    package var device: DeviceID
    /// Its id.
    package var command: CommandID

    /// A command of a device for a stream.
    package init(stream: StreamID, device: DeviceID, command: CommandID) {
        self.stream = stream
        self.device = device
        self.command = command
    }
}

/// Where a mark stands.
package struct MarkSlot: Hashable, Sendable {
    let index: Int32
}
