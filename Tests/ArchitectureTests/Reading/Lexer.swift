/// Reads Swift source into tokens: exact about comments and strings, simple about everything else.
///
/// Rules look at tokens and not at text, so that a word in a comment or in a string is never taken for code.
/// Code inside `\(...)` of a string is read as code.
struct Lexer {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var spaced = true
    private var tokens: [Token] = []

    private init(_ source: String) { bytes = Array(source.utf8) }

    /// The tokens of a whole file.
    static func tokens(of source: String) -> [Token] {
        var lexer = Lexer(source)
        lexer.readCode(untilParenthesis: false)
        return lexer.tokens
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        at + offset < bytes.count ? bytes[at + offset] : 0
    }

    private func isPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        byte() == UInt8(ascii: first) && byte(1) == UInt8(ascii: second)
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where at < bytes.count {
            if bytes[at] == UInt8(ascii: "\n") { line += 1 }
            at += 1
        }
    }

    private mutating func add(_ kind: Token.Kind, from start: Int, line startLine: Int) {
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        tokens.append(Token(kind: kind, text: text, line: startLine, spaced: spaced))
        spaced = false
    }

    private mutating func readCode(untilParenthesis: Bool) {
        var depth = 0
        while at < bytes.count {
            if untilParenthesis, depth == 0, byte() == UInt8(ascii: ")") { return }
            if byte() == UInt8(ascii: "(") { depth += 1 }
            if byte() == UInt8(ascii: ")") { depth -= 1 }
            readOne()
        }
    }

    private mutating func readOne() {
        switch byte() {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            advance()
            spaced = true
        case _ where isPair("/", "/"):
            while at < bytes.count, byte() != UInt8(ascii: "\n") { advance() }
        case _ where isPair("/", "*"): skipBlockComment()
        case UInt8(ascii: "\""): readString(hashes: 0)
        case UInt8(ascii: "#") where hashesBeforeQuote > 0: readString(hashes: hashesBeforeQuote)
        case UInt8(ascii: "/") where isRegexStart: readRegex()
        case let first where Lexer.isWordByte(first): readWord(first)
        default:
            let start = at
            advance()
            add(.mark, from: start, line: line)
        }
    }

    private mutating func readWord(_ first: UInt8) {
        let start = at
        while Lexer.isWordByte(byte()) { advance() }
        add(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first ? .number : .word, from: start, line: line)
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if isPair("/", "*") {
                depth += 1
                advance(2)
            } else if isPair("*", "/") {
                depth -= 1
                advance(2)
            } else {
                advance()
            }
        } while depth > 0 && at < bytes.count
        spaced = true
    }

    /// How many `#` stand here directly before a quote: the mark of a raw string.
    private var hashesBeforeQuote: Int {
        var count = 0
        while byte(count) == UInt8(ascii: "#") { count += 1 }
        return byte(count) == UInt8(ascii: "\"") ? count : 0
    }

    private func closes(quotes: Int, hashes: Int) -> Bool {
        (0..<quotes).allSatisfy { byte($0) == UInt8(ascii: "\"") }
            && (0..<hashes).allSatisfy { byte(quotes + $0) == UInt8(ascii: "#") }
    }

    private mutating func readString(hashes: Int) {
        let (start, startLine, mark) = (at, line, tokens.count)
        advance(hashes)
        let quotes = closes(quotes: 3, hashes: 0) ? 3 : 1
        advance(quotes)
        while at < bytes.count, !closes(quotes: quotes, hashes: hashes) {
            if quotes == 1, byte() == UInt8(ascii: "\n") { break }
            guard byte() == UInt8(ascii: "\\"),
                (0..<hashes).allSatisfy({ byte(1 + $0) == UInt8(ascii: "#") })
            else {
                advance()
                continue
            }
            advance(1 + hashes)
            guard byte() == UInt8(ascii: "(") else {
                advance()
                continue
            }
            advance()
            readCode(untilParenthesis: true)
        }
        advance(quotes + hashes)
        let whole = String(decoding: bytes[start..<at], as: UTF8.self)
        tokens.insert(Token(kind: .text, text: whole, line: startLine, spaced: spaced), at: mark)
        spaced = false
    }

    /// A slash begins a regular expression where no value can stand before it and no space follows.
    private var isRegexStart: Bool {
        guard byte(1) != UInt8(ascii: " "), let last = tokens.last, last.kind == .mark,
            ["(", ",", "=", ":", "[", "{"].contains(last.text)
        else { return false }
        var ahead = 1
        while byte(ahead) != UInt8(ascii: "\n"), byte(ahead) != 0 {
            if byte(ahead) == UInt8(ascii: "/"), byte(ahead - 1) != UInt8(ascii: "\\") { return true }
            ahead += 1
        }
        return false
    }

    private mutating func readRegex() {
        let start = at
        repeat {
            advance(byte() == UInt8(ascii: "\\") ? 2 : 1)
        } while at < bytes.count && byte() != UInt8(ascii: "/")
        advance()
        add(.text, from: start, line: line)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
            UInt8(ascii: "`"), 128...255:
            true
        default: false
        }
    }
}
