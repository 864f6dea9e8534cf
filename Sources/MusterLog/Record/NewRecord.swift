package import MusterCore

/// Something to be appended, before the log gives it a position and chains it.
package struct NewRecord: Sendable, Equatable {
    /// The desk's time.
    package var at: Instant
    /// Who caused it; nobody for what a timer alone brought about.
    package var actor: PersonID?
    /// The device that sent the command.
    package var device: DeviceID
    /// The command that it came of.
    package var command: CommandID
    /// The frozen name of what happened.
    package var type: String
    /// What lies beside the header, in this order.
    package var parts: [NewPart]

    /// A record with its parts.
    package init(
        at: Instant, actor: PersonID?, device: DeviceID, command: CommandID, type: String, parts: [NewPart]
    ) {
        self.at = at
        self.actor = actor
        self.device = device
        self.command = command
        self.type = type
        self.parts = parts
    }
}

/// One part of a record to be appended.
package struct NewPart: Sendable, Equatable {
    /// The part's name, once in a record: ``body`` or ``text``.
    package var name: String
    /// The bytes as they are.
    package var bytes: [UInt8]
    /// Whether the part is sealed under a key of its own, so that it can be erased even from a backup.
    package var isErasable: Bool

    /// A part with its name and bytes.
    package init(_ name: String, _ bytes: [UInt8], isErasable: Bool = false) {
        self.name = name
        self.bytes = bytes
        self.isErasable = isErasable
    }

    /// The name of the part that holds the event's fields as JSON.
    package static let body = "body"
    /// The name of the part that holds the event's free text as UTF-8.
    package static let text = "text"
}
