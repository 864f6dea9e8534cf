import NIOCore
import NIOHTTP1
import NIOPosix

/// A client for one server of this machine or network, one connection a request: enough to act out a drill.
struct WebClient: Sendable {
    /// What the server said.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]
    }

    /// The longest answer that is taken.
    static let mostBytes = 16 * 1024 * 1024

    let host: String
    let port: Int
    private let group = MultiThreadedEventLoopGroup.singleton

    /// Sends a request and gives the whole answer.
    func send(
        _ method: HTTPMethod, _ path: String, headers: [(String, String)] = [], body: [UInt8] = []
    ) async throws -> Answer {
        let channel = try await ClientBootstrap(group: group).connectTimeout(.seconds(5)).connect(
            host: host, port: port
        ) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHTTPClientHandlers()
                return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                    wrappingChannelSynchronously: channel)
            }
        }
        var fields = HTTPHeaders(headers)
        fields.add(name: "Host", value: "\(host):\(port)")
        fields.add(name: "Connection", value: "close")
        fields.add(name: "Content-Length", value: "\(body.count)")
        let head = HTTPRequestHead(version: .http1_1, method: method, uri: path, headers: fields)
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(.head(head))
            try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: body))))
            try await outbound.write(.end(nil))
            return try await Self.answer(inbound)
        }
    }

    private static func answer(
        _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>
    ) async throws -> Answer {
        var status = 0
        var headers = HTTPHeaders()
        var body: [UInt8] = []
        for try await part in inbound {
            switch part {
            case .head(let head):
                status = Int(head.status.code)
                headers = head.headers
            case .body(let bytes):
                guard body.count + bytes.readableBytes <= mostBytes else {
                    throw DrillError("the answer is too long")
                }
                body += Array(bytes.readableBytesView)
            case .end: return Answer(status: status, headers: headers, body: body)
            }
        }
        throw DrillError("the server closed the connection before it had answered")
    }
}

/// Why a drill could not be acted out.
struct DrillError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
