/// What a pair of braces belongs to.
enum Scope: Equatable {
    /// A struct, class, enum or actor.
    case type(String)
    /// An extension: it stores nothing.
    case extending
    /// A protocol: it only asks.
    case asking
    case function(name: String, line: Int)
    /// A closure, a computed property, an `if`, a `switch` and all the rest.
    case other
}

/// A function with the lines it takes.
struct FunctionSpan: Equatable {
    let name: String
    let first: Int
    let last: Int

    var length: Int { last - first + 1 }
}

/// Walks tokens and knows in which pair of braces each stands.
struct ScopeReader {
    /// For each token, the innermost scope it stands in; nil at the top of the file.
    private(set) var scopes: [Scope?] = []
    /// Every function with a body, in order of its closing brace.
    private(set) var functions: [FunctionSpan] = []

    private var stack: [Scope] = []
    private var pending: (scope: Scope, depth: Int)?
    private var depth = 0

    init(_ tokens: [Token]) {
        for index in tokens.indices {
            scopes.append(stack.last)
            read(tokens, index)
        }
    }

    private mutating func read(_ tokens: [Token], _ index: Int) {
        let token = tokens[index]
        if token.kind == .word {
            announce(tokens, index)
            return
        }
        guard token.kind == .mark else { return }
        switch token.text {
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        case "{": open()
        case "}": close(at: token.line)
        default: break
        }
    }

    private mutating func announce(_ tokens: [Token], _ index: Int) {
        let token = tokens[index]
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        if index > 0, tokens[index - 1].isMark(".") { return }
        switch token.text {
        case "struct", "class", "enum", "actor":
            guard let next, next.kind == .word, next.text.first?.isUppercase == true else { return }
            pending = (.type(next.text), depth)
        case "extension": pending = (.extending, depth)
        case "protocol": pending = (.asking, depth)
        case "func": pending = (.function(name: next?.text ?? "func", line: token.line), depth)
        case "init", "deinit", "subscript":
            switch stack.last {
            case .type, .extending: pending = (.function(name: token.text, line: token.line), depth)
            default: return
            }
        case "var", "let": pending = (.other, depth)
        default: return
        }
    }

    private mutating func open() {
        var scope = Scope.other
        if let waiting = pending, waiting.depth == depth {
            scope = waiting.scope
            pending = nil
        }
        stack.append(scope)
    }

    private mutating func close(at line: Int) {
        // A closure among the parameters of a function does not end the function's head.
        if let waiting = pending, waiting.depth >= depth { pending = nil }
        guard let ended = stack.popLast() else { return }
        if case .function(let name, let first) = ended {
            functions.append(FunctionSpan(name: name, first: first, last: line))
        }
    }
}
