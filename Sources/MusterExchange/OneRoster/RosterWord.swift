import MusterLog

/// Reads single cells without making text of them.
enum RosterWord {
    /// Whether a cell holds the status word of an old edition.
    static func isInactive(_ cell: Span<UInt8>) -> Bool {
        let word = Array("inactive".utf8)
        let range = cell.trimmedRange
        guard range.count == word.count else { return false }
        return (0..<word.count).allSatisfy { cell[range.lowerBound + $0] | 0x20 == word[$0] }
    }

    /// The day that a cell holds as `YYYY-MM-DD`.
    @inline(__always)
    static func day(_ cell: Span<UInt8>) -> SchoolDay? {
        guard cell.count == 10, cell[4] == 0x2D, cell[7] == 0x2D,
            let year = number(cell, 0..<4), let month = number(cell, 5..<7), let day = number(cell, 8..<10)
        else { return nil }
        return SchoolDay(year: year, month: month, day: day)
    }

    private static func number(_ cell: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            guard 0x30...0x39 ~= cell[index] else { return nil }
            value = value * 10 + Int(cell[index] - 0x30)
        }
        return value
    }
}
