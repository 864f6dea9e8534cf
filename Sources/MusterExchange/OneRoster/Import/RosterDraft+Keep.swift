import MusterLog

extension RosterDraft {
    /// Leaves what is held for the key of a refused row as it is, so that a misspelt word costs nobody a place on the
    /// roll; a row that was never held stays out.
    func keep(_ table: OneRosterTable, sourcedID: String, line: Int) {
        guard isKept(table, sourcedID) else { return }
        findings.add(
            .rowKept, file: table.fileName, line: line,
            "The row was refused; what the directory holds for its key was left as it is.")
    }

    private func isKept(_ table: OneRosterTable, _ key: String) -> Bool {
        switch table {
        case .orgs: tenants.keep(key) != nil
        case .academicSessions: terms.keep(key) != nil
        case .classes: keepClass(key)
        case .users: keepPerson(key)
        case .roles: keepRole(key)
        case .enrollments: enrollments.keep(key) != nil
        default: false
        }
    }

    private func keepClass(_ key: String) -> Bool {
        guard let position = classes.keep(key) else { return false }
        if let place = classes.rows[position].place,
            let room = places.rows.firstIndex(where: { $0.id == place })
        {
            places.change(room) { $0.isActive = true }
        }
        return true
    }

    /// In edition 1.2 the roles come from a file of their own, which is still to be read.
    private func keepPerson(_ key: String) -> Bool {
        guard let position = people.position(of: key) else { return false }
        let roles = people.rows[position].roles
        guard people.keep(key) != nil else { return false }
        if edition == .v1p2 { people.change(position) { $0.roles = roles } }
        return true
    }

    private func keepRole(_ key: String) -> Bool {
        guard let (position, role) = heldRoles[key] else { return false }
        people.change(position) { person in
            person.roles.removeAll { $0.sourcedID == key }
            person.roles.append(role)
        }
        return true
    }

    /// Where the held roles stand, by their own keys.
    func indexOfHeldRoles() -> [String: (position: Int, role: RosterRole)] {
        var index: [String: (position: Int, role: RosterRole)] = [:]
        for position in people.rows.indices {
            for role in people.held(at: position)?.roles ?? [] where !role.sourcedID.isEmpty {
                index[role.sourcedID] = (position, role)
            }
        }
        return index
    }
}
