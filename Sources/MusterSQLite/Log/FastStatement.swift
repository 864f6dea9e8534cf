import GRDB
import GRDBSQLite
import MusterCore

/// A prepared statement of GRDB's cache, bound and stepped through SQLite's own calls.
///
/// The log binds a handful of columns thousands of times a second; GRDB's argument lists cost more than the
/// insert. It lives inside one access to the database and is reset before use.
struct FastStatement {
    private let db: Database
    private let statement: Statement

    init(_ db: Database, _ sql: String) throws {
        self.db = db
        self.statement = try db.cachedStatement(sql: sql)
        unsafe sqlite3_reset(statement.sqliteStatement)
    }

    // MARK: Binding, from 1

    func bind(_ index: Int32, _ value: Int64) throws {
        try check(unsafe sqlite3_bind_int64(statement.sqliteStatement, index, value))
    }

    func bind<Kind>(_ index: Int32, _ id: ID<Kind>) throws {
        try bind(index, text: Array(id.text.utf8))
    }

    func bind(_ index: Int32, text: [UInt8]) throws {
        guard !text.isEmpty else {
            // An empty array may have no address, and SQLite takes that for NULL.
            return try check(unsafe sqlite3_bind_text(statement.sqliteStatement, index, "", 0, Self.copied))
        }
        let code = unsafe text.withUnsafeBufferPointer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                unsafe sqlite3_bind_text(
                    statement.sqliteStatement, index, characters.baseAddress, Int32(characters.count),
                    Self.copied)
            }
        }
        try check(code)
    }

    func bind(_ index: Int32, blob: [UInt8]) throws {
        guard !blob.isEmpty else {
            return try check(unsafe sqlite3_bind_zeroblob(statement.sqliteStatement, index, 0))
        }
        let code = unsafe blob.withUnsafeBytes { bytes in
            unsafe sqlite3_bind_blob(
                statement.sqliteStatement, index, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
        try check(code)
    }

    func bindNull(_ index: Int32) throws {
        try check(unsafe sqlite3_bind_null(statement.sqliteStatement, index))
    }

    // MARK: Stepping

    /// Steps to the next row; `false` when there is none.
    func step() throws -> Bool {
        let code = unsafe sqlite3_step(statement.sqliteStatement)
        if code == SQLITE_ROW { return true }
        unsafe sqlite3_reset(statement.sqliteStatement)
        guard code == SQLITE_DONE else { throw error(code) }
        return false
    }

    /// Runs a statement that has no rows.
    func run() throws {
        _ = try step()
    }

    /// Gives up the rows that are left, so that the statement holds no lock.
    func finish() {
        unsafe sqlite3_reset(statement.sqliteStatement)
    }

    // MARK: Columns, from 0

    func integer(_ column: Int32) -> Int64 {
        unsafe sqlite3_column_int64(statement.sqliteStatement, column)
    }

    func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_NULL
    }

    /// The bytes of a text or blob.
    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(statement.sqliteStatement, column) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(statement.sqliteStatement, column))
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
    private static var copied: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw error(code) }
    }

    private func error(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
    }
}
