import HummingbirdCore
import MusterDesk
import NIOCore
import NIOHTTP1
import NIOSSL

/// The first handler of every connection (behind TLS only): it looks at the first bytes, steps aside for
/// ordinary requests, and is the whole connection once the feed has it.
///
/// A feed connection that holds neither HTTP handlers nor a task costs a fraction of one that does; that is
/// why the bytes are looked at before the HTTP handlers exist.
final class FeedSocket: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    // @unchecked: every member is touched on the channel's event loop only.
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What the connection turned out to be.
    enum Opening {
        case ordinary
        case feed(FeedRequest)
        case gone
    }

    private enum Phase {
        /// Nothing is known yet but these bytes.
        case knocking(ByteBuffer)
        /// The first request's head is being read for the feed.
        case reading
        /// Hummingbird has it.
        case ordinary
        /// The gate is being asked.
        case waiting
        /// It listens.
        case listening(FeedLoop, FeedSlot)
        case closed
    }

    private static let start = Array("GET \(FeedRequest.path)".utf8)

    private var phase = Phase.knocking(ByteBuffer())
    private var context: ChannelHandlerContext?
    private var opened: ((Opening) throws -> Void)?
    private var patience: Scheduled<Void>?
    /// Handlers that stand between this one and the feed.
    private var scaffold: [any RemovableChannelHandler] = []
    private(set) var welcome: FeedWelcome?
    /// Writes given to the pipeline that it has not finished.
    private var unsent = 0
    /// The socket itself, when no TLS stands before it.
    private var plain: (channel: any Channel, descriptor: CInt)?

    /// Its place in the hub while it listens.
    var slot: FeedSlot? {
        guard case .listening(_, let slot) = phase else { return nil }
        return slot
    }

    /// Waits for the first bytes; `opened` is called once, on the loop.
    init(opened: @escaping (Opening) throws -> Void) {
        self.opened = opened
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        leave()
        plain = nil
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch phase {
        case .knocking(var seen):
            var bytes = unwrapInboundIn(data)
            seen.writeBuffer(&bytes)
            phase = .knocking(seen)
            do { try look(at: seen, context) } catch { context.fireErrorCaught(error) }
        case .reading, .ordinary:
            context.fireChannelRead(data)
        case .waiting, .listening, .closed:
            break  // A device has nothing to say here after its request.
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if case .listening(let loop, let slot) = phase {
            loop.writability(slot, self, context.channel.isWritable)
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch (phase, event) {
        case (.ordinary, _):
            context.fireUserInboundEventTriggered(event)
        case (.listening(let loop, let slot), is ChannelShouldQuiesceEvent):
            loop.farewell(slot, self, .shutdown)
        case (_, is ChannelShouldQuiesceEvent), (_, ChannelEvent.inputClosed):
            context.close(promise: nil)
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case .ordinary = phase { return context.fireErrorCaught(error) }
        context.close(promise: nil)
    }
}

extension FeedSocket {
    /// Gives up on a device that does not send its request in time.
    func expectHead(within time: TimeAmount, on loop: any EventLoop) {
        patience = loop.assumeIsolated().scheduleTask(in: time) { [weak self] in
            switch self?.phase {
            case .knocking, .reading: self?.context?.close(promise: nil)
            default: break
            }
        }
    }

    private func look(at seen: ByteBuffer, _ context: ChannelHandlerContext) throws {
        let bytes = seen.readableBytesView
        let start = Self.start
        guard bytes.count > start.count || !bytes.elementsEqual(start.prefix(bytes.count)) else { return }
        let next = bytes.dropFirst(start.count).first
        let isFeed = bytes.starts(with: start) && (next == UInt8(ascii: " ") || next == UInt8(ascii: "?"))
        if isFeed { try readHead(seen, context) } else { try stepAside(seen, context) }
    }

    private func stepAside(_ seen: ByteBuffer, _ context: ChannelHandlerContext) throws {
        phase = .ordinary
        try say(.ordinary)
        context.fireChannelRead(wrapInboundOut(seen))
    }

    private func readHead(_ seen: ByteBuffer, _ context: ChannelHandlerContext) throws {
        phase = .reading
        let decoder = ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes))
        let reader = FeedHeadReader(socket: self)
        scaffold = [decoder, reader]
        try context.pipeline.syncOperations.addHandlers([decoder, reader], position: .after(self))
        context.fireChannelRead(wrapInboundOut(seen))
    }

    /// Takes the request's head; what the device sends from now on is not read.
    func asked(_ request: FeedRequest) {
        guard case .reading = phase else { return }
        phase = .waiting
        do { try say(.feed(request)) } catch { context?.close(promise: nil) }
    }

    /// Answers a request that got no feed, and closes.
    func refuse(_ refusal: FeedRefusal) {
        let body = refusal.body
        finish(
            """
            HTTP/1.1 \(refusal.status) \(HTTPResponseStatus(statusCode: refusal.status).reasonPhrase)\r
            Content-Type: application/problem+json\r
            Content-Length: \(body.utf8.count)\r
            Cache-Control: no-store\r
            \(refusal.retryAfter.map { "Retry-After: \($0)\r\n" } ?? "")\
            Connection: close\r
            \r
            \(body)
            """)
    }

    private func say(_ opening: Opening) throws {
        patience?.cancel()
        patience = nil
        let opened = opened
        self.opened = nil
        try opened?(opening)
    }

    private func leave() {
        if case .listening(let loop, let slot) = phase { loop.left(slot, self) }
        phase = .closed
        do { try say(.gone) } catch {}  // Nobody is left to be told.
    }
}

extension FeedSocket {
    /// Makes the connection a listener: what served it so far goes, and the answer's head is sent.
    func listen(_ loop: FeedLoop, _ slot: FeedSlot, _ welcome: FeedWelcome, _ limits: FeedLimits) throws {
        guard let context else { throw ChannelError.ioOnClosedChannel }
        let operations = context.pipeline.syncOperations
        switch phase {
        case .waiting:
            for handler in scaffold { operations.removeHandler(handler).whenFailure(closeAfter) }
            scaffold = []
        case .ordinary:
            for served in try [
                operations.context(handlerType: HTTPResponseEncoder.self),
                operations.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self),
                operations.context(handlerType: HTTPConnectionStateHandler.self),
            ] { operations.removeHandler(context: served).whenFailure(closeAfter) }
        case .knocking, .reading, .listening, .closed:
            throw ChannelError.ioOnClosedChannel
        }
        try bound(context.channel, limits)
        if isPlain(operations) {
            plain = try operations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) {
                (context.channel, $0)
            }
        }
        self.welcome = welcome
        phase = .listening(loop, slot)
    }

    private func isPlain(_ operations: ChannelPipeline.SynchronousOperations) -> Bool {
        do {
            _ = try operations.context(handlerType: NIOSSLServerHandler.self)
            return false
        } catch {
            return true
        }
    }

    /// Bounds what may wait for this device, in our memory and in the kernel's.
    private func bound(_ channel: any Channel, _ limits: FeedLimits) throws {
        guard let options = channel.syncOptions else { return }
        let mark = ChannelOptions.Types.WriteBufferWaterMark(
            low: limits.unsentBytes / 2, high: limits.unsentBytes)
        try options.setOption(.writeBufferWaterMark, value: mark)
        try options.setOption(.socketOption(.so_sndbuf), value: .init(limits.socketBytes))
    }

    private func closeAfter(_: any Error) { context?.close(promise: nil) }

    /// Writes through the pipeline.
    func write(_ bytes: ByteBuffer, promise: EventLoopPromise<Void>? = nil) {
        guard let context else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        guard plain != nil else {
            // Everything goes this way: there is nothing that it could overtake.
            return context.writeAndFlush(wrapOutboundOut(bytes), promise: promise)
        }
        unsent += 1
        setDirect(nil)
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { [weak self] _ in self?.finishedOne() }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: written)
    }

    /// Takes note that the pipeline finished a write; after the last one events go straight to the socket.
    private func finishedOne() {
        unsent -= 1
        // The number of a closed socket may already be another's.
        guard unsent == 0, let plain, plain.channel.isActive else { return }
        setDirect(plain.descriptor)
    }

    private func setDirect(_ descriptor: CInt?) {
        guard case .listening(let loop, let slot) = phase else { return }
        loop.setDirect(descriptor, slot, self)
    }

    /// Writes the last words and closes once they are sent.
    func finish(_ text: String) {
        guard let context else { return }
        if case .listening(let loop, let slot) = phase { loop.left(slot, self) }
        phase = .closed
        let written = context.eventLoop.makePromise(of: Void.self)
        let channel = context.channel
        written.futureResult.whenComplete { _ in channel.close(promise: nil) }
        write(ByteBuffer(string: text), promise: written)
    }

    /// Closes without a word.
    func close() { context?.close(promise: nil) }
}
