/// The core keeps nothing in a Dictionary or a Set: their order differs from machine to machine.
///
/// State and decisions use sorted tables and arrays, so that every fold gives the same bytes.
enum OrderRule {
    /// Where a Dictionary or Set is right after all; its order must not reach a result.
    static let allowed: [Allowance] = []

    static func findings(in file: SwiftFile, allowed: [Allowance] = allowed) -> [Finding] {
        guard file.isSource, file.target == "MusterCore", !allowed.covers(file.path) else { return [] }
        return file.tokens.indices.compactMap { index in
            let token = file.tokens[index]
            if token.kind == .word, ["Dictionary", "Set"].contains(token.text), isUsed(file, index) {
                return file.finding(at: token, "\(token.text) has no fixed order: use a sorted table")
            }
            if token.isMark("["), isDictionary(file, index) {
                return file.finding(at: token, "a dictionary has no fixed order: use a sorted table")
            }
            return nil
        }
    }

    private static func isUsed(_ file: SwiftFile, _ index: Int) -> Bool {
        let declares = file.token(index - 1).map { $0.isMark(".") || $0.isWord("case") || $0.isWord("func") }
        guard declares != true, let next = file.token(index + 1) else { return false }
        return next.isMark("<") || next.isMark("(") || next.isMark(".")
    }

    /// Whether a bracket opens a dictionary (type or literal): a colon stands between its own elements.
    private static func isDictionary(_ file: SwiftFile, _ index: Int) -> Bool {
        if let last = file.token(index - 1), !file.tokens[index].spaced, isValueEnd(last) { return false }
        var depth = 0
        var ahead = index + 1
        while let token = file.token(ahead) {
            if token.kind == .mark {
                switch token.text {
                case "(", "[", "{": depth += 1
                case "]" where depth == 0: return false
                case ")", "]", "}": depth -= 1
                case "?" where depth == 0 && token.spaced: return false
                case ":" where depth == 0: return true
                default: break
                }
            }
            ahead += 1
        }
        return false
    }

    private static func isValueEnd(_ token: Token) -> Bool {
        token.kind == .word || token.kind == .text
            || token.kind == .mark && [")", "]", "?", "!", "}", ">"].contains(token.text)
    }
}
