/// A subscriber's place in a hub, valid from its subscription to its closing and then given to another.
package struct FeedSlot: Hashable, Sendable {
    /// Index for the arrays beside the hub that hold what the hub does not know: sockets.
    package let index: Int

    init(_ index: Int) { self.index = index }
}
