import MusterLog

extension OneRosterReader {
    /// Reads who belongs to which class: the largest file of any set.
    func readEnrollments(_ sink: some OneRosterSink) {
        let roles = WordList<EnrollmentRole>()
        var keys = KeyTable(keepsNumbers: false)
        var counted: [EnrollmentRole: Int] = [:]
        var linked = 0
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
            return {
                guard let status = rows.status(), let role = rows.word(roleColumn, roles, "role"),
                    self.admit(rows, key, into: &keys) != nil
                else { return false }
                let user = self.refer(rows, userColumn, to: self.users.keys, of: .users, isRequired: true)
                let schoolClass = self.refer(rows, classColumn, to: self.classes, of: .classes, isRequired: true)
                _ = self.refer(rows, school, to: self.orgs, of: .orgs)
                if status == .active {
                    counted[role, default: 0] += 1
                    if user != nil, schoolClass != nil { linked += 1 }
                }
                sink.take(
                    OneRosterEnrollment(
                        table: rows, keyColumn: key, userColumn: userColumn, classColumn: classColumn, user: user,
                        schoolClass: schoolClass, role: role, isPrimary: rows.flag(primary, "primary"),
                        begin: rows.day(begin, "beginDate"), end: rows.day(end, "endDate"), status: status))
                return true
            }
        }
        counts.enrollments = Dictionary(uniqueKeysWithValues: counted.map { ($0.key.rawValue, $0.value) })
        counts.linkedEnrollments = linked
    }
}
