package import MusterCore

/// How far a command of this device has come.
package enum OutboxState: Equatable, Sendable {
    /// Kept on the device, not sent yet.
    case queued
    /// Sent, without an answer so far.
    case sent
    /// An alarm that has had no answer for so long that it is not an alarm any more.
    case late
    /// The desk has taken it.
    case accepted
    /// The desk refused it.
    case refused

    /// Reads the word of the shell; an outcome that is not known here counts as taken.
    package init(_ word: String) {
        switch word {
        case "queued": self = .queued
        case "sent": self = .sent
        case "late": self = .late
        case "rejected": self = .refused
        default: self = .accepted
        }
    }
}

/// A command of this device whose outcome the person has not seen yet.
package struct OutboxNotice: Equatable, Sendable {
    /// Names the command: what "seen" gives back to the shell.
    package var id: CommandID
    /// What was wanted; `nil` for a command that is not known here.
    package var act: CommandName?
    /// How far it has come.
    package var state: OutboxState
    /// When it was pressed.
    package var at: Instant
    /// Whether it left the device at least once: without an answer it may have arrived all the same.
    package var mayHaveArrived: Bool
    /// Whether it waits until the person signs in again.
    package var needsSignIn: Bool
    /// Why it was refused, in the server's words.
    package var reason: String
    /// What was kept instead of being done; `nil` when it was done.
    package var kept: Kept?
    /// What the command was, where the device still knows.
    package var command: Command?

    /// A command and how far it has come.
    package init(
        id: CommandID, act: CommandName?, _ state: OutboxState, at: Instant, mayHaveArrived: Bool = false,
        needsSignIn: Bool = false, reason: String = "", kept: Kept? = nil,
        command: Command? = nil
    ) {
        self.id = id
        self.act = act
        self.state = state
        self.at = at
        self.mayHaveArrived = mayHaveArrived
        self.needsSignIn = needsSignIn
        self.reason = reason
        self.kept = kept
        self.command = command
    }

    /// Whether it has not been answered: it can still be lost, or still be waited for.
    package var isUnanswered: Bool { state == .queued || state == .sent || state == .late }
}
