import MusterLog

extension OneRosterReader {
    /// Reads the people; in edition 1.1 their roles stand here too.
    func readUsers(_ sink: some OneRosterSink) {
        let roles = WordList<PersonRole>()
        let hasRoles = version == .v1p1
        let orgs = self.orgs
        var index = OneRosterUserIndex()
        var active = 0
        readTable(.users) { rows in
            let columns = OneRosterUserColumns(rows.header)
            rows.forEachRow {
                let status = rows.status()
                let role = hasRoles && status != nil ? rows.word(columns.role, roles, "role") : nil
                guard let status, !hasRoles || role != nil,
                    let number = admit(rows, columns.sourcedId, into: &index.keys)
                else { return refuse(rows, columns.sourcedId, index.keys, sink) }
                _ = rows.flag(columns.enabledUser, "enabledUser")
                _ = refer(rows, columns.primaryOrg, to: orgs, of: .orgs)
                let other = remember(rows, columns, number, status, in: &index)
                sink.take(OneRosterUser(table: rows, columns: columns, number: number, status: status))
                if let role {
                    index.add(role, to: number)
                    takeRoles(rows, columns, number, role, status, sink)
                }
                if let other { sink.proposeMerge(other, number) }
                if status == .active { active += 1 }
                return true
            }
        }
        users = index
        counts.users = active
    }

    /// Notes what later checks need, and answers another user who looks like the same person.
    @inline(__always)
    private func remember(
        _ rows: OneRosterTableReader, _ columns: OneRosterUserColumns, _ number: UInt32,
        _ status: OneRosterStatus, in users: inout OneRosterUserIndex
    ) -> UInt32? {
        let line = UInt32(truncatingIfNeeded: rows.cells.line)
        users.lines.append(line)
        users.roles.append(0)
        users.isDeleted.append(status == .tobedeleted)
        let given = rows.key(columns.givenName)?.low ?? 0
        let family = rows.key(columns.familyName)?.low ?? 0
        users.names.append(given &* 3 ^ family)
        rows.forEachKey(columns.agents) { key in
            users.mentions.append(.init(user: number, line: line, other: key))
        }
        guard status == .active, let username = rows.key(columns.username),
            let other = users.owner(ofUsername: username, for: number),
            users.names[Int(other)] == users.names[Int(number)]
        else { return nil }
        counts.doubleAccounts += 1
        rows.cells.report(
            .doubleAccount, column: columns.username,
            "Same name and username as line \(users.lines[Int(other)]): probably one person with two roles. "
                + "Merge them in Muster; until then both are listed.")
        return other
    }

    private func takeRoles(
        _ rows: OneRosterTableReader, _ columns: OneRosterUserColumns, _ number: UInt32, _ role: PersonRole,
        _ status: OneRosterStatus, _ sink: some OneRosterSink
    ) {
        checkList(rows, columns.orgSourcedIds, in: orgs, of: .orgs)
        for org in rows.cells.list(columns.orgSourcedIds) {
            sink.take(
                OneRosterRole(
                    table: rows, userColumn: columns.sourcedId, keyColumn: -1, user: number,
                    orgSourcedID: org,
                    role: role, isPrimary: true, begin: nil, end: nil, status: status))
        }
    }

    /// Reads the roles of edition 1.2.
    func readRoles(_ sink: some OneRosterSink) {
        let roles = WordList<PersonRole>()
        let types = WordList<OneRosterRoleType>()
        var keys = KeyTable()
        var index = users
        users = OneRosterUserIndex()
        let orgs = self.orgs
        defer { users = index }
        readTable(.roles) { rows in
            let header = rows.header
            let key = header.position("sourcedId")
            let userColumn = header.position("userSourcedId")
            let roleColumn = header.position("role")
            let typeColumn = header.position("roleType")
            let org = header.position("orgSourcedId")
            let begin = header.position("beginDate")
            let end = header.position("endDate")
            rows.forEachRow {
                guard let status = rows.status(), let role = rows.word(roleColumn, roles, "role"),
                    admit(rows, key, into: &keys) != nil
                else { return refuse(rows, key, keys, sink) }
                let type =
                    rows.cells.isBlank(typeColumn) ? .primary : rows.word(typeColumn, types, "roleType")
                let user = refer(rows, userColumn, to: index.keys, of: .users, isRequired: true)
                _ = refer(rows, org, to: orgs, of: .orgs, isRequired: true)
                if let user, status == .active { index.add(role, to: user) }
                sink.take(
                    OneRosterRole(
                        table: rows, userColumn: userColumn, keyColumn: key, user: user,
                        orgSourcedID: rows.cells.text(org), role: role, isPrimary: type != .secondary,
                        begin: rows.day(begin, "beginDate"), end: rows.day(end, "endDate"), status: status))
                return true
            }
        }
    }

    /// Checks what can be told only when all users and roles are known.
    func checkPeople() {
        counts.people = users.countByRole()
        let file = OneRosterTable.users.fileName
        let knowsRoles = version == .v1p1 || modes[.roles] == .bulk
        if modes[.users] == .bulk, knowsRoles {
            for user in users.roles.indices where users.roles[user] == 0 && !users.isDeleted[user] {
                findings.add(
                    .withoutRole, file: file, line: Int(users.lines[user]),
                    "The person has no role, so nobody can tell student from teacher.")
            }
        }
        var pairs = KeyTable()
        for mention in users.mentions {
            guard let other = users.keys.number(of: mention.other) else {
                if modes[.users] == .bulk {
                    findings.add(
                        .dangling, file: file, line: Int(mention.line),
                        "agentSourcedIds names a key that users.csv does not have.")
                }
                continue
            }
            let isStudent = users.isStudent(mention.user)
            guard isStudent != users.isStudent(other) else {
                findings.add(
                    .relationOdd, file: file, line: Int(mention.line),
                    "agentSourcedIds names someone, but not one of the two alone is a student; left out.")
                continue
            }
            let student = isStudent ? mention.user : other
            let adult = isStudent ? other : mention.user
            let pair = UInt64(student) << 32 | UInt64(adult)
            // A pair is its own exact key; the multiplication only spreads it over the slots.
            _ = pairs.insert(
                RosterKey(low: pair, high: UInt32(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32)))
        }
        counts.relations = pairs.count
    }
}

/// Which of a person's roles at one place is the main one.
enum OneRosterRoleType: String, CaseIterable {
    case primary
    case secondary
}
