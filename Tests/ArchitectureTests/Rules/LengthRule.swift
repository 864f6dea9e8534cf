/// Files and functions stay short enough to be read whole.
enum LengthRule {
    static let fileLimit = 400
    static let functionLimit = 60

    /// Which files have a length at all: what people write, and not what is data.
    static func isWritten(_ path: String) -> Bool {
        let folders = ["Sources/", "Tests/", "Web/", "BrowserTests/", "Benchmarks/", "script/", ".ci/"]
        let endings = [".swift", ".mjs", ".js", ".css", ".py", ".sh", ".c", ".h"]
        let isScript = (path.hasPrefix("script/") || path.hasPrefix(".ci/")) && !path.contains(".")
        return path == "Package.swift" || isScript
            || folders.contains(where: path.hasPrefix) && endings.contains(where: path.hasSuffix)
    }

    static func findings(path: String, text: String) -> [Finding] {
        let count = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        guard isWritten(path), count > fileLimit else { return [] }
        return [Finding(path: path, line: fileLimit, message: "\(count) lines; split above \(fileLimit)")]
    }

    static func findings(in file: SwiftFile) -> [Finding] {
        file.functions.filter { $0.length > functionLimit }.map {
            let message = "\($0.name) takes \($0.length) lines; split above \(functionLimit)"
            return Finding(path: file.path, line: $0.first, message: message)
        }
    }
}
