import NIOCore
import NIOPosix
import NIOSSL

/// A plain socket that says and hears text, as a device's does.
struct FeedTestClient {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var heard = ""

    /// Connects for the length of the body.
    static func connect(
        _ port: Int, trusting root: NIOSSLCertificate? = nil,
        _ body: (inout FeedTestClient) async throws -> Void
    ) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let root {
                        var configuration = TLSConfiguration.makeClientConfiguration()
                        configuration.trustRoots = .certificates([root])
                        let tls = try NIOSSLClientHandler(
                            context: NIOSSLContext(configuration: configuration), serverHostname: "localhost")
                        try channel.pipeline.syncOperations.addHandler(tls)
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        try await channel.executeThenClose { inbound, outbound in
            var client = FeedTestClient(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            try await body(&client)
        }
    }

    /// Sends text as it is.
    func say(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    /// Asks for a path.
    func ask(_ target: String, method: String = "GET", session: String? = "anna", _ fields: String = "")
        async throws
    {
        let cookie = session.map { "Cookie: muster_session=\($0)\r\n" } ?? ""
        try await say("\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n\(cookie)\(fields)\r\n")
    }

    /// Hears until the text ends with this, and gives all that was heard since the last time.
    mutating func hear(until ending: String) async throws -> String {
        while !heard.hasSuffix(ending) {
            guard let more = try await next() else { break }
            heard += String(buffer: more)
        }
        defer { heard = "" }
        return heard
    }

    /// Hears until the server closes.
    mutating func hearAll() async throws -> String {
        while let more = try await next() { heard += String(buffer: more) }
        defer { heard = "" }
        return heard
    }

    private mutating func next() async throws -> ByteBuffer? {
        // unsafe: the iterator is this value's own, and nobody else asks it meanwhile.
        nonisolated(unsafe) var iterator = inbound
        defer { unsafe inbound = iterator }
        return try await unsafe iterator.next()
    }
}
