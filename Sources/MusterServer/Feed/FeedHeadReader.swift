import NIOCore
import NIOHTTP1

/// Hands the head of a connection's first request to its socket; it stands only until that is decided.
final class FeedHeadReader: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart

    private let socket: FeedSocket

    init(socket: FeedSocket) { self.socket = socket }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(let head) = unwrapInboundIn(data) else { return }
        socket.asked(FeedRequest(target: head.uri, fields: head.headers.map { ($0.name, $0.value) }))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        socket.refuse(
            FeedRefusal(status: 400, code: "feed.request", detail: "The request could not be read."))
    }
}
