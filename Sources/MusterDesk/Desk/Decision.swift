package import MusterCore
package import MusterLog

/// What a desk decided, on its way to the log.
package struct Decision: Sendable {
    /// The site.
    package let site: SiteID
    /// The command as it was sent.
    package let envelope: Envelope
    /// Who sent it.
    package let actor: Actor
    /// The desk's time.
    package let at: Instant
    /// The position of the last record before.
    package let after: Int64
    /// What happened, in order; empty for a refusal.
    package let records: [Record]
    /// What the sender is told.
    package let outcome: DeskOutcome

    /// What is to be appended: the records and the outcome in one transaction.
    package var append: StreamAppend {
        var kept: CommandOutcome?
        // The timer's refusals mean that somebody was quicker; nobody will ask for them.
        if !records.isEmpty || actor.device != Desk.timer(of: site) {
            kept = CommandOutcome(
                device: actor.device, command: envelope.id, at: at, bytes: outcome.encoded())
        }
        return StreamAppend(
            site.retyped(), expectedVersion: after,
            records: records.map { record in
                var event = record.event
                event.text = record.text
                return NewRecord(
                    event, at: record.at, actor: record.actor, device: actor.device, command: envelope.id)
            },
            outcome: kept)
    }
}
