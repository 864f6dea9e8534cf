/// The words that a cell may hold, found without making text of the cell.
struct WordList<Value: CaseIterable & RawRepresentable> where Value.RawValue == String {
    private let words: [(bytes: [UInt8], folded: [UInt8], value: Value)]

    /// The words of a type, in its order.
    init() {
        words = Value.allCases.map { (Array($0.rawValue.utf8), Array($0.rawValue.lowercased().utf8), $0) }
    }

    /// What was found: the value, and whether it was written exactly as the standard has it.
    @inline(__always)
    func find(_ cell: Span<UInt8>) -> (value: Value, isExact: Bool)? {
        for word in words where Self.equal(cell, word.bytes) { return (word.value, true) }
        return findFolded(cell)
    }

    private func findFolded(_ cell: Span<UInt8>) -> (value: Value, isExact: Bool)? {
        let range = cell.trimmedRange
        var folded: [UInt8] = []
        for index in range { folded.append(cell[index] | (0x41...0x5A ~= cell[index] ? 0x20 : 0)) }
        for word in words where folded == word.folded { return (word.value, false) }
        return nil
    }

    @inline(__always)
    private static func equal(_ cell: Span<UInt8>, _ word: [UInt8]) -> Bool {
        guard cell.count == word.count else { return false }
        for index in 0..<word.count where cell[index] != word[index] { return false }
        return true
    }
}
