import MusterLog

/// One file of a set: its rows, read by the names of their columns, with findings for whatever is odd.
///
/// Every row that comes in is either accepted or refused, and counted as such. Values of the users' file are never
/// quoted in a finding: a row whose cells are shifted may hold anything in any of them.
package final class OneRosterTableReader {
    /// The cells of the current row.
    package let cells: CSVReader
    /// Which file it is.
    let kind: OneRosterTable
    /// How the file is taken.
    let mode: OneRosterMode
    /// Where its columns lie.
    let header: OneRosterHeader
    /// How many rows came in.
    private(set) var rows = 0
    /// How many of them were understood.
    private(set) var accepted = 0
    /// How many of them were refused.
    private(set) var refused = 0
    /// How many passwords were overwritten.
    private(set) var secretsDropped = 0

    private let statusColumn: Int
    private let timeColumn: Int
    private let statuses = WordList<OneRosterStatus>()
    private let booleans = WordList<OneRosterBoolean>()

    /// Reads the header of a file; nil when its rows cannot be understood, and the findings say why.
    init?(_ cells: CSVReader, _ kind: OneRosterTable, version: OneRosterVersion, mode: OneRosterMode) {
        self.cells = cells
        self.kind = kind
        self.mode = mode
        guard case .row = cells.next() else {
            cells.findings.add(
                .fileEmpty, file: cells.file, "The file has no header and no rows; declare it absent.")
            return nil
        }
        header = OneRosterHeader(cells, of: kind, in: version)
        statusColumn = header.position("status")
        timeColumn = header.position("dateLastModified")
        guard header.isUsable else { return nil }
    }

    /// Calls `body` for each row with as many cells as it should have; `body` says whether it accepts the row.
    func forEachRow(_ body: () -> Bool) {
        reading: while true {
            switch cells.next() {
            case .end: break reading
            case .refused:
                rows += 1
                refused += 1
            case .row:
                if cells.isBlankLine, header.width > 1 {
                    cells.report(.blankLine, "The line is blank.")
                    continue
                }
                rows += 1
                eraseSecrets()
                if hasRightWidth(), body() { accepted += 1 } else { refused += 1 }
            }
        }
        precondition(rows == accepted + refused)
        if rows == 0 {
            cells.findings.add(
                .fileEmpty, file: cells.file, "The file has a header but no rows; declare it absent.")
        }
    }

    /// Drops passwords where they lie, before anything looks at the row.
    @inline(__always)
    private func eraseSecrets() {
        for column in header.secrets where !cells.isBlank(column) {
            cells.erase(column)
            secretsDropped += 1
        }
    }

    @inline(__always)
    private func hasRightWidth() -> Bool { cells.count == header.width || hasBearableWidth() }

    private func hasBearableWidth() -> Bool {
        guard cells.count < header.width else {
            // A comma that was not quoted moves a password to the right, into a column that is kept.
            let isBlank =
                header.secrets.isEmpty && (header.width..<cells.count).allSatisfy { cells.isBlank($0) }
            if isBlank {
                cells.report(
                    .rowLong,
                    "The row has \(cells.count) cells for \(header.width) columns; the rest is blank.")
            } else {
                cells.report(
                    .rowLongRefused,
                    "The row has \(cells.count) cells for \(header.width) columns. Is a comma not quoted?")
            }
            return isBlank
        }
        // A cell lost in the middle would move a password to the left, into a column that is kept.
        if let secret = header.secrets.first, cells.count > secret || !cells.isBlank(cells.count - 1) {
            cells.report(
                .rowShortRefused,
                "The row has \(cells.count) cells for \(header.width) columns; it cannot be told which is missing."
            )
            return false
        }
        cells.report(
            .rowShort, "The row has \(cells.count) cells for \(header.width) columns; the rest is blank.")
        return true
    }
}

/// Yes and no as the standard writes them.
enum OneRosterBoolean: String, CaseIterable {
    case yes = "true"
    case no = "false"
}

extension OneRosterTableReader {
    /// The status of the row; nil when it is no status, and the row must be refused.
    @inline(__always)
    func status() -> OneRosterStatus? {
        if mode == .bulk, cells.isBlank(statusColumn) { return .active }
        return writtenStatus()
    }

    private func writtenStatus() -> OneRosterStatus? {
        if mode == .delta, cells.isBlank(timeColumn) {
            cells.report(.deltaTime, column: timeColumn, "A row of a delta file needs dateLastModified.")
        }
        if cells.isBlank(statusColumn) {
            cells.report(
                .deltaStatus, column: statusColumn, "A row of a delta file needs a status; read as active.")
            return .active
        }
        if mode == .bulk {
            cells.report(
                .bulkStatus, column: statusColumn, "A bulk file leaves the status blank; leave the row out.")
        }
        if cells.withCell(statusColumn, { RosterWord.isInactive($0) }) {
            cells.report(
                .statusInactive, column: statusColumn, "\"inactive\" is no status; read as tobedeleted.")
            return .tobedeleted
        }
        return word(statusColumn, statuses, "status")
    }

    /// A word of a fixed list; nil when it is not on the list, and the row must be refused.
    @inline(__always)
    func word<Value>(_ column: Int, _ list: WordList<Value>, _ name: String) -> Value? {
        guard let found = cells.withCell(column, { list.find($0) }) else {
            cells.report(
                .valueUnknown, column: column < 0 ? nil : column,
                "\(name)\(quoted(column)) must be one of "
                    + Value.allCases.map(\.rawValue).joined(separator: ", ") + ".")
            return nil
        }
        if !found.isExact {
            cells.report(.valueCase, column: column, "Write \(name) as \(found.value.rawValue).")
        }
        return found.value
    }

    /// Yes or no; a blank cell and an unreadable one count as no.
    @inline(__always)
    func flag(_ column: Int, _ name: String) -> Bool {
        if cells.isBlank(column) { return false }
        if let found = cells.withCell(column, { booleans.find($0) }) {
            if !found.isExact {
                cells.report(
                    .valueBoolean, column: column, "Write \(name) as \(found.value.rawValue), in lower case.")
            }
            return found.value == .yes
        }
        cells.report(.valueBoolean, column: column, "Write \(name) as true or false; read as false.")
        return false
    }

    /// A day; nil when the cell is blank or cannot be told.
    @inline(__always)
    func day(_ column: Int, _ name: String) -> SchoolDay? {
        if cells.isBlank(column) { return nil }
        if let day = cells.withCell(column, { RosterWord.day($0) }) { return day }
        cells.report(
            .dateFormat, column: column,
            "\(name)\(quoted(column)) is not a day written YYYY-MM-DD; it was left out, not guessed.")
        return nil
    }

    /// The key in a cell; nil when the cell is blank.
    @inline(__always)
    func key(_ column: Int) -> RosterKey? {
        var hasSpace = false
        let key = cells.withCell(column) { cell -> RosterKey? in
            let range = cell.trimmedRange
            hasSpace = range.count != cell.count
            return range.isEmpty ? nil : RosterKey(cell.extracting(range))
        }
        if hasSpace, key != nil {
            cells.report(.keySpace, column: column, "Spaces around the key were dropped.")
        }
        return key
    }

    /// Calls `body` with the key of each item of a list.
    @inline(__always)
    func forEachKey(_ column: Int, _ body: (RosterKey) -> Void) {
        cells.forEachItem(column) { body(RosterKey($0)) }
    }

    /// The text of a cell for a finding, where that cannot give a person away.
    private func quoted(_ column: Int) -> String {
        kind == .users || column < 0 ? "" : " \"\(cells.text(column).prefix(40))\""
    }
}
