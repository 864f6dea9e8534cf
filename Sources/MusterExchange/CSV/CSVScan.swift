/// Finds the cells of one row in a buffer: the inner loop of every import, without any allocation.
///
/// RFC 4180 with these additions: a lone CR ends a line too, and a quote inside an unquoted cell is taken as it stands.
@safe
struct CSVScan {
    /// What the scan of a row came to.
    enum Outcome {
        /// A whole row; the next one begins at ``CSVScan/position``.
        case row
        /// The buffer ends before the row does.
        case needsMore
        /// Text follows a closing quote.
        case brokenQuote
        /// The input ends inside a quote.
        case openQuote
        /// A cell is longer than allowed.
        case fieldTooLong
        /// There are more cells than allowed.
        case tooManyColumns
    }

    // The pointers belong to the reader, which outlives the scan; every index is checked against `end` and `capacity`.
    /// The buffer.
    let base: UnsafePointer<UInt8>
    /// Where the cells of the row are noted.
    let fields: UnsafeMutablePointer<CSVField>
    /// Where the bytes end that are in the buffer.
    let end: Int
    /// Whether no bytes come after those.
    let isAtEnd: Bool
    /// How many cells can be noted.
    let capacity: Int
    /// The longest cell that is taken.
    let fieldBytes: Int
    /// Where the scan stands.
    var position: Int
    /// How many cells were noted.
    var count = 0
    /// The bitwise or of all bytes of the row: its high bit says whether anything but ASCII occurs.
    var bits: UInt8 = 0
    /// How many line breaks lie inside quotes.
    var innerLines = 0
    /// What was seen in any of the cells.
    var traits: CSVField.Traits = []

    /// A scan of the bytes in `range`, which begins at a row.
    init(
        base: UnsafePointer<UInt8>, fields: UnsafeMutablePointer<CSVField>, range: Range<Int>, isAtEnd: Bool,
        limits: ArchiveLimits
    ) {
        unsafe self.base = unsafe base
        unsafe self.fields = unsafe fields
        end = range.upperBound
        position = range.lowerBound
        self.isAtEnd = isAtEnd
        capacity = limits.columns
        fieldBytes = limits.fieldBytes
    }

    /// Scans one row from ``position`` on.
    @inline(__always)
    mutating func row() -> Outcome {
        while true {
            if count == capacity { return .tooManyColumns }
            let isQuoted = unsafe position < end && base[position] == Byte.quote
            if let outcome = isQuoted ? quotedCell() : plainCell() { return outcome }
        }
    }

    /// Reads a cell without quotes and its delimiter; nil when another cell follows.
    @inline(__always)
    private mutating func plainCell() -> Outcome? {
        let start = position
        var index = position
        var seen: UInt8 = 0
        var cell: CSVField.Traits = []
        while index < end {
            let byte = unsafe base[index]
            if byte > Byte.comma {
                seen |= byte
                index += 1
                continue
            }
            switch byte {
            case Byte.comma, Byte.lineFeed, Byte.carriageReturn:
                bits |= seen
                return close(start, index, cell, delimiter: byte)
            case Byte.quote:
                cell.insert(.bareQuote)
            default:
                break
            }
            index += 1
        }
        guard isAtEnd else { return .needsMore }
        bits |= seen
        return close(start, index, cell, delimiter: nil)
    }

    /// Reads a cell in quotes and its delimiter; nil when another cell follows.
    private mutating func quotedCell() -> Outcome? {
        let start = position + 1
        var index = start
        var cell: CSVField.Traits = []
        while true {
            guard index < end else { return isAtEnd ? .openQuote : .needsMore }
            guard index - start <= fieldBytes else { return .fieldTooLong }
            let byte = unsafe base[index]
            if byte == Byte.quote {
                guard index + 1 < end || isAtEnd else { return .needsMore }
                guard index + 1 < end, unsafe base[index + 1] == Byte.quote else { break }
                cell.insert(.escapes)
                index += 2
                continue
            }
            if byte == Byte.lineFeed {
                cell.insert(.lineBreak)
                innerLines += 1
            }
            bits |= byte
            index += 1
        }
        guard index + 1 < end else {
            return isAtEnd ? close(start, index, cell, delimiter: nil, quoted: 1) : .needsMore
        }
        switch unsafe base[index + 1] {
        case Byte.comma, Byte.lineFeed, Byte.carriageReturn:
            return close(start, index, cell, delimiter: unsafe base[index + 1], quoted: 1)
        default:
            return .brokenQuote
        }
    }

    /// Notes a cell and steps over its delimiter.
    @inline(__always)
    private mutating func close(
        _ start: Int, _ stop: Int, _ cell: CSVField.Traits, delimiter: UInt8?, quoted: Int = 0
    ) -> Outcome? {
        if stop - start > fieldBytes { return .fieldTooLong }
        if delimiter == Byte.carriageReturn, stop + quoted + 1 >= end, !isAtEnd { return .needsMore }
        unsafe fields[count] = CSVField(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: stop), traits: cell)
        count += 1
        traits.formUnion(cell)
        position = stop + quoted
        guard let delimiter else { return .row }
        position += 1
        if delimiter == Byte.comma { return nil }
        if delimiter == Byte.carriageReturn, position < end, unsafe base[position] == Byte.lineFeed {
            position += 1
        }
        return .row
    }
}

/// The bytes that have a meaning in a table of text.
enum Byte {
    /// Ends a line.
    static let lineFeed: UInt8 = 0x0A
    /// Ends a line too, alone or before a line feed.
    static let carriageReturn: UInt8 = 0x0D
    /// The highest byte that is cut off around a cell.
    static let space: UInt8 = 0x20
    /// Begins and ends a cell that may hold commas.
    static let quote: UInt8 = 0x22
    /// Parts two cells.
    static let comma: UInt8 = 0x2C
}
