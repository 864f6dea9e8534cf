import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request does not come to its end in time, however steadily it dribbles in.
///
/// Hummingbird's own timeout begins anew with every byte.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let time: TimeAmount
    private var due: Scheduled<Void>?

    init(_ time: TimeAmount) { self.time = time }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            due = context.eventLoop.scheduleTask(in: time) { [channel = context.channel] in
                channel.close(promise: nil)
            }
        case .body: break
        case .end: due?.cancel()
        }
        context.fireChannelRead(data)
    }

    func handlerRemoved(context: ChannelHandlerContext) { due?.cancel() }
}
