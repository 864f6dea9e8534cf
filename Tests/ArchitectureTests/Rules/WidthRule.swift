/// What the core stores has the same width everywhere: `Int` has 32 bits in WebAssembly, and `Double` rounds.
///
/// Looks at stored properties and at what enum cases carry; computed properties, statics and locals are free.
enum WidthRule {
    /// Where a machine-wide number is right: it lives for one call and is never written.
    static let allowed: [Allowance] = [
        Allowance(
            "Sources/MusterCore/Wire/", because: "offsets into bytes that are in memory during one call")
    ]

    static func findings(in file: SwiftFile, allowed: [Allowance] = allowed) -> [Finding] {
        guard file.isSource, file.target == "MusterCore", !allowed.covers(file.path) else { return [] }
        return file.tokens.indices.flatMap { index -> [Finding] in
            guard case .type? = file.scopes[index], file.tokens[index].kind == .word else { return [] }
            switch file.tokens[index].text {
            case "var", "let": return property(file, index)
            case "case": return payload(file, index)
            default: return []
            }
        }
    }

    private static let refused: Set<String> = ["Int", "UInt", "Double", "Float"]

    private static func property(_ file: SwiftFile, _ index: Int) -> [Finding] {
        let before = [file.token(index - 1), file.token(index - 2)]
        let name = file.token(index + 1)?.text ?? ""
        guard !before.contains(where: { $0?.isWord("static") == true }) else { return [] }
        var depth = 0
        var typed: [Token] = []
        var ahead = index + 2
        while let token = file.token(ahead), depth > 0 || token.line == file.tokens[ahead - 1].line {
            if depth == 0, token.isMark("{") {
                return isObserved(file, ahead) ? judge(file, typed, name) : []
            }
            if depth == 0, token.isMark("}") { break }
            if token.isMark("=") {
                guard typed.isEmpty, let value = file.token(ahead + 1) else { break }
                let number = value.isMark("-") ? file.token(ahead + 2) : value
                guard number?.kind == .number else { break }
                return [
                    file.finding(at: value, "\(name) is an Int by its value: name its width (Int64, ...)")
                ]
            }
            if token.isMark("(") || token.isMark("[") { depth += 1 }
            if token.isMark(")") || token.isMark("]") { depth -= 1 }
            typed.append(token)
            ahead += 1
        }
        return judge(file, typed, name)
    }

    private static func isObserved(_ file: SwiftFile, _ brace: Int) -> Bool {
        guard let next = file.token(brace + 1) else { return false }
        return next.isWord("didSet") || next.isWord("willSet")
    }

    private static func payload(_ file: SwiftFile, _ index: Int) -> [Finding] {
        var depth = 0
        var carried: [Token] = []
        var ahead = index + 1
        while let token = file.token(ahead), depth > 0 || token.line == file.tokens[ahead - 1].line {
            if token.isMark("(") { depth += 1 }
            if token.isMark(")") { depth -= 1 }
            if depth > 0 { carried.append(token) }
            if depth == 0, token.isMark("}") { break }
            ahead += 1
        }
        return judge(file, carried, file.token(index + 1)?.text ?? "case")
    }

    private static func judge(_ file: SwiftFile, _ type: [Token], _ name: String) -> [Finding] {
        type.filter { $0.kind == .word && refused.contains($0.text) }.prefix(1).map {
            file.finding(at: $0, "\(name) is stored as \($0.text): name its width (Int64, ...), fixed point")
        }
    }
}
