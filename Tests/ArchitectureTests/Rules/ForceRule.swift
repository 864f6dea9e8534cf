/// The product never stops by force: no `try!`, and no `fatalError` for what the world does.
///
/// Force unwraps are found by the format lint, which knows types of expressions better.
enum ForceRule {
    static func findings(in file: SwiftFile) -> [Finding] {
        guard file.isSource else { return [] }
        return file.tokens.indices.compactMap { index in
            let (token, next) = (file.tokens[index], file.token(index + 1))
            if token.isWord("try"), next?.isMark("!") == true {
                return file.finding(at: token, "catch the error or pass it on")
            }
            if token.isWord("as"), next?.isMark("!") == true {
                return file.finding(at: token, "cast with `as?` and say what happens otherwise")
            }
            if token.isWord("fatalError"), next?.isMark("(") == true {
                return file.finding(at: token, "precondition for our bugs, throw for the world")
            }
            return nil
        }
    }
}
