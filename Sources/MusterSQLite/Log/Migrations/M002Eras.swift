import GRDB

/// The eras of each stream: where the log stood at each start of a server.
enum M002Eras {
    static let identifier = "002 eras"

    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE era (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    stream TEXT NOT NULL,
                    id TEXT NOT NULL,
                    position INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX eraByStream ON era (stream, number);
                """)
    }
}
