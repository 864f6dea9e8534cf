import Hummingbird
import HummingbirdCore
import Logging
import MusterDesk
import MusterServer
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Testing

/// A real server on a free loopback port: one ordinary route, the feed, a gate and a log that tests steer.
struct FeedTestServer: Sendable {
    let port: Int
    let feed: FeedServer
    let gate: TestGate
    let log: TestLog
    let stop: @Sendable () async -> Void

    static let topic = FeedTopic(site: "north", slice: "staff")

    /// Runs a server for the length of the body, and waits for its end.
    static func run(
        limits: FeedLimits = FeedLimits(), certificates: CertificateReloader? = nil,
        _ body: @Sendable @escaping (FeedTestServer) async throws -> Void
    ) async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        var logger = Logger(label: "feed-tests")
        logger.logLevel = .critical
        let (gate, log) = (TestGate(), TestLog())
        let feed = FeedServer(group: group, gate: gate, backlog: log, limits: limits, logger: logger)
        let router = Router()
        router.get("/hello") { _, _ in "hello" }
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let app = Application(
            router: router, server: .feed(feed, certificates: certificates),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)), services: [feed],
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) },
            eventLoopGroupProvider: .shared(group), logger: logger)
        let services = ServiceGroup(configuration: .init(services: [app], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await services.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            let server = FeedTestServer(port: port, feed: feed, gate: gate, log: log) {
                await services.triggerGracefulShutdown()
            }
            do { try await body(server) } catch {
                await services.triggerGracefulShutdown()
                throw error
            }
            await services.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// Appends a record to the log and publishes it, as a desk does.
    func publish(_ text: String) {
        log.append(text)
        publishLast()
    }

    /// Publishes what was appended last.
    func publishLast() {
        let (position, text) = log.last
        let event = FeedEvent(FeedText.record(FeedPosition(position), json: text))
        feed.publish(site: "north", at: FeedPosition(position), [FeedCut(topic: Self.topic, event: event)])
    }
}

/// Lets in whoever has a session cookie that was not revoked.
final class TestGate: FeedGate {
    private let revoked = Mutex<Set<String>>([])

    func revoke(_ id: String) { revoked.withLock { _ = $0.insert(id) } }

    func open(_ request: FeedRequest) async -> FeedDecision {
        let refusal = FeedRefusal(status: 401, code: "session.missing", detail: "Sign in again.")
        guard let cookie = request.field("cookie"), cookie.hasPrefix("muster_session=") else {
            return .refusal(refusal)
        }
        let id = String(cookie.dropFirst("muster_session=".count))
        guard !revoked.withLock({ $0.contains(id) }) else { return .refusal(refusal) }
        return .welcome(FeedWelcome(topic: FeedTestServer.topic, device: FeedDevice(id)))
    }
}

/// A log in memory that can be held while it is read.
final class TestLog: FeedBacklog {
    private struct State {
        var records: [String] = []
        var held: [CheckedContinuation<Void, Never>] = []
        var isHeld = false
    }

    private let state = Mutex(State())
    private let asked = AsyncStream.makeStream(of: Int64.self)

    /// The positions after which the log was read.
    var readings: AsyncStream<Int64> { asked.stream }

    var last: (Int64, String) { state.withLock { (Int64($0.records.count), $0.records.last ?? "") } }

    func append(_ text: String) { state.withLock { $0.records.append(text) } }

    func hold() { state.withLock { $0.isHeld = true } }

    func release() {
        let held = state.withLock { state in
            defer { state.held = [] }
            state.isHeld = false
            return state.held
        }
        for continuation in held { continuation.resume() }
    }

    func read(_ topic: FeedTopic, after: FeedPosition, bytes: Int) async throws(FeedBacklogError) -> FeedPage
    {
        let page = try page(after: after.value)
        asked.continuation.yield(after.value)
        await withCheckedContinuation { continuation in
            let isHeld = state.withLock { state in
                if state.isHeld { state.held.append(continuation) }
                return state.isHeld
            }
            if !isHeld { continuation.resume() }
        }
        return page
    }

    /// At most two records a page, so that every resume takes several.
    private func page(after: Int64) throws(FeedBacklogError) -> FeedPage {
        let records = state.withLock { $0.records }
        guard after <= Int64(records.count) else { throw .gone }
        let through = min(Int64(records.count), after + 2)
        let text = ((after + 1)...max(after + 1, through)).filter { $0 <= through }.map {
            FeedText.record(FeedPosition($0), json: records[Int($0) - 1])
        }.joined()
        return FeedPage(
            events: Array(text.utf8), through: FeedPosition(through), isLast: through == Int64(records.count))
    }
}
