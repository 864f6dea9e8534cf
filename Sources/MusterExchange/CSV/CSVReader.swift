/// Reads a table row by row out of one fixed buffer; no row becomes text unless somebody asks for a cell.
///
/// Memory stays the same however long the file is. What is wrong with a row goes to the finding log; a refused row
/// never stops the file, and reading resumes on the line below it. Cells are good until the next row.
@safe
package final class CSVReader {
    /// What reading on came to.
    package enum Step {
        /// A row whose cells can be asked for.
        case row
        /// A row that was refused; the finding says why.
        case refused
        /// The end of the table.
        case end
    }

    /// The file's name in findings.
    package let file: String
    /// Where findings go.
    package let findings: FindingLog
    /// The line on which the current row begins, counted from 1.
    package var line: Int { rowLine }
    /// How many cells the current row has.
    package var count: Int { cellCount }

    // Private and not `private(set)`: then the compiler sees every access and leaves out the checks at run time.
    private var rowLine = 0
    private var cellCount = 0

    private let stream: any ByteStream
    private let limits: ArchiveLimits
    // The buffers are owned by this object alone; `start ..< limit` is always initialised.
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private let fields: UnsafeMutableBufferPointer<CSVField>
    private var start = 0
    private var limit = 0
    private var nextLine = 1
    private var offset = 0
    private var isAtEnd = false
    private var isBroken = false

    /// Opens a table; what the first bytes say about its encoding goes to the findings.
    package init(
        file: String, stream: any ByteStream, encoding: TextEncoding = .utf8,
        limits: ArchiveLimits = ArchiveLimits(),
        findings: FindingLog
    ) throws(SourceError) {
        self.file = file
        self.findings = findings
        self.limits = limits
        let opening = try TextDecoding.open(stream, as: encoding)
        self.stream = opening.stream
        offset = opening.skipped
        unsafe buffer = .allocate(capacity: max(1 << 20, limits.rowBytes * 2))
        unsafe buffer.initialize(repeating: 0)
        unsafe fields = .allocate(capacity: limits.columns)
        unsafe fields.initialize(repeating: CSVField(start: 0, end: 0, traits: []))
        report(opening)
    }

    deinit {
        unsafe buffer.deallocate()
        unsafe fields.deallocate()
    }

    /// Reads the next row.
    package func next() -> Step {
        cellCount = 0
        while !isBroken {
            if start == limit, isAtEnd { return .end }
            guard let base = unsafe buffer.baseAddress, let cells = unsafe fields.baseAddress else {
                return .end
            }
            var scan = unsafe CSVScan(
                base: base, fields: cells, range: start..<limit, isAtEnd: isAtEnd, limits: limits)
            rowLine = nextLine
            switch scan.row() {
            case .row: return accept(scan)
            case .needsMore:
                if limit - start >= limits.rowBytes {
                    return refuse(.tooLong, "This row is too long to be a row.")
                }
                refill()
            case .brokenQuote:
                return refuse(.quoteBroken, "Text follows a closing quote. Double every quote inside a cell.")
            case .openQuote:
                return refuse(.quoteOpen, "A quote is opened and never closed. Close it or double it.")
            case .fieldTooLong:
                return refuse(
                    .tooLong, "A cell is longer than \(limits.fieldBytes) bytes. Is a quote left open?")
            case .tooManyColumns:
                return refuse(.tooManyColumns, "The row has more than \(limits.columns) cells.")
            }
        }
        return .end
    }

    /// About how many rows the whole table has when `rows` were read up to here; for reserving memory only.
    package func expectedRows(after rows: Int) -> Int {
        let consumed = max(1, offset + start)
        let (product, overflow) = rows.multipliedReportingOverflow(by: stream.expectedBytes ?? 0)
        return overflow ? 0 : product / consumed
    }

    /// Calls `body` with the bytes of a cell of the current row; a cell that the row does not have is empty.
    @inline(__always)
    package func withCell<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        guard index >= 0, index < cellCount else { return body(Span()) }
        let field = unsafe fields[index]
        let bytes = unsafe UnsafeBufferPointer(rebasing: buffer[Int(field.start)..<Int(field.end)])
        return body(unsafe Span(_unsafeElements: bytes))
    }

    /// Overwrites a cell where it lies, so that what it held reaches nobody.
    package func erase(_ index: Int) {
        guard index >= 0, index < cellCount else { return }
        let field = unsafe fields[index]
        for position in Int(field.start)..<Int(field.end) { unsafe buffer[position] = 0 }
        unsafe fields[index].end = field.start
    }

    /// Adds a finding about the current row.
    package func report(_ code: FindingCode, column: Int? = nil, _ message: @autoclosure () -> String) {
        findings.add(code, file: file, line: rowLine, column: column.map { $0 + 1 }, message())
    }
}

extension CSVReader {
    private func report(_ opening: TextDecoding.Opening) {
        switch opening.finding {
        case FindingCode.byteOrderMark?:
            findings.add(.byteOrderMark, file: file, line: 1, "A byte-order mark was dropped.")
        case FindingCode.utf16?:
            findings.add(.utf16, file: file, line: 1, "The file is UTF-16; it was read, but send UTF-8.")
        case let code?:
            isBroken = true
            findings.add(
                code, file: file, line: 1,
                "Byte 1: this is not UTF-8, it looks like UTF-16. Save it as UTF-8.")
        case nil: break
        }
    }

    private func accept(_ scan: CSVScan) -> Step {
        if scan.bits & 0x80 != 0, let invalid = firstInvalid(start..<scan.position) {
            isBroken = true
            findings.add(
                .notUTF8, file: file, line: rowLine + newlines(in: start..<invalid),
                "Byte \(offset + invalid + 1) of the file is not UTF-8; nothing from this line on was read. "
                    + "Save the file as UTF-8, or choose Windows-1252 if that is what it is.")
            return .refused
        }
        if scan.position - start > limits.rowBytes {
            return refuse(.tooLong, "This row is too long to be a row.")
        }
        cellCount = scan.count
        nextLine = rowLine + 1 + scan.innerLines
        start = scan.position
        if !scan.traits.isEmpty { attend(to: scan.traits) }
        return .row
    }

    /// Unfolds doubled quotes in place and reports what else was odd.
    private func attend(to traits: CSVField.Traits) {
        for index in 0..<cellCount {
            let field = unsafe fields[index]
            if field.traits.contains(.bareQuote) {
                report(.bareQuote, column: index, "A quote inside the cell was read as it stands.")
            }
            if field.traits.contains(.lineBreak) {
                report(.lineBreak, column: index, "A line break inside the cell was read as a space.")
            }
            guard field.traits.contains(.escapes) else { continue }
            var target = Int(field.start)
            var source = Int(field.start)
            while source < Int(field.end) {
                let byte = unsafe buffer[source]
                unsafe buffer[target] = byte
                target += 1
                source += byte == Byte.quote ? 2 : 1
            }
            unsafe fields[index].end = Int32(truncatingIfNeeded: target)
        }
    }

    /// Refuses the row and goes to the line below the one on which it began.
    private func refuse(_ code: FindingCode, _ message: String) -> Step {
        report(code, message)
        var index = start
        while true {
            while index < limit {
                let byte = unsafe buffer[index]
                index += 1
                if byte == Byte.lineFeed {
                    start = index
                    nextLine = rowLine + 1
                    return .refused
                }
            }
            start = limit
            if isAtEnd || isBroken { return .refused }
            refill()
            index = start
        }
    }

    /// Moves what is left to the front of the buffer and fills up behind it.
    private func refill() {
        offset += start
        let rest = limit - start
        if start > 0, let base = unsafe buffer.baseAddress {
            unsafe base.update(from: base + start, count: rest)
        }
        start = 0
        limit = rest
        do throws(SourceError) {
            while unsafe limit < buffer.count {
                let space = unsafe UnsafeMutableBufferPointer(rebasing: buffer[limit...])
                let room = UnsafeMutableRawBufferPointer(space)
                let got = try unsafe stream.read(into: room)
                if got == 0 {
                    isAtEnd = true
                    return
                }
                limit += got
            }
        } catch {
            isBroken = true
            findings.add(
                .fileBroken, file: file, line: rowLine, "The file could not be read further: \(error.message)"
            )
        }
    }

    private func firstInvalid(_ range: Range<Int>) -> Int? {
        let bytes = unsafe UnsafeBufferPointer(rebasing: buffer[range])
        return UTF8Check.firstInvalid(in: unsafe Span(_unsafeElements: bytes)).map { $0 + range.lowerBound }
    }

    private func newlines(in range: Range<Int>) -> Int {
        var count = 0
        for position in range {
            let byte = unsafe buffer[position]
            if byte == Byte.lineFeed { count += 1 }
        }
        return count
    }
}
