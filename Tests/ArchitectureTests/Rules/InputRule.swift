/// Time, chance and tasks come in from outside: nothing makes its own where a test could not hold it.
enum InputRule {
    /// The one file each that may.
    static let allowed: [Allowance] = [
        Allowance(
            "Sources/MusterServer/WallClock.swift", because: "the port through which wall time comes in"),
        Allowance(
            "Sources/MusterExchange/OneRoster/RosterKey.swift",
            because: "a hash seed of one process, never stored, so that nobody can prepare ids that meet"),
        Allowance(
            "Sources/MusterServer/Site/SiteRegistry.swift",
            because: "one load of a site that several requests await; it ends with the load"),
        Allowance(
            "Sources/MusterLog/Seal/PartKeys.swift",
            because: "the keys and salts of parts come from the system, whoever asks"),
    ]

    static func findings(in file: SwiftFile, allowed: [Allowance] = allowed) -> [Finding] {
        guard file.isSource, !allowed.covers(file.path) else { return [] }
        return file.tokens.indices.compactMap { index in
            message(file, index).map { file.finding(at: file.tokens[index], $0) }
        }
    }

    private static func message(_ file: SwiftFile, _ index: Int) -> String? {
        let token = file.tokens[index]
        guard token.kind == .word else { return nil }
        let (next, after) = (file.token(index + 1), file.token(index + 2))
        let dotted = file.token(index - 1)?.isMark(".") == true
        switch token.text {
        case "Date" where next?.isMark("(") == true && after?.isMark(")") == true,
            "Date" where next?.isMark(".") == true && after?.isWord("now") == true:
            return "wall time comes in through WallClock"
        case "UUID" where next?.isMark("(") == true && after?.isMark(")") == true:
            return "new ids come in: they are not made here"
        case "SystemRandomNumberGenerator" where next?.isMark("(") == true:
            return isHandedOver(file, index) ? nil : "chance comes in as a generator"
        case "random", "randomElement", "shuffled", "shuffle":
            let isOfTheLanguage = after?.isMark(")") == true || after?.isWord("in") == true
            guard dotted, next?.isMark("(") == true, isOfTheLanguage else { return nil }
            return isSeeded(file, index) ? nil : "chance comes in: random(in:using:)"
        case "Task" where next?.isMark("{") == true || next?.isMark("(") == true:
            return "a task is the child of a service or a request (Rules/InputRule.swift lists exceptions)"
        case "detached" where dotted && file.token(index - 2)?.isWord("Task") == true:
            return "a task is the child of a service or a request (Rules/InputRule.swift lists exceptions)"
        default: return nil
        }
    }

    /// Whether a value is an argument, or the default of a parameter: then a test can hand over another.
    private static func isHandedOver(_ file: SwiftFile, _ index: Int) -> Bool {
        var depth = 0
        var back = index - 1
        while let token = file.token(back) {
            switch token.text {
            case ")" where token.kind == .mark: depth += 1
            case "(" where token.kind == .mark && depth == 0: return true
            case "(" where token.kind == .mark: depth -= 1
            case "{" where token.kind == .mark, "}" where token.kind == .mark: return false
            default: break
            }
            back -= 1
        }
        return false
    }

    /// Whether the call that begins at a token names its generator.
    private static func isSeeded(_ file: SwiftFile, _ index: Int) -> Bool {
        var depth = 0
        var ahead = index + 1
        while let token = file.token(ahead) {
            if token.isMark("(") { depth += 1 }
            if token.isMark(")") { depth -= 1 }
            if depth == 0 { return false }
            if depth == 1, token.isWord("using") { return true }
            ahead += 1
        }
        return false
    }
}
