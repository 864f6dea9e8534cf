/// Every limit of the feed in one place.
///
/// The figures were chosen by measuring (`Benchmarks/fan-out`); what is said beside each one is what goes
/// wrong when it is too small or too large.
package struct FeedLimits: Sendable {
    /// Connections the process holds at once; one more is refused with 503 before memory runs out.
    package var connections = 40_000
    /// Connections of all kinds that the process holds at once; one more is closed at once.
    package var sockets = 44_000
    /// Connections of all kinds from one address: a whole school is one, and a browser opens up to six.
    package var socketsPerAddress = 24_000
    /// Connections one device may hold; a school's browser needs one, a reconnect overlaps with a second.
    package var connectionsPerDevice = 4
    /// Deliveries made before an event loop looks at its sockets again.
    ///
    /// Smaller batches answer commands sooner in the middle of a fan-out, larger ones waste less on looking.
    package var batch = 256
    /// How long a loop rests between two batches, in microseconds.
    ///
    /// It cannot be nothing: SwiftNIO runs what is already due before it looks at a socket.
    package var rest: Int64 = 20
    /// Where rounds over the subscribers follow each other without a pause: which part of a batch's time it rests.
    ///
    /// Too large, and commands wait for a processor behind the fan-out; too small, and deliveries come later.
    package var restDivisor: Int64 = 2
    /// How long a published event waits before its fan-out starts, in microseconds.
    ///
    /// The answer to the command that caused it is written in that time, so that a raise is answered first.
    package var holdBack: Int64 = 200
    /// Recent events a topic keeps for devices that are behind.
    package var ringEntries = 1_024
    /// Bytes of recent events a topic keeps for devices that are behind.
    package var ringBytes = 512 * 1_024
    /// Bytes written to a device but not yet taken by its socket, above which it counts as slow.
    package var unsentBytes = 32 * 1_024
    /// Bytes the kernel may buffer for one device.
    package var socketBytes: Int32 = 64 * 1_024
    /// How long a device may stay slow, in milliseconds, before it is dropped; it resumes by its last id.
    package var slowMilliseconds: Int64 = 10_000
    /// How long sent bytes may stay unacknowledged, in milliseconds, before the kernel gives the device up.
    package var silenceMilliseconds: Int32 = 30_000
    /// Time between two heartbeats, in milliseconds.
    package var heartbeatMilliseconds: Int64 = 15_000
    /// Time a new connection has to send its first request's head, in milliseconds.
    package var headMilliseconds: Int64 = 10_000
    /// Records by which a resuming device may be behind; one that lacks more fetches the state.
    package var replayRecords: Int64 = 1_000
    /// How long an ordinary connection may rest between two requests, in milliseconds.
    package var idleMilliseconds: Int64 = 60_000
    /// Time an ordinary request has from its head to its end, in milliseconds; a roster comes within it too.
    package var requestMilliseconds: Int64 = 120_000
    /// Bytes a resuming device is sent before the next page of the log is read for it.
    package var backlogPageBytes = 64 * 1_024
    /// How long a device waits before it connects again after an ordinary break, in milliseconds.
    package var retryMilliseconds: Int64 = 2_000
    /// The widest delay a device is asked for when the server goes down, in milliseconds.
    ///
    /// Devices are spread evenly over it, so that a restart is not met by all of them at once.
    package var byeSpreadMilliseconds: Int64 = 8_000

    /// The measured defaults.
    package init() {}
}
