import GRDB
package import MusterCore
package import MusterLog

extension DirectoryDatabase: ArmedRegister {
    package func registerSetting(of site: SiteID) async throws(DirectoryError) -> RegisterSetting {
        try await read { db in
            let body = try String.fetchOne(
                db, sql: "SELECT body FROM register_setting WHERE site = ?", arguments: [site.text])
            return try body.map { try RegisterSetting.decoded(Array($0.utf8)) } ?? RegisterSetting()
        }
    }

    package func setRegister(
        _ setting: RegisterSetting, at site: SiteID, _ look: RegisterLook
    ) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO register_setting VALUES (?, ?)",
                arguments: [site.text, Self.text(setting)])
            if !setting.isAllowed {
                try db.execute(sql: "DELETE FROM armed_adult WHERE site = ?", arguments: [site.text])
            }
            try Self.write(look, at: site, db)
            // Whom it names sees the way to it from now on.
            try Self.raise(db)
        }
    }

    package func armedAdults(of site: SiteID) async throws(DirectoryError) -> [ArmedAdult] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT body FROM armed_adult WHERE site = ? ORDER BY id", arguments: [site.text]
            ).map { try ArmedAdult.decoded(Array($0.utf8)) }
        }
    }

    package func keepArmedAdult(
        _ adult: ArmedAdult, at site: SiteID, _ look: RegisterLook
    ) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO armed_adult VALUES (?, ?, ?)",
                arguments: [site.text, adult.id.text, Self.text(adult)])
            try Self.write(look, at: site, db)
        }
    }

    package func removeArmedAdult(
        _ id: ArmedAdultID, at site: SiteID, _ look: RegisterLook
    ) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM armed_adult WHERE site = ? AND id = ?", arguments: [site.text, id.text])
            try Self.write(look, at: site, db)
        }
    }

    package func note(_ look: RegisterLook, at site: SiteID) async throws(DirectoryError) {
        try await write { db in try Self.write(look, at: site, db) }
    }

    package func registerLooks(
        of site: SiteID, last count: Int
    ) async throws(DirectoryError) -> [RegisterLook] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT body FROM register_look WHERE site = ? ORDER BY ordinal DESC LIMIT ?",
                arguments: [site.text, count]
            ).map { try RegisterLook.decoded(Array($0.utf8)) }
        }
    }

    private static func write(_ look: RegisterLook, at site: SiteID, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO register_look (site, body) VALUES (?, ?)",
            arguments: [site.text, text(look)])
    }

    private static func text(_ value: some WireValue) -> String {
        String(decoding: value.encoded(), as: UTF8.self)
    }
}
