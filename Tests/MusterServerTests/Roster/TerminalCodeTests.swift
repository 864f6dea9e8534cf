import MusterViews
import Testing

@testable import MusterServer

/// The code on a terminal has every square of the code, and a quiet margin.
@Suite struct TerminalCodeTests {
    @Test func everySquareIsWhereItBelongs() throws {
        let code = try #require(QRModules(of: "https://muster.school.example/enrol/abc"))
        let lines = code.terminalText.split(separator: "\n").map { line in
            Array(line.dropFirst("\u{1B}[30;107m".count).dropLast("\u{1B}[0m".count))
        }
        #expect(lines.allSatisfy { $0.count == code.size + 8 })
        for row in 0..<code.size {
            for column in 0..<code.size {
                let square = lines[(row + 4) / 2][column + 4]
                let half: Character = row.isMultiple(of: 2) ? "\u{2580}" : "\u{2584}"
                let isDark = square == "\u{2588}" || square == half
                #expect(isDark == code.dark[row * code.size + column])
            }
        }
        #expect(lines[0].allSatisfy { $0 == " " } && lines[1].allSatisfy { $0 == " " })
    }
}
