import Foundation
import Logging
import MusterServer
import NIOSSL
import Testing

@Suite("Certificates", .timeLimit(.minutes(2)))
struct CertificateTests {
    private let folder = TestCertificates()

    @Test("the feed and ordinary routes are served under TLS")
    func serves() async throws {
        let root = try folder.make(from: "20200101000000Z", to: "20990101000000Z")
        try await FeedTestServer.run(certificates: folder.reloader()) { server in
            try await FeedTestClient.connect(server.port, trusting: root) { client in
                try await client.ask("/hello")
                _ = try await client.hear(until: "hello")
                try await client.ask("/api/feed?after=0")
                _ = try await client.hear(until: "data: 0\n\n")
                server.publish("1")
                #expect(try await client.hear(until: "data: 1\n\n") == "id: 1\nevent: record\ndata: 1\n\n")
            }
            try await FeedTestClient.connect(server.port, trusting: root) { client in
                try await client.ask("/api/feed?after=1")
                #expect(try await client.hear(until: "data: 1\n\n").hasPrefix("HTTP/1.1 200"))
            }
        }
    }

    @Test(
        "an expired certificate is a failed handshake on the device, and a new file ends it without a restart"
    )
    func expires() async throws {
        let expired = try folder.make(from: "20200101000000Z", to: "20200102000000Z")
        let reloader = try folder.reloader()
        try await FeedTestServer.run(certificates: reloader) { server in
            let failure = await #expect(throws: (any Error).self) {
                try await FeedTestClient.connect(server.port, trusting: expired) { client in
                    _ = try await client.hear(until: "what never comes")
                }
            }
            #expect(failure.map { "\($0)" }?.contains("CERTIFICATE_VERIFY_FAILED") == true)
            #expect(!reloader.reloadIfChanged())
            let renewed = try folder.make(from: "20200101000000Z", to: "20990101000000Z")
            #expect(reloader.reloadIfChanged())
            try await FeedTestClient.connect(server.port, trusting: renewed) { client in
                try await client.ask("/hello")
                #expect(try await client.hear(until: "hello").hasPrefix("HTTP/1.1 200"))
            }
        }
    }

    @Test("a file that is no certificate changes nothing")
    func keepsTheGoodOne() throws {
        _ = try folder.make(from: "20200101000000Z", to: "20990101000000Z")
        let reloader = try folder.reloader()
        let before = reloader.current
        try Data("nonsense".utf8).write(to: folder.certificate)
        #expect(!reloader.reloadIfChanged())
        #expect(reloader.current === before)
    }
}

/// Certificates made with the `openssl` command in a folder of their own.
final class TestCertificates: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
    var certificate: URL { folder.appending(path: "cert.pem") }
    var key: URL { folder.appending(path: "key.pem") }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch {}  // Left behind at worst.
    }

    func reloader() throws -> CertificateReloader {
        var logger = Logger(label: "certificates")
        logger.logLevel = .critical
        return try CertificateReloader(certificate: certificate.path, key: key.path, logger: logger)
    }

    /// Makes a self-signed certificate for `localhost` that is valid between two times.
    func make(from start: String, to end: String) throws -> NIOSSLCertificate {
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration = """
            [ca]
            default_ca = own
            [own]
            database = index.txt
            serial = serial
            new_certs_dir = .
            default_md = sha256
            policy = any
            x509_extensions = extensions
            [any]
            commonName = supplied
            [req]
            distinguished_name = name
            prompt = no
            [name]
            CN = localhost
            [extensions]
            subjectAltName = DNS:localhost
            """
        try Data(configuration.utf8).write(to: folder.appending(path: "ca.conf"))
        try Data().write(to: folder.appending(path: "index.txt"))
        try Data("01\n".utf8).write(to: folder.appending(path: "serial"))
        try openssl(
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config",
            "ca.conf",
            "-keyout", "key.pem", "-out", "request.pem")
        try openssl(
            "ca", "-batch", "-selfsign", "-notext", "-config", "ca.conf", "-keyfile", "key.pem",
            "-in", "request.pem", "-out", "cert.pem", "-startdate", start, "-enddate", end)
        return try #require(NIOSSLCertificate.fromPEMFile(certificate.path).first)
    }

    private func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
