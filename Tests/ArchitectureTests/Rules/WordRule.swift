/// Nothing in the tree points at one machine, and the words of the domain are kept.
enum WordRule {
    /// Files that must spell out what they forbid.
    static let allowed: [Allowance] = [
        Allowance("Tests/ArchitectureTests/", because: "the rules and what they are tried on")
    ]

    static func findings(path: String, text: String, allowed: [Allowance] = allowed) -> [Finding] {
        guard isText(path), !allowed.covers(path) else { return [] }
        let isProduct = path.hasPrefix("Sources/") || path.hasPrefix("Web/")
        let rules = anywhere + (isProduct ? inTheProduct : [])
        let present = rules.filter { text.contains($0.word) }
        guard !present.isEmpty else { return [] }
        var found: [Finding] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for rule in present where occurs(rule.word, in: line) {
                found.append(Finding(path: path, line: index + 1, message: "\(rule.word): \(rule.reason)"))
            }
        }
        return found
    }

    private static let anywhere: [(word: String, reason: String)] = [
        ("/home/", "a path of one machine"), ("/root/", "a path of one machine"),
        ("/Users/", "a path of one machine"),
        ("TODO", "finish it or file an issue"), ("FIXME", "finish it or file an issue"),
        ("XXX", "finish it or file an issue"),
    ]

    private static let inTheProduct: [(word: String, reason: String)] = [
        ("evolve", "the names are decide and apply"),
        ("all-clear", "rooms are cleared and actions ended"),
        ("all clear", "rooms are cleared and actions ended"),
        ("retract", "a message is corrected, never called back"),
    ]

    private static func isText(_ path: String) -> Bool {
        let endings = [
            "swift", "mjs", "js", "css", "html", "py", "md", "txt", "json", "yml", "yaml", "c", "h", "sh",
        ]
        let name = path.split(separator: "/").last ?? ""
        return !name.contains(".") || endings.contains { name.hasSuffix("." + $0) }
    }

    /// Whether the word stands alone: not as a piece of a longer word or path.
    private static func occurs(_ word: String, in line: Substring) -> Bool {
        var rest = line
        while let range = rest.firstRange(of: word) {
            let before = range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
            let last = word.last.map { $0.isLetter } ?? false
            let after = range.upperBound < line.endIndex ? line[range.upperBound] : " "
            if !before.isLetter, !before.isNumber, !(last && after.isLetter) { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }
}
