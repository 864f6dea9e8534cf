import Foundation

extension ServerConfiguration {
    /// What browsers cannot do without, and is not where the settings say.
    package var missingFiles: [String] {
        let web = [
            "main.mjs", "shell.mjs", "service-worker.mjs", "app.css", "pages.css", "board.css",
            "manifest.webmanifest",
        ].map { "\(self.web)/\($0)" }
        return (web + [wasm]).filter { !FileManager.default.isReadableFile(atPath: $0) }
    }
}
