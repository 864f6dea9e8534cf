import MusterCore
import MusterLog

extension RosterDraft {
    /// Settles what could be told only at the end, and answers what has to be written.
    func plan(read: OneRosterReport, options: RosterImportOptions) -> RosterPlan {
        settleTenants()
        people.changeAll { person in
            person.roles.sort {
                ($0.sourcedID, $0.role.rawValue, $0.tenant) < ($1.sourcedID, $1.role.rawValue, $1.tenant)
            }
        }
        var changes = RosterChanges()
        changes.tenants = tenants.changes()
        changes.terms = terms.changes()
        changes.places = places.changes()
        changes.classes = classes.changes()
        changes.people = people.changes()
        changes.enrollments = enrollments.changes()
        changes.relations = relationChanges()
        let renumbered = reportRenumbering(changes.people)
        return RosterPlan(
            version: version, changes: changes, read: read.with(findings.report),
            removals: removals(options), renumbered: renumbered, mergeProposals: mergeProposals)
    }

    /// Gives every school a property of its own, or the shared one that the set names; a property once given stays.
    private func settleTenants() {
        var sites: [String: SiteID] = [:]
        for (position, label) in siteLabels where !label.isEmpty {
            if let site = tenants.rows[position].site { sites[label] = min(site, sites[label] ?? site) }
        }
        for position in siteLabels.keys.sorted() {
            let label = siteLabels[position] ?? ""
            let row = tenants.rows[position]
            if row.site == nil, row.kind == .school || !label.isEmpty {
                let site: SiteID = sites[label] ?? mint()
                if !label.isEmpty { sites[label] = site }
                tenants.change(position) { $0.site = site }
            }
            let parent = tenants.position(of: parentKeys[position] ?? "").map { tenants.rows[$0].id }
            tenants.change(position) { $0.parent = parent }
        }
    }

    /// The pairs of student and adult: the union of what both sides' rows name.
    private func relationChanges() -> RosterTableChanges<RosterRelation> {
        var relations: Set<RosterRelation> = []
        for person in people.rows where person.isActive {
            for key in person.agentSourcedIDs {
                guard let position = people.position(of: key) else { continue }
                let other = people.rows[position]
                let isStudent = person.isActive(as: .student)
                guard other.isActive, isStudent != other.isActive(as: .student) else { continue }
                relations.insert(
                    RosterRelation(
                        student: isStudent ? person.id : other.id, adult: isStudent ? other.id : person.id))
            }
        }
        let held = Set(heldRelations)
        var changes = RosterTableChanges<RosterRelation>()
        changes.added = relations.subtracting(held).sorted { ($0.student, $0.adult) < ($1.student, $1.adult) }
        changes.deactivated = held.subtracting(relations).sorted {
            ($0.student, $0.adult) < ($1.student, $1.adult)
        }
        changes.unchanged = held.intersection(relations).count
        return changes
    }

    /// Counts who would vanish.
    ///
    /// A student without the role of a student is as lost to a roll call as one without a row.
    private func removals(_ options: RosterImportOptions) -> [RosterRemoval] {
        func removal(of name: String, least: Int, _ counts: (RosterPerson) -> Bool) -> RosterRemoval {
            var before = 0
            var vanishing = 0
            for (position, person) in people.rows.enumerated() {
                guard let held = people.held(at: position), counts(held) else { continue }
                before += 1
                if !counts(person) { vanishing += 1 }
            }
            let isTooMany = vanishing >= least && vanishing * 100 > before * options.removalPercent
            return RosterRemoval(of: name, before: before, vanishing: vanishing, isTooMany: isTooMany)
        }
        return [
            removal(of: "people", least: 1) { $0.isActive },
            removal(of: "students", least: 1) { $0.isActive(as: .student) },
            // A staff of eight loses more than a tenth when one person leaves; a guard that always fires is no guard.
            removal(of: "staff", least: 3) { $0.isActive(as: .staff) },
        ]
    }

    /// Finds people who vanish while another of the same names and the same username, number or address appears.
    private func reportRenumbering(_ changes: RosterTableChanges<RosterPerson>) -> Int {
        guard !changes.deactivated.isEmpty, !changes.added.isEmpty else { return 0 }
        var gone: [String: String] = [:]
        for person in changes.deactivated {
            for mark in marks(of: person) { gone[mark] = person.sourcedID }
        }
        var count = 0
        for person in changes.added {
            guard let old = marks(of: person).lazy.compactMap({ gone[$0] }).first else { continue }
            count += 1
            findings.add(
                .renumbering, file: OneRosterTable.users.fileName,
                "\(old.prefix(60)) vanishes and \(person.sourcedID.prefix(60)) appears with the same names: it looks "
                    + "like a renumbering. Ask the sender to keep the old keys, or the person starts anew.")
        }
        return count
    }

    private func marks(of person: RosterPerson) -> [String] {
        let names = (person.givenName + "\u{1F}" + person.familyName).lowercased()
        return [("u", person.username), ("i", person.identifier), ("e", person.email)]
            .filter { !$0.1.isEmpty }.map { "\($0.0)\u{1F}\($0.1.lowercased())\u{1F}\(names)" }
    }
}

extension OneRosterReport {
    /// The same report with what was found since.
    func with(_ findings: FindingReport) -> OneRosterReport {
        OneRosterReport(
            format: format, path: path, version: version, systemName: systemName, systemCode: systemCode,
            files: files,
            understood: understood, findings: findings)
    }
}
