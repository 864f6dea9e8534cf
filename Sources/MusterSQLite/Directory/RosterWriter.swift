import GRDB
import MusterCore
import MusterLog

/// Writes the changes of one import inside the transaction at hand.
struct RosterWriter {
    let db: Database
    let source: String

    func write(_ changes: RosterChanges) throws {
        try each(changes.tenants.written, "INSERT OR REPLACE INTO tenant VALUES (?,?,?,?,?,?,?,?,?)") {
            [
                source, $0.sourcedID, $0.id.text, $0.site?.text, $0.name, $0.kind.rawValue, $0.identifier,
                $0.parent?.text, $0.isActive,
            ]
        }
        try each(changes.terms.written, "INSERT OR REPLACE INTO term VALUES (?,?,?,?,?,?,?)") {
            [source, $0.sourcedID, $0.title, $0.kind.rawValue, $0.begin?.number, $0.end?.number, $0.isActive]
        }
        try each(
            changes.places.written,
            """
            INSERT INTO place (source, sourced, id, tenant, name, active) VALUES (?,?,?,?,?,?)
            ON CONFLICT (source, sourced) DO UPDATE SET tenant = excluded.tenant, name = excluded.name,
            active = excluded.active
            """
        ) { [source, $0.sourcedID, $0.id.text, $0.tenant.text, $0.name, $0.isActive] }
        try each(changes.classes.written, "INSERT OR REPLACE INTO class VALUES (?,?,?,?,?,?,?,?,?,?,?)") {
            [
                source, $0.sourcedID, $0.id.text, $0.tenant.text, $0.title, $0.code, $0.kind.rawValue,
                $0.place?.text, $0.termSourcedIDs.column, $0.periods.column, $0.isActive,
            ]
        }
        try write(changes.people.written)
        try each(changes.enrollments.written, "INSERT OR REPLACE INTO enrollment VALUES (?,?,?,?,?,?,?,?,?)")
        {
            [
                source, $0.sourcedID, $0.person.text, $0.schoolClass.text, $0.role.rawValue, $0.isPrimary,
                $0.begin?.number, $0.end?.number, $0.isActive,
            ]
        }
        try each(changes.relations.added, "INSERT OR REPLACE INTO relation VALUES (?,?,?)") {
            [source, $0.student.text, $0.adult.text]
        }
        try each(
            changes.relations.deactivated,
            "DELETE FROM relation WHERE source = ? AND student = ? AND adult = ?"
        ) { [source, $0.student.text, $0.adult.text] }
    }

    private func write(_ people: [RosterPerson]) throws {
        try each(
            people,
            """
            INSERT INTO person (source, sourced, id, given, family, username, identifier, email, sms, phone,
            grades, agents, active) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)
            ON CONFLICT (source, sourced) DO UPDATE SET given = excluded.given, family = excluded.family,
            username = excluded.username, identifier = excluded.identifier, email = excluded.email,
            sms = excluded.sms, phone = excluded.phone, grades = excluded.grades, agents = excluded.agents,
            active = excluded.active
            """
        ) {
            [
                source, $0.sourcedID, $0.id.text, $0.givenName, $0.familyName, $0.username, $0.identifier,
                $0.email, $0.sms, $0.phone, $0.grades.column, $0.agentSourcedIDs.column, $0.isActive,
            ]
        }
        let forget = try db.cachedStatement(sql: "DELETE FROM person_role WHERE person = ?")
        let add = try db.cachedStatement(sql: "INSERT INTO person_role VALUES (?,?,?,?,?,?,?,?,?)")
        for person in people {
            try forget.execute(arguments: [person.id.text])
            for (ordinal, role) in person.roles.enumerated() {
                try add.execute(arguments: [
                    person.id.text, ordinal, role.sourcedID, role.tenant.text, role.role.rawValue,
                    role.role.standing.rawValue, role.isPrimary, role.begin?.number, role.end?.number,
                ])
            }
        }
    }

    private func each<T>(_ rows: [T], _ sql: String, _ values: (T) -> StatementArguments) throws {
        guard !rows.isEmpty else { return }
        let statement = try db.cachedStatement(sql: sql)
        for row in rows { try statement.execute(arguments: values(row)) }
    }
}
