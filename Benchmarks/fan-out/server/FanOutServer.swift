import Foundation
import Hummingbird
import Logging
import MusterDesk
import MusterServer
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

/// The feed of the real server behind the smallest durable log: one file, written and flushed to the disk
/// before the answer.
///
///     fan-out-server PORT FILE [CERTIFICATE KEY]
@main
struct FanOutServer {
    static let topic = FeedTopic(site: "bench", slice: "all")

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let port = Int(arguments[1]) else { exit(2) }
        var logger = Logger(label: "bench")
        logger.logLevel = .warning
        let group = MultiThreadedEventLoopGroup.singleton
        let feed = FeedServer(group: group, gate: OpenGate(), backlog: NoBacklog(), logger: logger)
        let log = try DurableLog(path: arguments[2], feed: feed)
        let router = Router()
        router.post("/post") { request, _ -> Response in
            let body = try await request.body.collect(upTo: 4_096)
            let position = try await log.append(body)
            let answer = #"{"outcome":"accepted","position":\#(position.value)}"#
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: answer)))
        }
        router.get("/counts") { _, _ in feed.meters.prometheus }
        let certificates = try arguments.count == 5
            ? CertificateReloader(certificate: arguments[3], key: arguments[4], logger: logger) : nil
        let app = Application(
            router: router,
            server: .feed(feed, certificates: certificates),
            configuration: .init(address: .hostname("127.0.0.1", port: port), backlog: 4_096),
            services: [feed], eventLoopGroupProvider: .shared(group), logger: logger)
        try await app.runService()
    }
}

/// Lets everyone in: what is measured is the feed.
final class OpenGate: FeedGate {
    private let devices = Atomic<Int>(0)

    func open(_ request: FeedRequest) async -> FeedDecision {
        let number = devices.add(1, ordering: .relaxed).newValue
        return .welcome(FeedWelcome(topic: FanOutServer.topic, device: FeedDevice("device-\(number)")))
    }
}

/// Nobody resumes in this measurement.
struct NoBacklog: FeedBacklog {
    func read(_ topic: FeedTopic, after: FeedPosition, bytes: Int) async throws(FeedBacklogError) -> FeedPage {
        FeedPage(events: [], through: after, isLast: true)
    }
}

/// Appends each record to one file and flushes it to the disk; what waits is flushed together.
final class DurableLog: Sendable {
    private struct Waiting {
        var records: [(ByteBuffer, CheckedContinuation<FeedPosition, any Error>)] = []
        var isWriting = false
        var last: Int64 = 0
    }

    private let file: Int32
    private let feed: FeedServer
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let waiting = Mutex(Waiting())

    init(path: String, feed: FeedServer) throws {
        file = unsafe open(path, O_CREAT | O_WRONLY | O_APPEND | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw IOError(errnoCode: errno, reason: path) }
        self.feed = feed
        thread.start()
    }

    func append(_ record: ByteBuffer) async throws -> FeedPosition {
        try await withCheckedThrowingContinuation { continuation in
            let mustStart = waiting.withLock { waiting in
                waiting.records.append((record, continuation))
                defer { waiting.isWriting = true }
                return !waiting.isWriting
            }
            if mustStart { thread.submit { _ in self.write() } }
        }
    }

    private func write() {
        while true {
            let (records, first) = waiting.withLock { waiting in
                let records = waiting.records
                waiting.records = []
                waiting.isWriting = !records.isEmpty
                defer { waiting.last += Int64(records.count) }
                return (records, waiting.last + 1)
            }
            if records.isEmpty { return }
            var bytes = ByteBuffer()
            for record in records { bytes.writeImmutableBuffer(record.0) }
            let written = unsafe bytes.withUnsafeReadableBytes { unsafe Foundation.write(file, $0.baseAddress, $0.count) }
            precondition(written == bytes.readableBytes && fdatasync(file) == 0, "the log cannot be written")
            for (index, record) in records.enumerated() {
                record.1.resume(returning: FeedPosition(first + Int64(index)))
            }
            for (index, record) in records.enumerated() {
                let position = FeedPosition(first + Int64(index))
                let event = FeedText.record(position, json: String(buffer: record.0))
                feed.publish(
                    site: FanOutServer.topic.site, at: position,
                    [FeedCut(topic: FanOutServer.topic, event: FeedEvent(event))])
            }
        }
    }
}
