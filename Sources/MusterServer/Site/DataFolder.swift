import Foundation
import Glibc
import MusterLog
package import MusterSQLite

/// The data folder, held by one process: a second writer would decide on a state that is no longer true.
///
/// The hold is the system's own lock on the file `lock`, so it ends with the process, however that ends. The file says
/// who holds it.
package final class DataFolder: Sendable {
    /// The folder.
    package let path: String
    private let file: Int32

    /// Makes the folder where there is none, and holds it for a purpose such as `serve`.
    /// - Throws: ``SetupError`` when another process holds it, or when it belongs to another user.
    package init(_ path: String, for purpose: String) throws(SetupError) {
        try Self.make(path)
        // What this process writes from here on is the operator's alone, whatever the shell or the unit file says.
        umask(0o077)
        let file = unsafe open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw SetupError("\(path)/lock cannot be opened (\(errno)): look at the rights of the folder.")
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.text(of: file)
            close(file)
            throw SetupError(
                "The data folder \(path) is in use by \(holder.isEmpty ? "another process" : holder). "
                    + "Only one process may write to it: stop that one first, between incidents.")
        }
        self.path = path
        self.file = file
        let text = Array("process \(getpid()) (muster \(purpose))".utf8)
        _ = ftruncate(file, 0)
        _ = unsafe text.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    deinit {
        close(file)
    }

    /// The folder of a site that is there already, for commands that write to the directory alone: SQLite's own
    /// locks guard that file, and a running server looks at its version.
    /// - Throws: ``SetupError`` when there is no directory in it, or when it belongs to another user.
    package static func directory(in path: String) throws -> DirectoryDatabase {
        let file = path + "/directory.sqlite"
        guard hasDirectory(path) else {
            throw SetupError(
                "There is no \(file). Name the data folder with --data or MUSTER_DATA, "
                    + "or make a site in it: muster site add ID --name NAME.")
        }
        try requireOwner(of: path)
        return try DirectoryDatabase(path: file)
    }

    /// Whether people and places were put in it before.
    package static func hasDirectory(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/directory.sqlite")
    }

    private static func make(_ path: String) throws(SetupError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw SetupError("The data folder \(path) cannot be made: \(error.localizedDescription)")
        }
        try requireOwner(of: path)
    }

    /// What root makes in the folder of a service's user, the service cannot open.
    private static func requireOwner(of path: String) throws(SetupError) {
        guard geteuid() == 0, let facts = try? FileManager.default.attributesOfItem(atPath: path),
            let owner = facts[.ownerAccountName] as? String, owner != "root"
        else { return }
        throw SetupError(
            "The data folder \(path) belongs to the user \(owner), and root would leave files in it that "
                + "\(owner) cannot open. Run the same as that user: runuser -u \(owner) -- muster ...")
    }

    private static func text(of file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe pread(file, $0.baseAddress, $0.count, 0)
        }
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}

extension Server.Stores {
    /// The stores in a data folder, which is held as long as they are.
    package init(_ folder: DataFolder) throws {
        let directory = try DirectoryDatabase(path: folder.path + "/directory.sqlite")
        self.init(
            log: try SQLiteLog(folder: folder.path),
            marks: try FileDecisionMarks(path: folder.path + "/deciding"), directory: directory,
            sessions: directory, time: WallClock(), folder: folder)
    }
}
