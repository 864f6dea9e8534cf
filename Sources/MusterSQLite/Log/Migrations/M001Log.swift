import GRDB

/// The log's first schema; a later change is a migration of its own.
///
/// Header and plain parts are stored as text, so that a person with any SQLite tool can read them. Rows lie
/// in the order of stream and position; a stream is a small number in them. Outcomes lie in the order of
/// their coming, so that the oldest are dropped from the front, with a narrow index beside them.
enum M001Log {
    static let identifier = "001 log"

    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE stream (
                    number INTEGER PRIMARY KEY,
                    id TEXT NOT NULL UNIQUE
                ) STRICT;
                CREATE TABLE record (
                    stream INTEGER NOT NULL REFERENCES stream,
                    position INTEGER NOT NULL CHECK (position > 0),
                    digest BLOB NOT NULL,
                    header TEXT NOT NULL,
                    PRIMARY KEY (stream, position)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE part (
                    stream INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    salt BLOB NOT NULL,
                    sealed INTEGER NOT NULL,
                    stored ANY,
                    PRIMARY KEY (stream, position, number)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE outcome (
                    number INTEGER PRIMARY KEY,
                    device TEXT NOT NULL,
                    command TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    stream TEXT NOT NULL,
                    position INTEGER NOT NULL,
                    digest BLOB NOT NULL,
                    bytes BLOB NOT NULL
                ) STRICT;
                CREATE UNIQUE INDEX outcomeByCommand ON outcome (command, device);
                CREATE TABLE snapshot (
                    stream TEXT PRIMARY KEY,
                    position INTEGER NOT NULL,
                    schema INTEGER NOT NULL,
                    bytes BLOB NOT NULL
                ) STRICT;
                """)
    }
}

/// All migrations of the log, in order.
enum LogMigrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(M001Log.identifier, migrate: M001Log.migrate)
        migrator.registerMigration(M002Eras.identifier, migrate: M002Eras.migrate)
        return migrator
    }
}
