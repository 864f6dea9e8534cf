import GRDB

/// The key file's first schema.
enum M001PartKeys {
    static let identifier = "001 part keys"

    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE partKey (
                    name BLOB PRIMARY KEY,
                    key BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                """)
    }
}

/// All migrations of the key file, in order.
enum PartKeysMigrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(M001PartKeys.identifier, migrate: M001PartKeys.migrate)
        return migrator
    }
}
