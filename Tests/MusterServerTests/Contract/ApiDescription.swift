import Foundation

/// What `Documentation/openapi.yaml` says of paths, methods and statuses: read by indentation, since the file is ours.
struct ApiDescription {
    /// The statuses of each "METHOD /path".
    private(set) var statuses: [String: Set<Int>] = [:]
    /// The names in the enumeration of command types.
    private(set) var commands: Set<String> = []

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appendingPathComponent("Documentation/openapi.yaml"), encoding: .utf8)
        let lines = text.split(separator: "\n")
        var (path, method, isEnum) = ("", "", false)
        for line in lines {
            let depth = line.prefix { $0 == " " }.count
            let word = line.drop { $0 == " " }
            if depth == 0 { path = "" }
            if depth == 2, word.hasPrefix("/") { path = String(word.dropLast()) }
            if depth == 4, !path.isEmpty { method = word.dropLast().uppercased() }
            if depth == 8, word.hasPrefix("\""), !path.isEmpty, let status = Int(word.dropFirst().prefix(3)) {
                statuses["\(method) \(path)", default: []].insert(status)
            }
            if word == "enum:" {
                isEnum = true
            } else if isEnum, word.hasPrefix("- ") {
                commands.insert(String(word.dropFirst(2)))
            } else {
                isEnum = false
            }
        }
    }
}
