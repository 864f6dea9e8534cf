import MusterLog

/// Reads a OneRoster set of edition 1.1 or 1.2 in passes, checks every key, and hands the rows to a sink.
///
/// Tolerant where a meaning is certain, with a finding each time; where it is not, the cell or row is left out and the
/// finding says so. Nothing is guessed. Memory grows with the number of keys, never with the size of the files.
package final class OneRosterReader {
    /// Where findings go.
    package let findings: FindingLog
    /// What the manifest says, or what the files themselves show when there is none.
    package let manifest: OneRosterManifest
    /// The edition that is read.
    package let version: OneRosterVersion
    /// How each file is taken; files that are not there or not declared are absent.
    package let modes: [OneRosterTable: OneRosterMode]

    /// The files.
    let source: OneRosterSource
    private let encoding: TextEncoding
    private let limits: ArchiveLimits
    private var files: [OneRosterTable: OneRosterFileReport] = [:]
    /// What was understood so far.
    var counts = OneRosterCounts()
    /// The keys of the bodies.
    var orgs = KeyTable()
    /// The keys of the terms.
    var sessions = KeyTable()
    /// The keys of the courses.
    var courses = KeyTable()
    /// The keys of the classes.
    var classes = KeyTable()
    /// The keys of the people and what later checks need of them.
    var users = OneRosterUserIndex()

    /// Opens a set and reads its manifest.
    package init(
        path: String, encoding: TextEncoding = .utf8, limits: ArchiveLimits = ArchiveLimits(),
        findings: FindingLog = FindingLog()
    ) throws(SourceError) {
        self.findings = findings
        self.encoding = encoding
        self.limits = limits
        source = try OneRosterSource(path: path, limits: limits, findings: findings)
        let name = "manifest.csv"
        var manifest = OneRosterManifest()
        if let stream = try source.open(name) {
            manifest = OneRosterManifest(
                reading: try CSVReader(file: name, stream: stream, limits: limits, findings: findings))
        } else {
            findings.add(
                .manifestMissing, file: name,
                "There is no manifest.csv, which says how files are to be taken.")
            for table in OneRosterTable.allCases where source.contains(table.fileName) {
                manifest.modes[table] = .bulk
            }
        }
        self.manifest = manifest
        version = manifest.version ?? (source.contains(OneRosterTable.roles.fileName) ? .v1p2 : .v1p1)
        modes = Self.modes(manifest, version, source, findings)
    }

    /// Reads all files and answers what became of them.
    package func read(into sink: some OneRosterSink) -> OneRosterReport {
        readOrgs(sink)
        readSessions(sink)
        readCourses()
        readClasses(sink)
        readUsers(sink)
        readRoles(sink)
        checkPeople()
        readEnrollments(sink)
        return OneRosterReport(
            format: "oneroster", path: source.path, version: version, systemName: manifest.systemName,
            systemCode: manifest.systemCode,
            files: OneRosterTable.all(in: version).map { table in
                files[table]
                    ?? OneRosterFileReport(
                        file: table.fileName, mode: modes[table] ?? .absent, rows: 0, accepted: 0, refused: 0)
            },
            understood: counts, findings: findings.report)
    }

    /// Opens one file, when it is there and its header can be understood, and has `body` read its rows.
    func readTable(_ table: OneRosterTable, _ body: (OneRosterTableReader) -> Void) {
        guard let mode = modes[table], mode != .absent else { return }
        do throws(SourceError) {
            guard let stream = try source.open(table.fileName) else { return }
            let cells = try CSVReader(
                file: table.fileName, stream: stream, encoding: encoding, limits: limits, findings: findings)
            guard let rows = OneRosterTableReader(cells, table, version: version, mode: mode) else { return }
            body(rows)
            counts.passwordsDropped += rows.secretsDropped
            files[table] = OneRosterFileReport(
                file: table.fileName, mode: mode, rows: rows.rows, accepted: rows.accepted,
                refused: rows.refused)
        } catch {
            findings.add(.fileBroken, file: table.fileName, error.message)
        }
    }

    /// Takes the key of a row into a table; nil when it is blank or was there, and the row must be refused.
    @inline(__always)
    func admit(_ rows: OneRosterTableReader, _ column: Int, into table: inout KeyTable) -> UInt32? {
        guard let key = rows.key(column) else {
            rows.cells.report(.valueBlank, column: column, "A row needs a sourcedId.")
            return nil
        }
        if rows.rows == 1000 { table.reserve(rows.cells.expectedRows(after: 1000)) }
        guard let number = table.insert(key) else {
            rows.cells.report(
                .duplicateKey, column: column, "The sourcedId was there before; the first row was read.")
            return nil
        }
        return number
    }

    /// Tells the sink of a refused row whose key is readable and new; always false, since the row is refused.
    func refuse(
        _ rows: OneRosterTableReader, _ column: Int, _ table: KeyTable, _ sink: some OneRosterSink
    ) -> Bool {
        if let key = rows.key(column), !table.contains(key) {
            sink.keep(rows.kind, sourcedID: rows.cells.text(column), line: rows.cells.line)
        }
        return false
    }

    /// The number of the row that a cell refers to; nil when there is none, which is a finding where the set must
    /// hold it.
    @inline(__always)
    func refer(
        _ rows: OneRosterTableReader, _ column: Int, to table: KeyTable, of kind: OneRosterTable,
        isRequired: Bool = false
    ) -> UInt32? {
        guard let key = rows.key(column) else {
            if isRequired {
                rows.cells.report(
                    .valueMissing, column: column < 0 ? nil : column, "A key of \(kind.rawValue) is missing.")
            }
            return nil
        }
        if let number = table.number(of: key) { return number }
        if modes[kind] == .bulk {
            rows.cells.report(.dangling, column: column, "\(kind.fileName) has no row with this key.")
        }
        return nil
    }
}

extension OneRosterReader {
    /// Settles how each file is taken from what the manifest says and what lies there.
    private static func modes(
        _ manifest: OneRosterManifest, _ version: OneRosterVersion, _ source: OneRosterSource,
        _ findings: FindingLog
    ) -> [OneRosterTable: OneRosterMode] {
        var modes: [OneRosterTable: OneRosterMode] = [:]
        let known = OneRosterTable.all(in: version)
        for table in OneRosterTable.allCases {
            let isThere = source.contains(table.fileName)
            let file = table.fileName
            switch manifest.modes[table] {
            case nil:
                if isThere, table.isRead {
                    findings.add(
                        .manifestUndeclared, file: file,
                        "The manifest does not say how to take the file; not read.")
                } else if known.contains(table), manifest.version != nil {
                    findings.add(
                        .manifestIncomplete, file: "manifest.csv",
                        "Add file.\(table.rawValue), absent if there is none.")
                }
            case .absent?:
                if isThere {
                    findings.add(
                        .manifestAbsent, file: file, "The manifest calls the file absent; it was not read.")
                }
            case let mode?:
                guard isThere || !table.isRead else {
                    findings.add(
                        .manifestFileMissing, file: file, "The manifest promises the file, but it is missing."
                    )
                    continue
                }
                if !table.isRead {
                    findings.add(.fileNotRead, file: file, "Muster does not need the file; it was not read.")
                }
                modes[table] = mode
            }
        }
        return modes
    }
}
