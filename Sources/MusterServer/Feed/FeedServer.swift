package import Logging
package import MusterDesk
package import NIOCore
import ServiceLifecycle
import Synchronization

/// The feed of a process: takes cut events from the desks and carries them to every listening device.
///
/// It spans the event loops of the server; each loop has its own subscribers and nothing is shared between
/// them but the buffers.
package final class FeedServer: Service {
    /// What it counts.
    package let meters = FeedMeters()
    let limits: FeedLimits
    let gate: any FeedGate
    let backlog: any FeedBacklog
    let logger: Logger
    private let loops: [FeedLoop]
    private let places: [ObjectIdentifier: Int]
    private let devices: HeldPlaces<FeedDevice>
    /// Connections of all kinds, by the address they come from.
    let sockets: HeldPlaces<String>
    /// Counts revocations, so that a device let in at the same moment is asked again.
    private let revocations = Atomic<Int>(0)

    /// A feed over the event loops that the HTTP server runs on: it must be the same group.
    package init(
        group: any EventLoopGroup, gate: any FeedGate, backlog: any FeedBacklog,
        limits: FeedLimits = FeedLimits(), logger: Logger
    ) {
        self.limits = limits
        self.gate = gate
        self.backlog = backlog
        self.logger = logger
        let devices = HeldPlaces<FeedDevice>(most: limits.connections, each: limits.connectionsPerDevice)
        self.devices = devices
        sockets = HeldPlaces(most: limits.sockets, each: limits.socketsPerAddress)
        let meters = meters
        loops = group.makeIterator().map { loop in
            FeedLoop(loop, limits: limits, meters: meters) { welcome in
                devices.release(welcome.device)
                gate.left(welcome)
            }
        }
        places = Dictionary(
            uniqueKeysWithValues: loops.enumerated().map { (ObjectIdentifier($1.eventLoop), $0) })
    }

    /// Carries one record's cuts to their topics and tells every slice of the site how far the log is.
    ///
    /// Called in the order of positions for each site, once the record can be read from the log, and after
    /// the waiting command was given its answer. It returns at once.
    package func publish(site: String, at position: FeedPosition, _ cuts: [FeedCut]) {
        for loop in loops {
            loop.eventLoop.execute { loop.publish(site: site, at: position, cuts) }
        }
    }

    /// Ends the connections of a session that is over.
    package func revoke(_ device: FeedDevice) { end(device, .revoked) }

    /// Makes a device whose state is outdated fetch it anew and come back.
    package func restart(_ device: FeedDevice) { end(device, .outdated) }

    private func end(_ device: FeedDevice, _ ending: FeedEnding) {
        revocations.add(1, ordering: .sequentiallyConsistent)
        for loop in loops { loop.eventLoop.execute { loop.end(device, ending) } }
    }

    /// Sends the heartbeat now, and drops whoever has been slow for too long.
    package func heartbeat() {
        for loop in loops { loop.eventLoop.execute { loop.heartbeat() } }
    }

    /// Sends heartbeats until shutdown, then says goodbye to every device.
    package func run() async throws {
        let interval = TimeAmount.milliseconds(limits.heartbeatMilliseconds)
        let beats = loops.map { loop in
            loop.eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in
                loop.heartbeat()
            }
        }
        do { try await gracefulShutdown() } catch is CancellationError {}
        for beat in beats { beat.cancel() }
        goodbye()
    }

    /// Says goodbye to every device, each with its own delay.
    package func goodbye() {
        for loop in loops { loop.eventLoop.execute { loop.farewellToAll(.shutdown) } }
    }
}

extension FeedServer {
    /// Decides on a request and, when it is welcome, brings its socket to the present; it listens on
    /// after this has returned nil.
    func admit(_ request: FeedRequest, _ socket: FeedSocket, on eventLoop: any EventLoop) async
        -> FeedRefusal?
    {
        let refusal = await admitted(request, socket, on: eventLoop)
        if refusal != nil { meters.refusals.add(1, ordering: .relaxed) }
        return refusal
    }

    private func admitted(
        _ request: FeedRequest, _ socket: FeedSocket, on eventLoop: any EventLoop
    ) async -> FeedRefusal? {
        let epoch = revocations.load(ordering: .sequentiallyConsistent)
        var welcome: FeedWelcome
        switch await gate.open(request) {
        case .refusal(let refusal): return refusal
        case .welcome(let given): welcome = given
        }
        let position: FeedPosition
        switch request.resume {
        case .unsaid: return .unsaid
        case .malformed: return .malformed
        case .after(let said): position = said
        }
        guard let place = places[ObjectIdentifier(eventLoop)] else {
            preconditionFailure("the feed and the server run on one event loop group")
        }
        switch devices.take(welcome.device) {
        case .taken: break
        case .full: return .full
        case .tooMany: return .tooMany
        }
        welcome = gate.joined(welcome)
        let opening = FeedOpening(
            loop: loops[place], socket: socket, welcome: welcome, backlog: backlog, limits: limits,
            logger: logger)
        guard await opening.join(after: position) else {
            devices.release(welcome.device)
            gate.left(welcome)
            return nil
        }
        if revocations.load(ordering: .sequentiallyConsistent) != epoch {
            await recheck(request, welcome, opening)
        }
        await opening.replay()
        return nil
    }

    private func recheck(_ request: FeedRequest, _ welcome: FeedWelcome, _ opening: FeedOpening) async {
        switch await gate.open(request) {
        case .refusal(let refusal):
            await opening.end(refusal.status == FeedRefusal.outdated.status ? .outdated : .revoked)
        case .welcome(let now): if now != welcome { await opening.end(.outdated) }
        }
    }
}
