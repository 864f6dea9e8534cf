package import MusterCore
package import MusterDesk

/// A person's device: a replica of its slice, an outbox that is sent until it is answered, and a feed that breaks.
package struct SimulatedDevice: Sendable {
    /// Who holds it.
    package let actor: Actor
    /// What it may hold.
    package let slice: Slice
    /// What it has folded.
    package private(set) var replica: Replica
    /// What it has sent and not been answered yet.
    package private(set) var outbox: [Envelope] = []
    /// What it was answered, by command.
    package private(set) var answers: [CommandID: DeskOutcome] = [:]
    /// The feed that it listens to now; what comes of an older one is not heard.
    package private(set) var connection: Int64 = 0
    /// When the last part of the feed arrives: a stream does not overtake itself.
    package var feedArrives = Instant.zero
    private var made: Int64 = 0

    /// A device that starts with an empty copy.
    package init(_ actor: Actor, slice: Slice) {
        self.actor = actor
        self.slice = slice
        replica = Replica(slice)
    }

    /// Puts a command of its person into the outbox.
    package mutating func make(_ command: Command, site: SiteID, at now: Instant) -> Envelope {
        made += 1
        let envelope = Envelope(command, id: CommandID("c", made), site: site, madeAt: now)
        outbox.append(envelope)
        return envelope
    }

    /// Takes in an answer of the desk.
    /// - Returns: Whether it says what every earlier answer to the same command said.
    package mutating func take(_ outcome: DeskOutcome, of command: CommandID) -> Bool {
        outbox.removeAll { $0.id == command }
        guard let first = answers[command] else {
            answers[command] = outcome
            return true
        }
        return first == outcome
    }

    /// Gives up its feed and asks for a new one.
    package mutating func reconnect() -> Int64 {
        connection += 1
        feedArrives = .zero
        return connection
    }

    /// Takes in a part of a feed, and how far it has come.
    package mutating func hear(_ records: [Record], upTo position: Int64, on connection: Int64) {
        guard connection == self.connection else { return }
        for record in records { replica.apply(record) }
        replica.position = max(replica.position, position)
    }
}
