/// Writes one row strictly: a comma between cells, CRLF behind it, quotes only where they are needed.
enum CSVRow {
    /// Appends a row to a text.
    static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(Byte.comma) }
            append(cell, to: &bytes)
        }
        bytes.append(Byte.carriageReturn)
        bytes.append(Byte.lineFeed)
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
        precondition(!cell.utf8.contains(Byte.lineFeed), "a cell is one line")
        guard cell.utf8.contains(where: { $0 == Byte.comma || $0 == Byte.quote }) else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(Byte.quote)
        for byte in cell.utf8 {
            if byte == Byte.quote { bytes.append(Byte.quote) }
            bytes.append(byte)
        }
        bytes.append(Byte.quote)
    }
}
