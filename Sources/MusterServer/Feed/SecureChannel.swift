package import HummingbirdCore
package import Logging
package import NIOCore
import NIOSSL

/// A child channel behind TLS whose certificate may change while the server runs.
///
/// Hummingbird's own TLS channel holds one context for its whole life; this one takes the current context
/// for each connection, so that those already open go on under the certificate they know.
package struct SecureChannel<Base: ServerChildChannel>: ServerChildChannel {
    /// What the base channel makes of a connection.
    package typealias Value = Base.Value

    private let base: Base
    private let certificates: CertificateReloader

    /// Puts TLS before a child channel.
    package init(_ base: Base, certificates: CertificateReloader) {
        self.base = base
        self.certificates = certificates
    }

    /// Adds TLS with the current certificate, then what the base adds.
    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let tls = NIOSSLServerHandler(context: certificates.current)
            try channel.pipeline.syncOperations.addHandler(tls)
        }.flatMap { base.setup(channel: channel, logger: logger) }
    }

    /// Serves the connection as the base does.
    package func handle(value: Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}
