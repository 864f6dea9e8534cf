package import MusterCore

/// What one decided command adds to one stream.
package struct StreamAppend: Sendable {
    /// The stream.
    package var stream: StreamID
    /// The position of the last record that the decision saw.
    ///
    /// Refusals have one too: what rests on records that never became durable must not be kept. `nil` for an outcome
    /// without records that rests on no state.
    package var expectedVersion: Int64?
    /// What happened; empty for a rejection.
    package var records: [NewRecord]
    /// What the command's sender is told, now and whenever it asks again.
    package var outcome: CommandOutcome?

    /// An append to a stream.
    package init(
        _ stream: StreamID, expectedVersion: Int64?, records: [NewRecord], outcome: CommandOutcome? = nil
    ) {
        self.stream = stream
        self.expectedVersion = expectedVersion
        self.records = records
        self.outcome = outcome
    }
}

/// What came of a command, kept by device and command id, rejections too.
package struct CommandOutcome: Sendable, Equatable {
    /// The device that sent the command.
    package var device: DeviceID
    /// The command's id.
    package var command: CommandID
    /// The desk's time; outcomes are kept for a span from here.
    package var at: Instant
    /// What is answered; opaque to the log.
    package var bytes: [UInt8]

    /// An outcome to be kept.
    package init(device: DeviceID, command: CommandID, at: Instant, bytes: [UInt8]) {
        self.device = device
        self.command = command
        self.at = at
        self.bytes = bytes
    }
}

/// A kept outcome with the end of its stream at that moment.
package struct StoredOutcome: Sendable, Equatable {
    /// The stream that the command was for.
    package var stream: StreamID
    /// The head right after the command: with its last record when it had any.
    package var head: Head
    /// What was answered.
    package var outcome: CommandOutcome

    /// An outcome as it was read.
    package init(stream: StreamID, head: Head, outcome: CommandOutcome) {
        self.stream = stream
        self.head = head
        self.outcome = outcome
    }
}

/// What came of one append.
package enum AppendResult: Sendable, Equatable {
    /// Everything is durable; the records end at this head.
    case appended(Head)
    /// Nothing was written: the stream had gone on to this head.
    case conflict(Head)
    /// Nothing was written: this device's command had been answered before.
    case duplicate(StoredOutcome)
}
