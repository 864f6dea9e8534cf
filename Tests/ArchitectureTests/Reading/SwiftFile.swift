/// A Swift file as the rules see it: its lines, its tokens and the braces around each token.
struct SwiftFile {
    /// The path from the root of the tree, with `/` between parts.
    let path: String
    let lines: [String]
    let tokens: [Token]
    let scopes: [Scope?]
    let functions: [FunctionSpan]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        tokens = Lexer.tokens(of: text)
        let reader = ScopeReader(tokens)
        scopes = reader.scopes
        functions = reader.functions
    }

    private var parts: [Substring] { path.split(separator: "/") }

    /// The folder directly below `Sources` or `Tests`.
    var target: String? { parts.count > 2 ? String(parts[1]) : nil }

    /// The folder below the target, when the file lies in one.
    var folder: String? { parts.count > 3 ? String(parts[2]) : nil }

    /// The name of the file with its extension.
    var baseName: String { parts.last.map(String.init) ?? path }

    /// Whether it belongs to the product and not to its tests.
    var isSource: Bool { path.hasPrefix("Sources/") }

    /// The token at an index, or nil outside the file.
    func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    /// A finding at the line of a token.
    func finding(at token: Token, _ message: String) -> Finding {
        Finding(path: path, line: token.line, message: message)
    }
}
