import GRDB

/// The numbered steps from an empty directory to today's tables.
///
/// Append only.
enum DirectoryMigrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 roster") { try $0.execute(sql: roster) }
        migrator.registerMigration("002 sites") { try $0.execute(sql: sites) }
        migrator.registerMigration("003 sessions") { try $0.execute(sql: sessions) }
        migrator.registerMigration("004 used enrolments") {
            try $0.execute(sql: "ALTER TABLE enrolment ADD COLUMN used INTEGER")
        }
        migrator.registerMigration("005 roles end") { db in
            try db.execute(sql: "ALTER TABLE site_role ADD COLUMN tenant TEXT")
            try db.execute(sql: "ALTER TABLE site_role ADD COLUMN until INTEGER")
        }
        migrator.registerMigration("006 sessions seen") {
            try $0.execute(sql: "ALTER TABLE session ADD COLUMN seen INTEGER")
        }
        migrator.registerMigration("007 duty") { try $0.execute(sql: duty) }
        migrator.registerMigration("008 plan documents") {
            try $0.execute(
                sql: """
                    CREATE TABLE plan_document (
                        site TEXT NOT NULL, number INTEGER NOT NULL, document TEXT NOT NULL,
                        PRIMARY KEY (site, number)) WITHOUT ROWID
                    """)
        }
        migrator.registerMigration("009 coverage notes") {
            try $0.execute(
                sql: """
                    CREATE TABLE coverage_note (
                        site TEXT NOT NULL, finding TEXT NOT NULL, body TEXT NOT NULL,
                        PRIMARY KEY (site, finding)) WITHOUT ROWID
                    """)
        }
        migrator.registerMigration("010 armed register") { try $0.execute(sql: register) }
        migrator.registerMigration("011 posts heard") {
            try $0.execute(sql: "ALTER TABLE session ADD COLUMN post_heard INTEGER")
        }
        return migrator
    }

    private static let roster = """
        CREATE TABLE source (name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE tenant (
            source TEXT NOT NULL, sourced TEXT NOT NULL, id TEXT NOT NULL UNIQUE, site TEXT, name TEXT NOT NULL,
            kind TEXT NOT NULL, identifier TEXT NOT NULL, parent TEXT, active INTEGER NOT NULL,
            PRIMARY KEY (source, sourced)) WITHOUT ROWID;
        CREATE TABLE term (
            source TEXT NOT NULL, sourced TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
            first INTEGER, last INTEGER, active INTEGER NOT NULL,
            PRIMARY KEY (source, sourced)) WITHOUT ROWID;
        CREATE TABLE place (
            source TEXT NOT NULL, sourced TEXT NOT NULL, id TEXT NOT NULL UNIQUE, tenant TEXT NOT NULL,
            name TEXT NOT NULL, door TEXT, active INTEGER NOT NULL,
            PRIMARY KEY (source, sourced)) WITHOUT ROWID;
        CREATE TABLE class (
            source TEXT NOT NULL, sourced TEXT NOT NULL, id TEXT NOT NULL UNIQUE, tenant TEXT NOT NULL,
            title TEXT NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL, place TEXT, terms TEXT NOT NULL,
            periods TEXT NOT NULL, active INTEGER NOT NULL,
            PRIMARY KEY (source, sourced)) WITHOUT ROWID;
        CREATE TABLE person (
            source TEXT NOT NULL, sourced TEXT NOT NULL, id TEXT NOT NULL UNIQUE, given TEXT NOT NULL,
            family TEXT NOT NULL, username TEXT NOT NULL, identifier TEXT NOT NULL, email TEXT NOT NULL,
            sms TEXT NOT NULL, phone TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', grades TEXT NOT NULL,
            agents TEXT NOT NULL, active INTEGER NOT NULL,
            PRIMARY KEY (source, sourced)) WITHOUT ROWID;
        CREATE TABLE person_role (
            person TEXT NOT NULL, ordinal INTEGER NOT NULL, sourced TEXT NOT NULL, tenant TEXT NOT NULL,
            role TEXT NOT NULL, standing TEXT NOT NULL, is_primary INTEGER NOT NULL, first INTEGER, last INTEGER,
            PRIMARY KEY (person, ordinal)) WITHOUT ROWID;
        CREATE INDEX person_role_tenant ON person_role (tenant, standing);
        CREATE TABLE enrollment (
            source TEXT NOT NULL, sourced TEXT NOT NULL, person TEXT NOT NULL, class TEXT NOT NULL,
            role TEXT NOT NULL, is_primary INTEGER NOT NULL, first INTEGER, last INTEGER, active INTEGER NOT NULL,
            PRIMARY KEY (source, sourced)) WITHOUT ROWID;
        CREATE INDEX enrollment_class ON enrollment (class, role);
        CREATE TABLE relation (
            source TEXT NOT NULL, student TEXT NOT NULL, adult TEXT NOT NULL,
            PRIMARY KEY (source, student, adult)) WITHOUT ROWID;
        """

    private static let sites = """
        CREATE TABLE site (id TEXT PRIMARY KEY, card TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE site_tenant (tenant TEXT PRIMARY KEY, site TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE site_role (
            site TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL,
            PRIMARY KEY (site, person, role)) WITHOUT ROWID;
        CREATE TABLE version (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL);
        INSERT INTO version VALUES (1, 1);
        """

    private static let sessions = """
        CREATE TABLE enrolment (
            secret BLOB PRIMARY KEY, person TEXT NOT NULL, site TEXT NOT NULL, expires INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE session (
            secret BLOB PRIMARY KEY, device TEXT NOT NULL UNIQUE, person TEXT NOT NULL, site TEXT NOT NULL,
            created INTEGER NOT NULL, expires INTEGER NOT NULL, revoked INTEGER, command_post INTEGER NOT NULL)
            WITHOUT ROWID;
        CREATE INDEX session_site ON session (site, created);
        """

    private static let duty = """
        CREATE TABLE duty (
            site TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, origin TEXT NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (site, id)) WITHOUT ROWID;
        CREATE INDEX duty_origin ON duty (site, origin);
        CREATE TABLE duty_person (
            person TEXT NOT NULL, site TEXT NOT NULL, duty TEXT NOT NULL,
            PRIMARY KEY (person, site, duty)) WITHOUT ROWID;
        CREATE INDEX duty_person_row ON duty_person (site, duty);
        CREATE TABLE duty_zone (site TEXT PRIMARY KEY, zone TEXT NOT NULL) WITHOUT ROWID;
        """

    /// Who looked is only ever added to: the database itself refuses anything else.
    private static let register = """
        CREATE TABLE register_setting (site TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE armed_adult (
            site TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (site, id)) WITHOUT ROWID;
        CREATE TABLE register_look (
            ordinal INTEGER PRIMARY KEY AUTOINCREMENT, site TEXT NOT NULL, body TEXT NOT NULL);
        CREATE INDEX register_look_site ON register_look (site, ordinal);
        CREATE TRIGGER register_look_stays BEFORE DELETE ON register_look
            BEGIN SELECT RAISE(ABORT, 'the record of looks is only added to'); END;
        CREATE TRIGGER register_look_stands BEFORE UPDATE ON register_look
            BEGIN SELECT RAISE(ABORT, 'the record of looks is only added to'); END;
        """
}
