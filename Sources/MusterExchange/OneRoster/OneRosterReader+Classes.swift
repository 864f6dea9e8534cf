import MusterLog

extension OneRosterReader {
    /// Reads the stretches of the year.
    func readSessions(_ sink: some OneRosterSink) {
        let kinds = WordList<TermKind>()
        readTable(.academicSessions) { rows in
            let header = rows.header
            let key = header.position("sourcedId")
            rows.forEachRow {
                guard let status = rows.status(),
                    let kind = rows.word(header.position("type"), kinds, "type"),
                    admit(rows, key, into: &sessions) != nil
                else { return refuse(rows, key, sessions, sink) }
                if status == .active { counts.terms += 1 }
                sink.take(
                    OneRosterSession(
                        sourcedID: rows.cells.text(key), status: status,
                        title: rows.cells.text(header.position("title")), kind: kind,
                        begin: rows.day(header.position("startDate"), "startDate"),
                        end: rows.day(header.position("endDate"), "endDate")))
                return true
            }
        }
    }

    /// Reads the courses, only for the keys that classes refer to.
    func readCourses() {
        readTable(.courses) { rows in
            let key = rows.header.position("sourcedId")
            let org = rows.header.position("orgSourcedId")
            rows.forEachRow {
                guard let status = rows.status(), admit(rows, key, into: &courses) != nil else {
                    return false
                }
                _ = refer(rows, org, to: orgs, of: .orgs)
                if status == .active { counts.courses += 1 }
                return true
            }
        }
    }

    /// Reads the classes and the rooms that they name.
    func readClasses(_ sink: some OneRosterSink) {
        let kinds = WordList<ClassKind>()
        var rooms: Set<String> = []
        readTable(.classes) { rows in
            let header = rows.header
            let key = header.position("sourcedId")
            let course = header.position("courseSourcedId")
            let school = header.position("schoolSourcedId")
            let terms = header.position("termSourcedIds")
            let location = header.position("location")
            rows.forEachRow {
                guard let status = rows.status(),
                    let kind = rows.word(header.position("classType"), kinds, "classType"),
                    let number = admit(rows, key, into: &classes)
                else { return refuse(rows, key, classes, sink) }
                _ = refer(rows, course, to: courses, of: .courses)
                _ = refer(rows, school, to: orgs, of: .orgs, isRequired: true)
                checkList(rows, terms, in: sessions, of: .academicSessions)
                let row = OneRosterClass(
                    number: number, line: rows.cells.line, sourcedID: rows.cells.text(key), status: status,
                    title: rows.cells.text(header.position("title")),
                    code: rows.cells.text(header.position("classCode")), kind: kind,
                    location: rows.cells.text(location), schoolSourcedID: rows.cells.text(school),
                    termSourcedIDs: rows.cells.list(terms),
                    periods: rows.cells.list(header.position("periods")))
                if status == .active {
                    counts.classes[kind.rawValue, default: 0] += 1
                    if let room = RosterPlace.normalised(row.location) {
                        rooms.insert(row.schoolSourcedID + "/" + room)
                    }
                }
                sink.take(row)
                return true
            }
        }
        counts.rooms = rooms.count
    }

    /// Reports each key of a list that a bulk file does not have.
    func checkList(_ rows: OneRosterTableReader, _ column: Int, in table: KeyTable, of kind: OneRosterTable) {
        guard modes[kind] == .bulk else { return }
        var missing = 0
        rows.forEachKey(column) { if !table.contains($0) { missing += 1 } }
        if missing > 0 {
            rows.cells.report(
                .dangling, column: column, "\(kind.fileName) lacks \(missing) of the keys named here.")
        }
    }
}
