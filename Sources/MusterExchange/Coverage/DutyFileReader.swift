import MusterCore
import MusterLog

/// Reads one table of duty data: its header, then row by row, with findings for whatever is wrong.
struct DutyFileReader {
    /// What a table came to.
    struct Result {
        /// The entries that could be read, in the order of the file.
        var entries: [DutyEntry] = []
        /// The members of each line with their places in it; for the table of the lines only.
        var lines: [DutyLineRow] = []
        /// How many rows there were.
        var rows = 0
    }

    private let cells: CSVReader
    private let table: DutyTable
    private let context: DutyContext
    private var positions: [DutyColumn: Int] = [:]
    private var width = 0

    /// More rows than this are no school's.
    static let mostRows = 20_000

    init(_ cells: CSVReader, _ table: DutyTable, _ context: DutyContext) {
        self.cells = cells
        self.table = table
        self.context = context
    }

    /// Reads the whole table.
    mutating func read() -> Result {
        var result = Result()
        guard readHeader() else { return result }
        var seen = DutySeen(table, cells)
        let reader = DutyRowReader(context)
        reading: while true {
            switch cells.next() {
            case .end: break reading
            case .refused: result.rows += 1
            case .row:
                if isBlank { continue }
                result.rows += 1
                guard result.rows <= Self.mostRows else {
                    cells.report(
                        .dutyTooMany, "More than \(Self.mostRows) rows: this is not one site's table.")
                    break reading
                }
                guard hasRightWidth() else { continue }
                let values = positions.mapValues { cells.text($0) }
                if table == .lines {
                    if let row = line(values), seen.isNew(row) { result.lines.append(row) }
                } else {
                    let outcome = reader.read(values, of: table)
                    for fault in outcome.faults { report(fault) }
                    if let entry = outcome.entry, seen.isNew(entry) { result.entries.append(entry) }
                }
            }
        }
        if result.rows == 0 {
            cells.findings.add(.fileEmpty, file: cells.file, "The file has a header but no rows.")
        }
        return result
    }

    private func report(_ fault: DutyFault) {
        cells.report(fault.code, column: positions[fault.column], fault.message)
    }

    private var isBlank: Bool { (0..<cells.count).allSatisfy { cells.isBlank($0) } }

    private mutating func readHeader() -> Bool {
        guard case .row = cells.next() else {
            cells.findings.add(
                .headerRequired, file: cells.file,
                "The file has no header. Its first line must be: \(Self.header(of: table)).")
            return false
        }
        width = cells.count
        if cells.count == 1, cells.text(0).contains(where: { ";\t|".contains($0) }) {
            cells.report(.separator, "The cells are not parted by commas. Save it as comma-separated values.")
            return false
        }
        let known = table.columns + table.beside
        for index in 0..<cells.count {
            let name = cells.text(index).lowercased()
            guard let column = known.first(where: { $0.rawValue == name }) else {
                if !name.isEmpty {
                    cells.report(
                        .headerUnknown, column: index, "The table has no column of this name; not read.")
                }
                continue
            }
            guard positions[column] == nil else {
                cells.report(.headerDuplicate, column: index, "\(name) stands there twice. Remove one.")
                return false
            }
            positions[column] = index
        }
        let missing = table.required.filter { positions[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else {
            cells.report(
                .headerRequired,
                "\(table.fileName) needs the columns \(missing.joined(separator: ", ")). The first line should be: "
                    + "\(Self.header(of: table)).")
            return false
        }
        return true
    }

    /// The first line of a table.
    static func header(of table: DutyTable) -> String {
        table.columns.map(\.rawValue).joined(separator: ",")
    }

    private func hasRightWidth() -> Bool {
        guard cells.count > width, !(width..<cells.count).allSatisfy({ cells.isBlank($0) }) else {
            return true
        }
        cells.report(
            .rowLongRefused,
            "The row has \(cells.count) cells for \(width) columns. Put a cell with a comma in it in quotes.")
        return false
    }

    private func line(_ values: [DutyColumn: String]) -> DutyLineRow? {
        var row = DutyCells(values, context)
        let position = row.word(.position, DutyVocabulary.position)
        let person = row.person(.person)
        let onSite = row.word(.place, DutyVocabulary.place, blank: true)
        let order = Int32(row.text(.order))
        if order == nil || order == 0 {
            row.fault(.dutyLineOrder, .order, "Say which place in the line, from 1: the primary is 1.")
        }
        for fault in row.faults { report(fault) }
        guard row.faults.isEmpty, let position, let person, let onSite, let order else { return nil }
        return DutyLineRow(position: position, order: order, member: LineMember(person, onSite: onSite))
    }
}

/// A row of the table of the lines.
struct DutyLineRow: Equatable {
    let position: Position
    let order: Int32
    let member: LineMember
}

/// What a table said before, so that nothing counts twice and terms do not overlap.
struct DutySeen {
    private let table: DutyTable
    private let cells: CSVReader
    private var texts: [[UInt8]: Int] = [:]
    private var terms: [(span: CalendarSpan, line: Int)] = []
    private var lines: [(row: DutyLineRow, line: Int)] = []

    init(_ table: DutyTable, _ cells: CSVReader) {
        self.table = table
        self.cells = cells
    }

    /// Whether the row that was just read says something new.
    mutating func isNew(_ entry: DutyEntry) -> Bool {
        let text = entry.encoded()
        if let line = texts[text] {
            cells.report(.dutyDuplicate, "It says the same as line \(line); it was taken once.")
            return false
        }
        texts[text] = cells.line
        guard case .calendar(let span) = entry, span.sort == .term || span.sort == .summer else {
            return true
        }
        for (other, line) in terms where span.first <= other.last && other.first <= span.last {
            cells.report(
                .dutyTermOverlap,
                "It has days in common with the term of line \(line), \(other.first.text) to \(other.last.text). "
                    + "Let one end before the other begins.")
            break
        }
        terms.append((span, cells.line))
        return true
    }

    /// Whether a place in a line is free, and the person not in that line yet.
    mutating func isNew(_ row: DutyLineRow) -> Bool {
        for (other, line) in lines where other.position == row.position {
            if other == row {
                cells.report(.dutyDuplicate, "It says the same as line \(line); it was taken once.")
                return false
            }
            if other.order == row.order {
                cells.report(.dutyLineOrder, "Line \(line) has this place already. Give each its own number.")
                return false
            }
            if other.member.person == row.member.person {
                cells.report(.dutyPersonTwice, "Line \(line) has this person already. One place a person.")
                return false
            }
        }
        lines.append((row, cells.line))
        return true
    }
}
