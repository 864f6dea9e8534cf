import Foundation
import GRDB
package import MusterCore
package import MusterLog

extension DirectoryDatabase: SessionStore {
    package func saveEnrolment(_ enrolment: Enrolment) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO enrolment VALUES (?, ?, ?, ?, NULL)",
                arguments: [
                    Data(enrolment.secret.bytes), enrolment.person.text, enrolment.site.text,
                    enrolment.expires.milliseconds,
                ])
        }
    }

    package func enrolment(
        _ secret: SecretDigest, at now: Instant
    ) async throws(DirectoryError) -> EnrolmentState {
        try await read { db in try Self.enrolment(secret, at: now, db) }
    }

    package func redeem(
        _ secret: SecretDigest, as session: DeviceSession, replacing old: DeviceID?, at now: Instant
    ) async throws(DirectoryError) -> Enrolment? {
        try await write { db -> Enrolment? in
            guard case .open(let enrolment) = try Self.enrolment(secret, at: now, db) else { return nil }
            try db.execute(
                sql: "UPDATE enrolment SET used = ? WHERE secret = ?",
                arguments: [now.milliseconds, Data(secret.bytes)])
            // Old links are kept for a week, so that whoever opens one is told what became of it.
            try db.execute(
                sql: "DELETE FROM enrolment WHERE expires <= ?",
                arguments: [(now + .minutes(-7 * 24 * 60)).milliseconds])
            try db.execute(
                sql: """
                    INSERT INTO session (secret, device, person, site, created, expires, command_post)
                    VALUES (?, ?, ?, ?, ?, ?, 0)
                    """,
                arguments: [
                    Data(session.secret.bytes), session.device.text, enrolment.person.text,
                    enrolment.site.text, session.created.milliseconds, session.expires.milliseconds,
                ])
            if let old {
                try Self.revoke(old, at: now, db)
                // The same person on the same device is there; another one says nothing of whom it was before.
                try db.execute(
                    sql: """
                        UPDATE session SET command_post = 0, post_heard = ?
                        WHERE device = ? AND person = ? AND command_post
                        """,
                    arguments: [now.milliseconds, old.text, enrolment.person.text])
            }
            return enrolment
        }
    }

    package func session(_ secret: SecretDigest) async throws(DirectoryError) -> DeviceSession? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM session WHERE secret = ?", arguments: [Data(secret.bytes)]
            ).map(DeviceSession.init)
        }
    }

    package func session(of device: DeviceID) async throws(DirectoryError) -> DeviceSession? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM session WHERE device = ?", arguments: [device.text]
            ).map(DeviceSession.init)
        }
    }

    package func sessions(at site: SiteID) async throws(DirectoryError) -> [DeviceSession] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM session WHERE site = ? ORDER BY created DESC", arguments: [site.text]
            ).map(DeviceSession.init)
        }
    }

    package func renew(
        _ device: DeviceID, at now: Instant, until: Instant
    ) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "UPDATE session SET seen = ?, expires = ? WHERE device = ? AND revoked IS NULL",
                arguments: [now.milliseconds, until.milliseconds, device.text])
        }
    }

    package func revoke(_ device: DeviceID, at now: Instant) async throws(DirectoryError) {
        try await write { db in try Self.revoke(device, at: now, db) }
    }

    private static func revoke(_ device: DeviceID, at now: Instant, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE session SET revoked = ? WHERE device = ? AND revoked IS NULL",
            arguments: [now.milliseconds, device.text])
    }

    package func setCommandPost(
        _ device: DeviceID, _ isPost: Bool, heard: Instant?
    ) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE session SET command_post = ?, post_heard = coalesce(?, post_heard) WHERE device = ?
                    """,
                arguments: [isPost, heard?.milliseconds, device.text])
        }
    }

    package func commandPosts(at site: SiteID) async throws(DirectoryError) -> [DeviceSession] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM session WHERE site = ? AND post_heard IS NOT NULL",
                arguments: [site.text]
            ).map(DeviceSession.init)
        }
    }

    private static func enrolment(
        _ secret: SecretDigest, at now: Instant, _ db: Database
    ) throws -> EnrolmentState {
        let found = try Row.fetchOne(
            db, sql: "SELECT * FROM enrolment WHERE secret = ?", arguments: [Data(secret.bytes)])
        guard let row = found else { return .unknown }
        let used: Int64? = row["used"]
        guard used == nil else { return .used }
        let expires = Instant(milliseconds: row["expires"])
        guard now < expires else { return .expired }
        return .open(
            Enrolment(
                secret: secret, person: try row.id("person"), site: try row.id("site"), expires: expires))
    }
}

extension DeviceSession {
    fileprivate init(_ row: Row) throws {
        let secret: Data = row["secret"]
        let revoked: Int64? = row["revoked"]
        let seen: Int64? = row["seen"]
        let heard: Int64? = row["post_heard"]
        self.init(
            secret: SecretDigest(stored: Array(secret)), device: try row.id("device"),
            person: try row.id("person"), site: try row.id("site"),
            created: Instant(milliseconds: row["created"]), expires: Instant(milliseconds: row["expires"]),
            seen: seen.map(Instant.init(milliseconds:)), revoked: revoked.map(Instant.init(milliseconds:)),
            isCommandPost: row["command_post"], postHeard: heard.map(Instant.init(milliseconds:)))
    }
}
