import Foundation
import GRDB
package import MusterLog

/// The directory on SQLite: people, places, sites, sessions.
///
/// One file apart from the log, so that it can forget.
package final class DirectoryDatabase: Sendable {
    let pool: DatabasePool

    /// Opens or makes the directory's file.
    /// - Throws: ``DirectoryError`` with what to do, when the file is damaged, newer than this version or unreachable.
    package init(path: String) throws(DirectoryError) {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.maximumReaderCount = 4
            // What is forgotten is overwritten, not only let go.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL when it opens a pool; a sign-in that was answered must survive the machine too.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try DirectoryMigrations.all.migrate(pool)
        } catch {
            throw DirectoryError(
                .unavailable,
                "The directory at \(path) cannot be opened: \(error). Restore it from a backup.",
                cause: error)
        }
    }

    func read<T: Sendable>(_ body: @Sendable @escaping (Database) throws -> T) async throws(DirectoryError)
        -> T
    {
        do { return try await pool.read(body) } catch { throw Self.translated(error) }
    }

    func write<T: Sendable>(_ body: @Sendable @escaping (Database) throws -> T) async throws(DirectoryError)
        -> T
    {
        do { return try await pool.write(body) } catch { throw Self.translated(error) }
    }

    private static func translated(_ error: any Error) -> DirectoryError {
        if let known = error as? DirectoryError { return known }
        return DirectoryError(.unavailable, "The directory cannot be reached: \(error)", cause: error)
    }
}
