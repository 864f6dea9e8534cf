import Foundation
package import Logging
package import NIOSSL
import ServiceLifecycle
import Synchronization

/// The server's certificate and key, read from two PEM files and read again when either changes.
///
/// A pair that does not fit or cannot be read is never used: the last good one stays, and the log says so.
package final class CertificateReloader: Service {
    private struct Stamp: Equatable {
        let modified: Date
        let size: UInt64
        let file: UInt64
    }

    private struct State {
        var context: NIOSSLContext
        var stamps: [Stamp]
    }

    private let certificate: String
    private let key: String
    private let interval: Duration
    private let logger: Logger
    private let state: Mutex<State>

    /// Reads both files; throws when they make no usable pair, since a server without one must not start.
    package init(
        certificate: String, key: String, every interval: Duration = .seconds(30), logger: Logger
    ) throws {
        self.certificate = certificate
        self.key = key
        self.interval = interval
        self.logger = logger
        let stamps = try [certificate, key].map(Self.stamp)
        state = Mutex(State(context: try Self.load(certificate, key), stamps: stamps))
    }

    /// What new connections use.
    package var current: NIOSSLContext { state.withLock { $0.context } }

    /// Looks at the files until shutdown.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { [self] in
                while true {
                    try await Task.sleep(for: interval)
                    reloadIfChanged()
                }
            }
        } catch is CancellationError {}
    }

    /// Reads the pair again if a file is not the one that was read; says whether a new pair is in use.
    @discardableResult
    package func reloadIfChanged() -> Bool {
        do {
            let stamps = try [certificate, key].map(Self.stamp)
            guard stamps != state.withLock({ $0.stamps }) else { return false }
            let context = try Self.load(certificate, key)
            state.withLock { $0 = State(context: context, stamps: stamps) }
            logger.info("the certificate was read anew", metadata: ["file": "\(certificate)"])
            return true
        } catch {
            logger.error(
                "the certificate cannot be used; the one before stays",
                metadata: ["file": "\(certificate)", "error": "\(error)"])
            return false
        }
    }

    private static func load(_ certificate: String, _ key: String) throws -> NIOSSLContext {
        let chain = try named("The certificate \(certificate) is no PEM file of certificates.") {
            try NIOSSLCertificate.fromPEMFile(certificate).map(NIOSSLCertificateSource.certificate)
        }
        let secret = try named("The key \(key) is no PEM file of a private key without a password.") {
            try NIOSSLPrivateKey(file: key, format: .pem)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain, privateKey: .privateKey(secret))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        return try named("The key \(key) does not belong to the first certificate of \(certificate).") {
            try NIOSSLContext(configuration: configuration)
        }
    }

    /// Says which file is wrong, and how, where the library only names its own function.
    private static func named<Result>(_ sentence: String, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw SetupError("\(sentence) (\(error))") }
    }

    private static func stamp(_ path: String) throws -> Stamp {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return Stamp(
            modified: attributes[.modificationDate] as? Date ?? .distantPast,
            size: attributes[.size] as? UInt64 ?? 0,
            file: attributes[.systemFileNumber] as? UInt64 ?? 0)
    }
}
