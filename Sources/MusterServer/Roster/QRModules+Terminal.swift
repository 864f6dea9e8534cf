package import MusterViews

extension QRModules {
    /// The code for a terminal: two rows a line, black on white whatever the terminal's own colours are, with the
    /// quiet margin that cameras need.
    package var terminalText: String {
        let margin = 4
        func isDark(_ row: Int, _ column: Int) -> Bool {
            guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
            return dark[row * size + column]
        }
        var text = ""
        for row in stride(from: -margin, to: size + margin, by: 2) {
            text += "\u{1B}[30;107m"
            for column in -margin..<size + margin {
                switch (isDark(row, column), isDark(row + 1, column)) {
                case (true, true): text += "\u{2588}"
                case (true, false): text += "\u{2580}"
                case (false, true): text += "\u{2584}"
                case (false, false): text += " "
                }
            }
            text += "\u{1B}[0m\n"
        }
        return text
    }
}
