import Foundation
import GRDB
package import MusterLog

/// A copy of the files of a data folder, made while a server may write to them.
package enum DataCopy {
    /// Copies log, keys and directory into a folder that is made for them; other users cannot read it.
    ///
    /// The keys come after the log, so that every text of the copied log has its key there, or was erased meanwhile.
    /// Each copy is one file without a write-ahead log beside it, and is on the disk when this returns.
    package static func make(of folder: String, to target: String) throws(LogError) {
        guard FileManager.default.fileExists(atPath: SQLiteLog.path(in: folder)) else {
            throw LogError(.notFound, "there is no log in \(folder)")
        }
        do {
            try FileManager.default.createDirectory(
                atPath: target, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw LogError(.unavailable, "the folder \(target) cannot be made", cause: error)
        }
        for name in ["log.sqlite", "keys.sqlite", "directory.sqlite"] {
            let file = folder + "/" + name
            guard FileManager.default.fileExists(atPath: file) else { continue }
            try copy(file, to: target + "/" + name)
        }
    }

    private static func copy(_ file: String, to target: String) throws(LogError) {
        let queue = try SQLiteFile.openForReading(file)
        try SQLiteFile.translating(target) {
            // Outside a transaction, as VACUUM has to be.
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: target))
            defer { handle.closeFile() }
            try handle.synchronize()
        }
    }
}
