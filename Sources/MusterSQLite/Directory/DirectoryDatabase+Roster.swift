import GRDB
import MusterCore
package import MusterLog

extension DirectoryDatabase: RosterDirectory {
    package func roster(of source: RosterSource) async throws(DirectoryError) -> RosterSnapshot {
        try await read { db in
            let name = source.name
            func rows<T>(_ sql: String, _ make: (Row) throws -> T) throws -> [T] {
                var found: [T] = []
                let cursor = try Row.fetchCursor(db, sql: sql, arguments: [name])
                while let row = try cursor.next() { found.append(try make(row)) }
                return found
            }
            return RosterSnapshot(
                version: RosterVersion(try Self.version(of: name, db)),
                tenants: try rows(
                    "SELECT * FROM tenant WHERE source = ? ORDER BY sourced", RosterTenant.init),
                terms: try rows("SELECT * FROM term WHERE source = ? ORDER BY sourced", RosterTerm.init),
                places: try rows("SELECT * FROM place WHERE source = ? ORDER BY sourced", RosterPlace.init),
                classes: try rows("SELECT * FROM class WHERE source = ? ORDER BY sourced", RosterClass.init),
                people: try rows("SELECT * FROM person WHERE source = ? ORDER BY sourced") { row in
                    try RosterPerson(row, roles: Self.roles(of: row["id"], db))
                },
                enrollments: try rows(
                    "SELECT * FROM enrollment WHERE source = ? ORDER BY sourced", RosterEnrollment.init),
                relations: try rows(
                    "SELECT * FROM relation WHERE source = ? ORDER BY student, adult", RosterRelation.init))
        }
    }

    package func apply(
        _ changes: RosterChanges, of source: RosterSource, at version: RosterVersion
    ) async throws(DirectoryError) -> RosterVersion {
        try await write { db in
            guard try Self.version(of: source.name, db) == version.number else {
                throw DirectoryError(
                    .stale, "The roster of \(source.name) changed meanwhile; import it again.")
            }
            guard !changes.isEmpty else { return version }
            let writer = RosterWriter(db: db, source: source.name)
            try writer.write(changes)
            try db.execute(
                sql: "INSERT OR REPLACE INTO source VALUES (?, ?)",
                arguments: [source.name, version.number + 1])
            try db.execute(sql: "UPDATE version SET number = number + 1")
            return RosterVersion(version.number + 1)
        }
    }

    package func person(
        _ sourcedID: String, of source: RosterSource
    ) async throws(DirectoryError) -> RosterPerson? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM person WHERE source = ? AND sourced = ?",
                arguments: [source.name, sourcedID]
            ).map { try RosterPerson($0, roles: Self.roles(of: $0["id"], db)) }
        }
    }

    package func place(
        _ sourcedID: String, of source: RosterSource
    ) async throws(DirectoryError) -> RosterPlace? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM place WHERE source = ? AND sourced = ?",
                arguments: [source.name, sourcedID]
            ).map(RosterPlace.init)
        }
    }

    package func schoolClass(
        _ sourcedID: String, of source: RosterSource
    ) async throws(DirectoryError) -> RosterClass? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM class WHERE source = ? AND sourced = ?",
                arguments: [source.name, sourcedID]
            ).map(RosterClass.init)
        }
    }

    private static func version(of source: String, _ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT version FROM source WHERE name = ?", arguments: [source]) ?? 0
    }

    private static func roles(of person: String, _ db: Database) throws -> [RosterRole] {
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM person_role WHERE person = ? ORDER BY ordinal")
        return try Row.fetchAll(statement, arguments: [person]).map(RosterRole.init)
    }
}
