import Foundation

extension ServerConfiguration {
    /// What keeps the server from being started as its settings say, in sentences: what, where and what to do.
    package var problems: [String] {
        var found: [String] = []
        // Port 0 lets the system choose one, for tests.
        if !(0...65_535).contains(port) { found.append("\(port) is no port: choose one from 1 to 65535.") }
        if let problem = originProblem { found.append(problem) }
        if (certificate == nil) != (key == nil) { found.append("TLS needs both a certificate and a key.") }
        for (what, path) in [("certificate", certificate), ("key", key)] {
            if let path, !Self.isReadable(path) {
                found.append("The \(what) \(path) cannot be read: look at its name and whose it is.")
            }
        }
        return found
    }

    /// What is wrong with where the server is said to be reached.
    package var originProblem: String? {
        guard let origin, !Self.isOrigin(origin) else { return nil }
        return "\(origin) is no origin: write it as https://muster.school.example, without a path."
    }

    /// What browsers cannot do without, and is not where the settings say.
    package var missingFiles: [String] {
        let web = [
            "main.mjs", "shell.mjs", "service-worker.mjs", "app.css", "pages.css", "board.css",
            "manifest.webmanifest",
        ].map { "\(self.web)/\($0)" }
        return (web + [wasm]).filter { !Self.isReadable($0) }
    }

    /// Whether it is a scheme and a host, with a port or without, and nothing else (RFC 6454, section 7).
    private static func isOrigin(_ text: String) -> Bool {
        guard let parts = URLComponents(string: text), let host = parts.host else { return false }
        return ["http", "https"].contains(parts.scheme?.lowercased()) && !host.isEmpty
            && ["", "/"].contains(parts.path)
            && parts.query == nil
            && parts.fragment == nil && parts.user == nil
    }

    private static func isReadable(_ path: String) -> Bool {
        FileManager.default.isReadableFile(atPath: path)
    }
}
