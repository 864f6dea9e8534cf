import HTTPTypes
package import HummingbirdCore
package import Logging
import MusterDesk
package import NIOCore
import NIOHTTPTypes
import Synchronization

/// A child channel of Hummingbird's server that gives the feed its own path on the socket.
///
/// Ordinary requests reach Hummingbird unchanged. A connection whose first request is for the feed never
/// gets HTTP handlers, and its task ends once the device is up to date. One that made ordinary requests
/// before (browsers reuse connections) is taken over from Hummingbird when it asks for the feed.
package struct FeedChannel: ServerChildChannel {
    /// A connection and what it turns out to be.
    package struct Visit: ServerChildChannelValue {
        /// The connection.
        package let channel: any Channel
        let socket: FeedSocket
        let opening: EventLoopFuture<Opening>
    }

    enum Opening: Sendable {
        case ordinary(HTTP1Channel.Value)
        case feed(FeedRequest)
        case gone
    }

    private let http: HTTP1Channel
    private let feed: FeedServer

    /// Serves the feed beside what the responder serves.
    package init(feed: FeedServer, responder: @escaping HTTPChannelHandler.Responder) {
        self.feed = feed
        let limits = feed.limits
        http = HTTP1Channel(
            responder: { request, writer, channel in
                guard request.uri.path == FeedRequest.path else {
                    return try await responder(request, writer, channel)
                }
                try await feed.takeOver(request, writer, channel)
            },
            configuration: .init(
                additionalChannelHandlers: [RequestDeadline(.milliseconds(limits.requestMilliseconds))],
                idleTimeout: .milliseconds(limits.idleMilliseconds)))
    }

    /// Stands at the connection's door.
    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Visit> {
        channel.eventLoop.makeCompletedFuture {
            try bound(channel)
            let opening = channel.eventLoop.makePromise(of: Opening.self)
            let socket = FeedSocket { [http] said in
                switch said {
                case .gone: opening.succeed(.gone)
                case .feed(let request): opening.succeed(.feed(request))
                case .ordinary:
                    http.setup(channel: channel, logger: logger).map(Opening.ordinary).cascade(to: opening)
                }
            }
            try channel.pipeline.syncOperations.addHandler(socket)
            socket.expectHead(within: .milliseconds(feed.limits.headMilliseconds), on: channel.eventLoop)
            return Visit(channel: channel, socket: socket, opening: opening.futureResult)
        }
    }

    /// Holds a connection to its number and to the time it may leave what it was sent unacknowledged.
    /// - Throws: when there are as many as there may be; the connection is then closed.
    private func bound(_ channel: any Channel) throws {
        let address = channel.remoteAddress?.ipAddress ?? ""
        guard feed.sockets.take(address) == .taken else {
            feed.meters.refusals.add(1, ordering: .relaxed)
            // A connection that could not be set up is nobody's: SwiftNIO leaves it open.
            channel.close(promise: nil)
            throw ChannelError.operationUnsupported
        }
        channel.closeFuture.whenComplete { [feed] _ in feed.sockets.release(address) }
        #if os(Linux)
            // TCP_USER_TIMEOUT: a device that vanished, or never takes its answer, is given up by the kernel.
            let userTimeout = ChannelOptions.Types.SocketOption(level: .tcp, name: .init(rawValue: 18))
            try channel.syncOptions?.setOption(userTimeout, value: .init(feed.limits.silenceMilliseconds))
        #endif
    }

    /// Serves the connection; returns early for a feed, which lives on by itself.
    package func handle(value: Visit, logger: Logger) async {
        let opening: Opening
        do {
            opening = try await withTaskCancellationHandler {
                try await value.opening.get()
            } onCancel: {
                value.channel.close(promise: nil)
            }
        } catch {
            logger.debug("feed: a connection could not be set up", metadata: ["error": "\(error)"])
            value.channel.close(promise: nil)
            return
        }
        switch opening {
        case .gone: return
        case .ordinary(let connection): await http.handle(value: connection, logger: logger)
        case .feed(let request):
            let loop = value.channel.eventLoop
            guard let refusal = await feed.admit(request, value.socket, on: loop) else { return }
            loop.execute { value.socket.refuse(refusal) }
        }
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1 with the feed at `/api/feed`, for `Application(server:)`; over TLS when there are
    /// certificates.
    package static func feed(
        _ feed: FeedServer, certificates: CertificateReloader? = nil
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            let plain = FeedChannel(feed: feed, responder: responder)
            guard let certificates else { return plain }
            return SecureChannel(plain, certificates: certificates)
        }
    }
}

extension FeedServer {
    /// Answers a request for the feed on a connection that Hummingbird already serves.
    ///
    /// It returns when the connection is over, so that Hummingbird does not read from it meanwhile.
    @concurrent
    func takeOver(
        _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        guard request.method == .get else {
            return try await writer.refuse(.method, isHead: request.method == .head)
        }
        let fields = request.headers.map { (name: $0.name.rawName, value: $0.value) }
        let asked = FeedRequest(target: request.uri.string, fields: fields)
        let socket = try await channel.eventLoop.submit {
            try channel.pipeline.syncOperations.handler(type: FeedSocket.self)
        }.get()
        if let refusal = await admit(asked, socket, on: channel.eventLoop) {
            return try await writer.refuse(refusal, isHead: false)
        }
        try await channel.closeFuture.get()
    }
}

extension ResponseWriter {
    @concurrent
    fileprivate consuming func refuse(_ refusal: FeedRefusal, isHead: Bool) async throws {
        var head = HTTPResponse(status: .init(code: refusal.status))
        head.headerFields[.contentType] = "application/problem+json"
        head.headerFields[.contentLength] = "\(refusal.body.utf8.count)"
        head.headerFields[.cacheControl] = "no-store"
        head.headerFields[.retryAfter] = refusal.retryAfter.map(String.init)
        if refusal == .method { head.headerFields[.allow] = "GET" }
        try await write(
            response: head,
            body: isHead ? ResponseBody() : ResponseBody(byteBuffer: .init(string: refusal.body)))
    }
}
