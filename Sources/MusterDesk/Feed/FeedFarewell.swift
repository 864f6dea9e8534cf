/// Why the server ends a device's feed, as the device is told.
package enum FeedFarewell: String, Sendable {
    /// The server goes down or starts anew: come back after the given delay.
    case shutdown
    /// The session was ended: do not come back with it.
    case revoked
}
