/// Decision records are numbered without gaps, have the three headings, and name every dependency.
enum DecisionRule {
    static let folder = "Documentation/decisions/"

    /// Names are `NNNN-title.md`; each number once, none missing but those given out.
    static func numbering(paths: [String], reserved: [ReservedNumber] = ReservedNumber.all) -> [Finding] {
        var found: [Finding] = []
        var seen: [Int: String] = [:]
        for path in paths where path.hasPrefix(folder) {
            let name = path.dropFirst(folder.count)
            guard let number = Int(name.prefix(4)), name.dropFirst(4).hasPrefix("-"), name.hasSuffix(".md")
            else {
                found.append(Finding(path: path, line: 1, message: "is not named NNNN-title.md"))
                continue
            }
            if let first = seen[number] {
                found.append(Finding(path: path, line: 1, message: "has the number of \(first)"))
            }
            seen[number] = path
        }
        let missing = (1...max(1, seen.keys.max() ?? 1)).filter { number in
            !seen.isEmpty && seen[number] == nil && !reserved.contains { $0.number == number }
        }
        return found + missing.map { Finding(path: folder, line: 1, message: "number \($0) is missing") }
    }

    static func headings(path: String, text: String) -> [Finding] {
        guard path.hasPrefix(folder) else { return [] }
        let lines = text.split(separator: "\n")
        let title = lines.first?.hasPrefix("# ") == true ? [] : ["# title"]
        let absent = ["## Context", "## Choice", "## Consequences"].filter { heading in
            !lines.contains { $0 == heading }
        }
        return (title + absent).map { Finding(path: path, line: 1, message: "has no heading \"\($0)\"") }
    }

    /// Packages (by the last part of their address) and C libraries of a manifest.
    static func dependencies(of manifest: SwiftFile) -> [Token] {
        manifest.tokens.indices.compactMap { index in
            guard manifest.tokens[index].isMark("."), let kind = manifest.token(index + 1),
                ["package", "systemLibrary"].contains(kind.text),
                let label = manifest.token(index + 3), let value = manifest.token(index + 5),
                ["url", "path", "name"].contains(label.text), value.kind == .text
            else { return nil }
            return value
        }
    }

    /// Dependencies that no record mentions.
    static func unexplained(_ manifest: SwiftFile, records: [String]) -> [Finding] {
        dependencies(of: manifest).compactMap { value in
            let address = value.text.filter { $0 != "\"" }
            let name = address.split(separator: "/").last.map(String.init) ?? address
            guard !records.contains(where: { mentions(name, in: $0) }) else { return nil }
            return manifest.finding(at: value, "no decision record mentions \(name)")
        }
    }

    /// Whether a text has the name as a whole: `swift-nio-ssl` does not mention `swift-nio`.
    private static func mentions(_ name: String, in text: String) -> Bool {
        var rest = text[...]
        while let range = rest.firstRange(of: name) {
            rest = rest[range.upperBound...]
            let goesOn = rest.first.map { $0.isLetter || $0.isNumber || $0 == "-" }
            if goesOn != true { return true }
        }
        return false
    }
}
