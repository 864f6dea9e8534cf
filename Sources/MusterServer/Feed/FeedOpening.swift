import Logging
import MusterDesk
import NIOCore
import Synchronization

/// One device on its way from the gate to the present.
///
/// It is already subscribed while the log is read for it, so that whatever is published meanwhile is held
/// in the topic's ring; the hub then joins the two without a gap and without a repetition.
final class FeedOpening: Sendable {
    private let loop: FeedLoop
    private let socket: FeedSocket
    private let welcome: FeedWelcome
    private let backlog: any FeedBacklog
    private let limits: FeedLimits
    private let logger: Logger
    private let place = Mutex<Place?>(nil)

    private struct Place {
        let slot: FeedSlot
        var start: FeedStart
        var position: FeedPosition
    }

    init(
        loop: FeedLoop, socket: FeedSocket, welcome: FeedWelcome, backlog: any FeedBacklog,
        limits: FeedLimits, logger: Logger
    ) {
        self.loop = loop
        self.socket = socket
        self.welcome = welcome
        self.backlog = backlog
        self.limits = limits
        self.logger = logger
    }

    /// Answers the request and subscribes; false when the device is gone already.
    func join(after position: FeedPosition) async -> Bool {
        let seconds = WallClock().seconds
        let head = ByteBuffer(
            string: FeedText.head(retry: limits.retryMilliseconds, date: FeedText.date(seconds))
                + (welcome.tag.map(FeedText.tag) ?? ""))
        do {
            let joined = try await loop.eventLoop.submit { [loop, socket, welcome] in
                try loop.join(socket, welcome, after: position, head: head)
            }.get()
            place.withLock { $0 = Place(slot: joined.0, start: joined.1, position: position) }
            return true
        } catch {
            return false
        }
    }

    /// Ends the connection.
    func end(_ ending: FeedEnding) async {
        guard let slot = place.withLock({ $0?.slot }) else { return }
        loop.eventLoop.execute { [loop, socket] in loop.end(socket, slot, ending) }
    }

    /// Sends the log from where the device stands until it is live.
    func replay() async {
        guard var place = place.withLock({ $0 }) else { return }
        do {
            while true {
                if place.start == .backlog { place.position = try await readLog(place) }
                let (slot, position) = (place.slot, place.position)
                let join = try await loop.eventLoop.submit { [loop, socket] in
                    loop.caughtUp(socket, slot, through: position)
                }.get()
                if case .live = join { return }
                place.start = .backlog
            }
        } catch FeedBacklogError.gone {
            await end(.outdated)
        } catch is ChannelError {
            await end(.broken)  // The device left; nothing is wrong.
        } catch {
            logger.warning("feed: the log could not be read", metadata: ["error": "\(error)"])
            await end(.broken)
        }
    }

    private func readLog(_ place: Place) async throws -> FeedPosition {
        var position = place.position
        while true {
            let page = try await backlog.read(
                welcome.topic, after: position, bytes: limits.backlogPageBytes)
            precondition(page.through >= position, "a backlog never goes back")
            if !page.events.isEmpty {
                let slot = place.slot
                try await loop.eventLoop.flatSubmit { [loop, socket] in
                    loop.replay(page.events, to: socket, slot)
                }.get()
            }
            position = page.through
            if page.isLast { return position }
        }
    }
}
