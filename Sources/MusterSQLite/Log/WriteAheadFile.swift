import Foundation
import GRDB
import GRDBSQLite
import MusterLog

/// The write-ahead log's file, laid out before it is used and kept when the log is closed.
///
/// A flush of a file that grows also waits for the file system's own journal; one of bytes that are there does not.
/// SQLite reads frames up to the first that is not of its current round, so zeros behind them mean nothing to it.
enum WriteAheadFile {
    /// Pages after which SQLite moves what was written into the database.
    static let pagesPerRound = 4000
    /// A round's size: each page with its frame header, and the file's own header.
    static let bytes = pagesPerRound * (4096 + 24) + 32

    /// Keeps the file when the last connection closes, where the VFS can: it only saves time.
    static func keep(_ db: Database) throws {
        var keeps: Int32 = 1
        let code = unsafe sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &keeps)
        guard code == SQLITE_OK || code == SQLITE_NOTFOUND else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    /// Whether no such file is there, or none that SQLite would read: one that lacks the first byte of its mark.
    static func isBlank(for path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path + "-wal") else { return true }
        defer { file.closeFile() }
        return file.readData(ofLength: 1).first != 0x37
    }

    /// Fills the file up to a round's size, where it is smaller; a file under another VFS is left as it is.
    static func layOut(for path: String) throws {
        guard !path.hasPrefix("file:") else { return }
        let url = URL(fileURLWithPath: path + "-wal")
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        let file = try FileHandle(forWritingTo: url)
        defer { file.closeFile() }
        var size = Int(try file.seekToEnd())
        guard size < bytes else { return }
        let zeros = Data(count: 1 << 20)
        while size < bytes {
            try file.write(contentsOf: zeros.prefix(bytes - size))
            size += min(zeros.count, bytes - size)
        }
        try file.synchronize()
    }
}
