import Foundation
import MusterDesk
import NIOCore
import Synchronization

/// The feed on one event loop: a hub, and the sockets of its subscribers.
///
/// Publishing hops here once, whatever the number of subscribers; then the hub says in batches what to write
/// where, and between two batches the loop looks at its other sockets.
final class FeedLoop: @unchecked Sendable {
    // @unchecked: every member but the constants is touched on `eventLoop` only.
    let eventLoop: any EventLoop
    private let limits: FeedLimits
    private let meters: FeedMeters
    private let released: @Sendable (FeedWelcome) -> Void
    private var hub: FeedHub
    private var sockets: [FeedSocket?] = []
    /// By slot the number of the socket that an event may be written to directly, or ``throughPipeline``.
    ///
    /// It stands apart from the sockets, so that a delivery touches no object of its connection: with thousands of them
    /// each is a cache miss. A number stays here only while nothing waits in the pipeline and the channel is active:
    /// SwiftNIO tells us of a closed one before anything else runs on the loop that could write to it.
    private var direct: [CInt] = []
    private static let throughPipeline: CInt = -1
    private var isSweeping = false
    private var pace: FeedPace
    /// What was last written through a pipeline, as a buffer: nearly always the next subscriber gets the same.
    private var prepared = (event: FeedEvent([]), buffer: ByteBuffer())

    init(
        _ eventLoop: any EventLoop, limits: FeedLimits, meters: FeedMeters,
        released: @escaping @Sendable (FeedWelcome) -> Void
    ) {
        self.eventLoop = eventLoop
        self.limits = limits
        self.meters = meters
        self.released = released
        hub = FeedHub(limits: limits)
        pace = FeedPace(limits: limits)
    }

    // MARK: Publishing

    func publish(site: String, at position: FeedPosition, _ cuts: [FeedCut]) {
        // A copy of one's own: a reference that two cores count is passed between them with every delivery.
        for cut in cuts { hub.published(cut.topic, at: position, FeedEvent(copying: cut.event)) }
        hub.advanced(site: site, to: position)
        sweepSoon(after: limits.holdBack)
    }

    func heartbeat() {
        for slot in hub.overdue(at: milliseconds()) { drop(slot) }
        hub.heartbeat { FeedEvent(FeedText.caughtUp($0)) }
        sweepSoon(after: 0)
    }

    private func sweepSoon(after microseconds: Int64) {
        guard hub.isBusy, !isSweeping else { return }
        isSweeping = true
        eventLoop.scheduleTask(in: .microseconds(microseconds)) { self.sweep() }
    }

    private func sweep() {
        let start = eventLoop.now
        var writes = 0
        var bytes = 0
        while writes < limits.batch, let step = hub.next() {
            writes += 1
            bytes += perform(step)
        }
        meters.wrote(writes, bytes: bytes)
        isSweeping = false
        guard hub.isBusy else { return pace.idle() }
        let took = (eventLoop.now - start).nanoseconds / 1_000
        sweepSoon(after: pace.rest(after: writes, microseconds: took, subscribers: hub.count))
    }

    private func perform(_ step: FeedStep) -> Int {
        switch step {
        case .write(let slot, let events):
            let sent = sendDirectly(events, to: direct[slot.index])
            if sent < events.bytes.count { write(events, from: sent, to: slot) }
            return events.bytes.count
        case .drop(let slot):
            drop(slot)
            return 0
        }
    }

    /// Writes to a socket past its pipeline, and says how much of it the socket took.
    private func sendDirectly(_ events: FeedEvent, to descriptor: CInt) -> Int {
        guard descriptor != Self.throughPipeline else { return 0 }
        return unsafe events.bytes.withUnsafeBufferPointer { bytes in
            unsafe max(0, send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)))
        }
    }

    /// Writes the rest through the pipeline: where TLS stands, or when the socket is full or broken.
    ///
    /// Which of the two SwiftNIO finds out.
    private func write(_ events: FeedEvent, from start: Int, to slot: FeedSlot) {
        if events !== prepared.event {
            prepared = (events, ByteBuffer(bytes: events.bytes))
        }
        var rest = prepared.buffer
        rest.moveReaderIndex(forwardBy: start)
        sockets[slot.index]?.write(rest)
    }

    private func milliseconds() -> Int64 { Int64(eventLoop.now.uptimeNanoseconds / 1_000_000) }

    // MARK: Subscribers

    /// Makes a socket a subscriber and answers its request.
    func join(
        _ socket: FeedSocket, _ welcome: FeedWelcome, after position: FeedPosition, head: ByteBuffer
    ) throws -> (FeedSlot, FeedStart) {
        let (slot, start) = hub.subscribe(to: welcome.topic, after: position)
        do {
            try socket.listen(self, slot, welcome, limits)
        } catch {
            hub.closed(slot)
            throw error
        }
        while sockets.count <= slot.index {
            sockets.append(nil)
            direct.append(Self.throughPipeline)
        }
        sockets[slot.index] = socket
        meters.connections.add(1, ordering: .relaxed)
        socket.write(head)
        return (slot, start)
    }

    /// Writes a page of the log; the future fails when the device is gone.
    func replay(_ events: [UInt8], to socket: FeedSocket, _ slot: FeedSlot) -> EventLoopFuture<Void> {
        guard holds(slot, socket) else { return eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel) }
        let written = eventLoop.makePromise(of: Void.self)
        meters.wrote(1, bytes: events.count)
        socket.write(ByteBuffer(bytes: events), promise: written)
        return written.futureResult
    }

    /// Makes a socket live, when nothing was published meanwhile that is no longer kept.
    func caughtUp(_ socket: FeedSocket, _ slot: FeedSlot, through position: FeedPosition) -> FeedJoin {
        guard holds(slot, socket) else { return .live(through: position) }
        let join = hub.caughtUp(slot, through: position)
        if case .live(let through) = join {
            socket.write(ByteBuffer(string: FeedText.caughtUp(through)))
            sweepSoon(after: 0)
        }
        return join
    }

    func writability(_ slot: FeedSlot, _ socket: FeedSocket, _ isWritable: Bool) {
        guard holds(slot, socket) else { return }
        if !isWritable {
            hub.unwritable(slot, at: milliseconds())
        } else if let step = hub.writable(slot) {
            let bytes = perform(step)
            meters.wrote(1, bytes: bytes)
        }
    }

    func left(_ slot: FeedSlot, _ socket: FeedSocket) {
        guard holds(slot, socket) else { return }
        sockets[slot.index] = nil
        direct[slot.index] = Self.throughPipeline
        hub.closed(slot)
        meters.connections.subtract(1, ordering: .relaxed)
        if let welcome = socket.welcome { released(welcome) }
    }

    /// Lets events be written straight to a socket, or through its pipeline again.
    func setDirect(_ descriptor: CInt?, _ slot: FeedSlot, _ socket: FeedSocket) {
        guard holds(slot, socket) else { return }
        direct[slot.index] = descriptor ?? Self.throughPipeline
    }

    // MARK: Endings

    private func drop(_ slot: FeedSlot) {
        guard let socket = sockets[slot.index] else { return }
        meters.drops.add(1, ordering: .relaxed)
        left(slot, socket)
        socket.close()
    }

    /// Tells one device that the server goes down, at its place in the spread.
    func farewell(_ slot: FeedSlot, _ socket: FeedSocket, _ reason: FeedFarewell) {
        guard holds(slot, socket) else { return }
        // A prime step walks evenly over the spread in whatever order the slots leave.
        let delay = Int64(slot.index) * 7_919 % max(1, limits.byeSpreadMilliseconds)
        socket.finish(FeedText.bye(reason, retry: limits.retryMilliseconds + delay))
    }

    func farewellToAll(_ reason: FeedFarewell) {
        forEach { farewell($0, $1, reason) }
    }

    func end(_ device: FeedDevice, _ ending: FeedEnding) {
        forEach { slot, socket in
            guard socket.welcome?.device == device else { return }
            end(socket, slot, ending)
        }
    }

    func end(_ socket: FeedSocket, _ slot: FeedSlot, _ ending: FeedEnding) {
        guard holds(slot, socket) else { return }
        switch ending {
        case .revoked: farewell(slot, socket, .revoked)
        case .outdated: socket.finish(FeedText.restart(retry: limits.retryMilliseconds))
        case .broken:
            left(slot, socket)
            socket.close()
        }
    }

    private func forEach(_ body: (FeedSlot, FeedSocket) -> Void) {
        for socket in sockets {
            guard let socket, let slot = socket.slot else { continue }
            body(slot, socket)
        }
    }

    private func holds(_ slot: FeedSlot, _ socket: FeedSocket) -> Bool {
        slot.index < sockets.count && sockets[slot.index] === socket
    }
}

/// Why the server ends a device's connections before they end by themselves.
enum FeedEnding: Sendable {
    /// Its session is over.
    case revoked
    /// What it holds is no longer what it would be given, or cannot be continued.
    case outdated
    /// The log cannot be read for it now; it comes back by itself.
    case broken
}
