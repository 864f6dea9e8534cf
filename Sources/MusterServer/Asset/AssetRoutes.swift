import Crypto
import Foundation
import Hummingbird
import MusterCore
import NIOCore

/// The shell, the style sheet, the icons and the WebAssembly core, read once at start.
struct AssetRoutes {
    private struct Asset {
        let type: String
        let bytes: ByteBuffer
        let tag: String
    }

    private let assets: [String: Asset]
    private let version: String

    init(_ configuration: ServerConfiguration) {
        var found: [String: Asset] = [:]
        for (name, path) in Self.files(in: configuration) {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let tag = SHA256.hash(data: data).prefix(12).map { String($0, radix: 16) }.joined()
            found[name] = Asset(type: Self.type(of: name), bytes: ByteBuffer(bytes: data), tag: tag)
        }
        assets = found
        let all = found.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.tag)" }.joined(separator: ";")
        version = SHA256.hash(data: Array(all.utf8)).prefix(12).map { String($0, radix: 16) }.joined()
    }

    func add(to router: Router<VisitContext>) {
        router.get("/assets/manifest.json") { _, _ in manifest }
        router.get("/assets/**") { request, _ in
            try answer(String(request.uri.path.dropFirst("/assets/".count)), request)
        }
        // A service worker governs the paths below its own: it must stand at the root.
        for name in ["service-worker.mjs", "manifest.webmanifest"] {
            router.get(RouterPath("/\(name)")) { request, _ in try answer(name, request) }
        }
        router.get("/favicon.ico") { request, _ in try answer("icons/muster.svg", request) }
    }

    private func answer(_ name: String, _ request: Request) throws -> Response {
        guard let asset = assets[name] else { throw Problem.notFound }
        let tag = "\"\(asset.tag)\""
        let headers: HTTPFields = [
            .contentType: asset.type, .eTag: tag, .cacheControl: "no-cache",
        ]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.bytes))
    }

    /// The version and addresses of all files, for the service worker.
    private var manifest: Response {
        var writer = WireWriter()
        writer.beginObject()
        var version = version
        var files = assets.keys.sorted().filter { $0 != "service-worker.mjs" }.map { "/assets/\($0)" }
        writer.field("version", &version)
        writer.field("files", &files)
        writer.endObject()
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }

    private static func files(in configuration: ServerConfiguration) -> [(name: String, path: String)] {
        let web = configuration.web
        var files = (FileManager.default.enumerator(atPath: web)?.compactMap { $0 as? String } ?? [])
            .filter { isServed($0) }.map { (name: $0, path: "\(web)/\($0)") }
        files.append((name: "muster.wasm", path: configuration.wasm))
        return files
    }

    private static func isServed(_ name: String) -> Bool {
        ["mjs", "css", "svg", "png", "webmanifest"].contains { name.hasSuffix(".\($0)") }
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "mjs": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "wasm": "application/wasm"
        case "webmanifest": "application/manifest+json"
        default: "application/octet-stream"
        }
    }
}
