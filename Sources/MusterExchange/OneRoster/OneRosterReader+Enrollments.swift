import MusterLog

extension OneRosterReader {
    /// Reads who belongs to which class: the largest file of any set.
    func readEnrollments(_ sink: some OneRosterSink) {
        let roles = WordList<EnrollmentRole>()
        var keys = KeyTable()
        var counted = Tally<EnrollmentRole>()
        var linked = 0
        // Local names for the tables: three million rows would each pay for looking them up in the object.
        let (users, classes, orgs) = (self.users.keys, self.classes, self.orgs)
        readTable(.enrollments) { rows in
            let header = rows.header
            let key = header.position("sourcedId")
            let classColumn = header.position("classSourcedId")
            let school = header.position("schoolSourcedId")
            let userColumn = header.position("userSourcedId")
            let roleColumn = header.position("role")
            let primary = header.position("primary")
            let begin = header.position("beginDate")
            let end = header.position("endDate")
            rows.forEachRow {
                guard let status = rows.status(), let role = rows.word(roleColumn, roles, "role"),
                    admit(rows, key, into: &keys) != nil
                else { return refuse(rows, key, keys, sink) }
                let user = refer(rows, userColumn, to: users, of: .users, isRequired: true)
                let schoolClass = refer(
                    rows, classColumn, to: classes, of: .classes, isRequired: true)
                _ = refer(rows, school, to: orgs, of: .orgs)
                if status == .active {
                    counted.add(role)
                    if user != nil, schoolClass != nil { linked += 1 }
                }
                sink.take(
                    OneRosterEnrollment(
                        table: rows, keyColumn: key, userColumn: userColumn, classColumn: classColumn,
                        user: user,
                        schoolClass: schoolClass, role: role, isPrimary: rows.flag(primary, "primary"),
                        begin: rows.day(begin, "beginDate"), end: rows.day(end, "endDate"), status: status))
                return true
            }
        }
        counts.enrollments = counted.byName
        counts.linkedEnrollments = linked
    }
}
