/// A word, number, text or mark of Swift source; comments are left out.
struct Token: Equatable {
    /// What a token is; the content of a string literal never counts as code.
    enum Kind: Equatable { case word, number, text, mark }

    let kind: Kind
    let text: String
    /// The line of the file, counted from 1.
    let line: Int
    /// Whether a space or a line end stands before it: tells `a[b]` from `a [b]`.
    let spaced: Bool

    func isWord(_ wanted: String) -> Bool { kind == .word && text == wanted }

    func isMark(_ wanted: String) -> Bool { kind == .mark && text == wanted }
}
