import GRDB
package import MusterCore
package import MusterLog

extension DirectoryDatabase: DutyDirectory {
    package func duty(of site: SiteID) async throws(DirectoryError) -> [DutyRow] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, origin, body FROM duty WHERE site = ? ORDER BY id",
                arguments: [site.text]
            ).map { try DutyRow($0) }
        }
    }

    package func putDuty(_ rows: [DutyRow], at site: SiteID) async throws(DirectoryError) {
        try await write { db in
            for row in rows {
                let isThere = try Self.isThere(row, site, db)
                if !isThere { try Self.put(row, site, db) }
            }
            try Self.raise(db)
        }
    }

    /// Whether a row of the same origin that says the same is there under another id: a form sent twice is one row.
    private static func isThere(_ row: DutyRow, _ site: SiteID, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM duty WHERE site = ? AND origin = ? AND body = ? AND id <> ?)
                AND NOT EXISTS (SELECT 1 FROM duty WHERE site = ? AND id = ?)
                """,
            arguments: [
                site.text, row.origin, String(decoding: row.entry.encoded(), as: UTF8.self),
                row.id.text, site.text, row.id.text,
            ]) ?? false
    }

    package func removeDuty(_ ids: [DutyID], at site: SiteID) async throws(DirectoryError) {
        try await write { db in
            for id in ids { try Self.remove(id, site, db) }
            try Self.raise(db)
        }
    }

    package func replaceDuty(
        from origins: [String], with rows: [DutyRow], at site: SiteID
    ) async throws(DirectoryError) {
        try await write { db in
            for origin in origins {
                try db.execute(
                    sql: """
                        DELETE FROM duty_person WHERE site = ? AND duty IN
                        (SELECT id FROM duty WHERE site = ? AND origin = ?)
                        """, arguments: [site.text, site.text, origin])
                try db.execute(
                    sql: "DELETE FROM duty WHERE site = ? AND origin = ?", arguments: [site.text, origin])
            }
            for row in rows { try Self.put(row, site, db) }
            try Self.raise(db)
        }
    }

    package func forgetDuty(of person: PersonID) async throws(DirectoryError) {
        try await write { db in
            let sql = """
                SELECT duty.* FROM duty JOIN duty_person
                ON duty_person.site = duty.site AND duty_person.duty = duty.id WHERE duty_person.person = ?
                """
            for found in try Row.fetchAll(db, sql: sql, arguments: [person.text]) {
                let row = try DutyRow(found)
                let site: SiteID = try found.id("site")
                if let left = row.entry.forgetting(person) {
                    try Self.put(DutyRow(row.id, left, origin: row.origin), site, db)
                } else {
                    try Self.remove(row.id, site, db)
                }
            }
            try Self.raise(db)
        }
    }

    package func zone(of site: SiteID) async throws(DirectoryError) -> String? {
        try await read { db in
            try String.fetchOne(
                db, sql: "SELECT zone FROM duty_zone WHERE site = ?", arguments: [site.text])
        }
    }

    package func setZone(
        _ name: String?, of site: SiteID, moved: [DutyRow]
    ) async throws(DirectoryError) {
        try await write { db in
            for row in moved { try Self.put(row, site, db) }
            if let name {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO duty_zone VALUES (?, ?)", arguments: [site.text, name])
            } else {
                try db.execute(sql: "DELETE FROM duty_zone WHERE site = ?", arguments: [site.text])
            }
            try Self.raise(db)
        }
    }

    private static func put(_ row: DutyRow, _ site: SiteID, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM duty_person WHERE site = ? AND duty = ?", arguments: [site.text, row.id.text])
        try db.execute(
            sql: "INSERT OR REPLACE INTO duty (site, id, kind, origin, body) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                site.text, row.id.text, row.entry.wireCase.rawValue, row.origin,
                String(decoding: row.entry.encoded(), as: UTF8.self),
            ])
        for person in row.entry.people {
            try db.execute(
                sql: "INSERT OR REPLACE INTO duty_person (person, site, duty) VALUES (?, ?, ?)",
                arguments: [person.text, site.text, row.id.text])
        }
    }

    private static func remove(_ id: DutyID, _ site: SiteID, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM duty_person WHERE site = ? AND duty = ?", arguments: [site.text, id.text])
        try db.execute(
            sql: "DELETE FROM duty WHERE site = ? AND id = ?", arguments: [site.text, id.text])
    }
}

extension DutyRow {
    fileprivate init(_ row: Row) throws {
        let body: String = row["body"]
        do {
            self.init(
                try row.id("id"), try DutyEntry.decoded(Array(body.utf8)), origin: row["origin"])
        } catch let error as WireError {
            throw DirectoryError(
                .corrupt, "A row of the duty data cannot be read: \(error.message).", cause: error)
        }
    }
}
