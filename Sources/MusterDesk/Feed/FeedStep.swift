/// What is to be done for one subscriber.
package enum FeedStep {
    /// Write these bytes, which others share.
    case write(FeedSlot, FeedEvent)
    /// Close it: what it has yet to be sent is no longer at hand. It resumes by its last id.
    case drop(FeedSlot)
}

/// How a subscriber comes to the present.
package enum FeedStart: Equatable, Sendable {
    /// Everything it lacks is at hand: tell the hub at once that it is caught up.
    case recent
    /// The log has to be read for it.
    case backlog
}

/// Whether a subscriber that was sent the log up to a position is live.
package enum FeedJoin: Equatable, Sendable {
    /// Yes, and it has all that concerns it up to this position: its own where something published meanwhile
    /// follows by itself, and the head of its site's log where nothing did.
    case live(through: FeedPosition)
    /// No: more was published meanwhile than is kept; read the log on from there.
    case readOn
}
