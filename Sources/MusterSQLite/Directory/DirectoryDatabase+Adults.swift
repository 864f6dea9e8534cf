import GRDB
package import MusterCore
package import MusterLog

extension DirectoryDatabase {
    package func adults(of site: SiteID, at now: Instant) async throws(DirectoryError) -> [SiteAdult] {
        try await read { db in
            var adults: [String: SiteAdult] = [:]
            let staff = """
                SELECT person.*, person_role.role AS word, person_role.tenant AS tenant FROM person_role
                JOIN site_tenant ON site_tenant.tenant = person_role.tenant
                JOIN person ON person.id = person_role.person
                WHERE site_tenant.site = :site AND person_role.standing = 'staff' AND person.active
                AND \(Self.lasts("person_role"))
                ORDER BY person.id, person_role.is_primary DESC
                """
            for row in try Row.fetchAll(db, sql: staff, arguments: Self.arguments(site, now)) {
                var adult = try SiteAdult(row, word: row["word"])
                adult.grants = [RoleGrant(.staff, for: adult.tenant)]
                if adults[adult.person.text] == nil { adults[adult.person.text] = adult }
            }
            let others = """
                SELECT person.*, site_role.role AS given_role, site_role.tenant AS tenant, site_role.until
                FROM site_role JOIN person ON person.id = site_role.person
                WHERE site_role.site = ? AND person.active AND (until IS NULL OR until > ?)
                ORDER BY person.id, given_role
                """
            for row in try Row.fetchAll(db, sql: others, arguments: [site.text, now.milliseconds]) {
                let until: Int64? = row["until"]
                let grant = RoleGrant(
                    try row.name("given_role"), for: try row.optionalID("tenant"),
                    until: until.map(Instant.init(milliseconds:)))
                var adult = try SiteAdult(row, word: "")
                if let known = adults[adult.person.text] { adult = known }
                // Whoever is staff by the roster is so for good, whatever was given beside it.
                if !adult.grants.contains(where: { $0.role == grant.role }) { adult.grants.append(grant) }
                adult.tenant = adult.tenant ?? grant.tenant
                adults[adult.person.text] = adult
            }
            return adults.values.sorted { $0.person < $1.person }
        }
    }

    package func everyAdult() async throws(DirectoryError) -> [SiteAdult] {
        try await read { db in
            let sql = """
                SELECT person.*, person_role.role AS word, person_role.tenant AS tenant FROM person
                LEFT JOIN person_role ON person_role.person = person.id AND person_role.ordinal =
                    (SELECT ordinal FROM person_role WHERE person = person.id AND standing = 'staff'
                    ORDER BY is_primary DESC, ordinal LIMIT 1)
                WHERE person.active AND (person.source = ? OR person_role.person IS NOT NULL)
                ORDER BY family, given, person.id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [Self.noRoster]).map { row in
                try SiteAdult(row, word: row["word"] ?? "")
            }
        }
    }

    package func setRoles(
        _ roles: [Role], of person: PersonID, at site: SiteID
    ) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM site_role WHERE site = ? AND person = ?",
                arguments: [site.text, person.text])
            // Being staff follows from the roster, unless it is given by itself.
            for role in roles where role != .staff { try Self.give(RoleGrant(role), person, site, db) }
            try Self.raise(db)
        }
    }

    package func giveRole(
        _ grant: RoleGrant, to person: PersonID, at site: SiteID
    ) async throws(DirectoryError) {
        try await write { db in
            try Self.give(grant, person, site, db)
            try Self.raise(db)
        }
    }

    package func takeRole(
        _ role: Role, from person: PersonID, at site: SiteID
    ) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM site_role WHERE site = ? AND person = ? AND role = ?",
                arguments: [site.text, person.text, role.rawValue])
            try Self.raise(db)
        }
    }

    package func addAdult(
        _ name: String, title: String, phone: String?
    ) async throws(DirectoryError) -> PersonID {
        let fresh = PersonID.fresh()
        return try await write { db in
            let known = try Row.fetchOne(
                db, sql: "SELECT id FROM person WHERE source = ? AND given = '' AND family = ? AND active",
                arguments: [Self.noRoster, name])
            let person: PersonID = try known?.id("id") ?? fresh
            try db.execute(
                sql: """
                    INSERT INTO person (source, sourced, id, given, family, username, identifier, email, sms,
                    phone, title, grades, agents, active) VALUES (?, ?, ?, '', ?, '', '', '', '', ?, ?,
                    '', '', 1)
                    ON CONFLICT (source, sourced) DO UPDATE SET phone = excluded.phone, title = excluded.title
                    """,
                arguments: [Self.noRoster, person.text, person.text, name, phone ?? "", title])
            try Self.raise(db)
            return person
        }
    }

    /// The source of people whom no roster names.
    private static let noRoster = "muster"

    private static func give(_ grant: RoleGrant, _ person: PersonID, _ site: SiteID, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO site_role (site, person, role, tenant, until) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                site.text, person.text, grant.role.rawValue, grant.tenant?.text, grant.until?.milliseconds,
            ])
    }
}

extension SiteAdult {
    /// A person's row, without roles; `word` is the roster's name of what the person is.
    fileprivate init(_ row: Row, word: String) throws {
        let given: String = row["given"]
        let family: String = row["family"]
        let title: String = row["title"]
        let phone: String = row["phone"]
        let spelled = PersonRole(rawValue: word)?.title ?? word
        self.init(
            person: try row.id("id"), name: given.isEmpty ? family : "\(given) \(family)",
            title: title.isEmpty ? spelled : title,
            tenant: try row.optionalID("tenant"),
            phone: phone.isEmpty ? nil : phone, grants: [], sourced: row["sourced"])
    }
}

extension PersonRole {
    /// The role as pages spell it.
    fileprivate var title: String {
        switch self {
        case .teacher: "Teacher"
        case .aide: "Aide"
        case .proctor: "Proctor"
        case .counselor: "Counselor"
        case .principal: "Principal"
        case .administrator, .siteAdministrator, .districtAdministrator, .systemAdministrator: "Administrator"
        case .student: "Student"
        case .guardian, .parent, .relative: "Family"
        }
    }
}
