/// Every `package` and `public` declaration says in a doc comment what it is; the format lint sees only `public`.
///
/// What fulfils a protocol is said once, at the protocol: a member is free when a protocol of the house asks for its
/// name and documents it there.
enum DocumentationRule {
    private static let declarations: Set<String> = [
        "func", "var", "let", "struct", "class", "enum", "actor", "protocol", "init", "subscript",
        "typealias", "associatedtype", "macro",
    ]
    private static let modifiers: Set<String> = [
        "static", "final", "mutating", "nonmutating", "nonisolated", "isolated", "override", "private",
        "fileprivate", "internal", "indirect", "convenience", "required", "lazy", "weak", "unowned",
        "consuming", "borrowing", "sending", "prefix", "postfix", "infix", "dynamic", "unsafe", "set",
    ]

    /// What the protocols of the language ask for.
    private static let known: Set<String> = [
        "==", "<", "hash", "description", "debugDescription", "makeIterator", "next", "startIndex",
        "endIndex",
    ]

    /// The names that protocols in these files ask for, each with a doc comment there.
    static func asked(in files: [SwiftFile]) -> Set<String> {
        var names = known
        for file in files {
            for index in file.tokens.indices where file.scopes[index] == .asking {
                let token = file.tokens[index]
                guard token.isWord("func") || token.isWord("var"), let name = file.token(index + 1) else {
                    continue
                }
                if isDocumented(file, line: token.line) { names.insert(name.text) }
            }
        }
        return names
    }

    static func findings(in file: SwiftFile, asked: Set<String> = []) -> [Finding] {
        guard file.isSource else { return [] }
        return file.tokens.indices.compactMap { index in
            let token = file.tokens[index]
            guard token.kind == .word, ["package", "public", "open"].contains(token.text),
                file.token(index - 1)?.isMark(".") != true, let name = declared(file, index),
                !asked.contains(name), !isDocumented(file, line: token.line)
            else { return nil }
            return file.finding(at: token, "\(name) has no doc comment")
        }
    }

    /// The name that is declared after an access level, or nil where none is.
    private static func declared(_ file: SwiftFile, _ index: Int) -> String? {
        if file.token(index + 1)?.isMark("(") == true { return nil }
        var ahead = index + 1
        while let token = file.token(ahead) {
            let isModifier = token.kind == .word && modifiers.contains(token.text)
            if token.kind == .word, declarations.contains(token.text) {
                // `class func` and `class var` are a modifier and a declaration.
                let next = file.token(ahead + 1)
                if token.text == "class", next?.isWord("func") == true || next?.isWord("var") == true {
                    ahead += 1
                    continue
                }
                return ["init", "subscript"].contains(token.text) ? token.text : name(file, ahead + 1)
            }
            guard isModifier || token.isMark("(") || token.isMark(")") else { return nil }
            ahead += 1
        }
        return nil
    }

    /// The name at a token; the marks of an operator (`==`) are one name.
    private static func name(_ file: SwiftFile, _ index: Int) -> String? {
        guard let first = file.token(index) else { return nil }
        var name = first.text
        var ahead = index + 1
        while first.kind == .mark, let token = file.token(ahead), token.kind == .mark, !token.spaced,
            token.text != "("
        {
            name += token.text
            ahead += 1
        }
        return name
    }

    /// Looks above the line, over attributes, for a doc comment.
    private static func isDocumented(_ file: SwiftFile, line: Int) -> Bool {
        var above = line - 2
        while above >= 0 {
            let text = file.lines[above].drop { $0 == " " || $0 == "\t" }
            if text.hasPrefix("///") || text.hasSuffix("*/") { return true }
            guard text.hasPrefix("@") || text.hasPrefix(")") || text.hasPrefix("//") else { return false }
            above -= 1
        }
        return false
    }
}
