import CDropVFS
import Foundation
import MusterCore
import MusterLog
import MusterSQLite
import Testing

/// What the log on SQLite promises beyond the contract.
@Suite struct SQLiteLogTests {
    @Test func aCommitIsOnTheDiskBeforeItIsAnswered() async throws {
        let folder = try TestFolder()
        #expect(try await SQLiteLog(folder: folder.path).durability() == "wal 2")
    }

    @Test func aRestartFindsEverything() async throws {
        let folder = try TestFolder()
        let snapshot = Snapshot(stream: .oak, position: 2, schema: 3, bytes: [7])
        let before: [StoredRecord]
        do {
            let log = try SQLiteLog(folder: folder.path)
            try await log.append(
                .oak, after: 0, [.sample(text: "one"), .sample()], outcome: .sample("c1"))
            try await log.saveSnapshot(snapshot)
            before = try await log.all(.oak)
        }
        let log = try SQLiteLog(folder: folder.path)
        #expect(try await log.all(.oak) == before)
        #expect(try await log.snapshot(.oak) == snapshot)
        #expect(try await log.outcome(.phone, "c1")?.head == before[1].head)
        #expect(try await log.append(.oak, after: 2, [.sample(text: "two")]).head?.position == 3)
        #expect(try await LogVerifier.verify(log, .oak).counts.records == 3)
    }

    @Test func twoConnectionsNeverChainTwoRecordsAtOnePosition() async throws {
        let folder = try TestFolder()
        let first = try SQLiteLog(folder: folder.path)
        let second = try SQLiteLog(folder: folder.path)
        try await first.append(.oak, after: 0, [.sample()])
        try await second.append(.oak, after: 1, [.sample()])
        #expect(try await first.append(.oak, after: 1, [.sample()]) == .conflict(try await second.head(.oak)))
        try await first.append(.oak, after: 2, [.sample()])
        #expect(try await LogVerifier.verify(second, .oak).counts.records == 3)
    }

    @Test func aCopyOfTheLogWithoutTheKeysReadsNoText() async throws {
        let folder = try TestFolder()
        let log = try SQLiteLog(folder: folder.path)
        try await log.append(.oak, after: 0, [.sample(text: "a very private remark")])
        let copy = try SQLiteLog(path: SQLiteLog.path(in: folder.path), keys: InMemoryPartKeys())
        #expect(try await copy.all(.oak)[0].text(NewPart.text) == nil)
        let report = try await LogVerifier.verify(copy, .oak)
        #expect(report.fault == nil)
        #expect(report.counts.locked == 1)
        #expect(try !bytes(in: folder).contains(Array("private".utf8)))
    }

    @Test func anErasedTextAndItsKeyLeaveTheFiles() async throws {
        let folder = try TestFolder()
        let log = try SQLiteLog(folder: folder.path)
        try await log.append(.oak, after: 0, [.sample(text: "a very private remark")])
        let part = try #require(try await log.all(.oak)[0].part(NewPart.text))
        let sealed = try #require(part.stored)
        let key = try #require(part.key)
        #expect(try bytes(in: folder).contains(sealed))
        #expect(try bytes(in: folder).contains(key))
        try await log.erase(.oak, at: 1)
        #expect(try !bytes(in: folder).contains(sealed))
        #expect(try !bytes(in: folder).contains(key))
    }

    @Test func aLogThatHasLostItsKeysDoesNotStart() throws {
        let folder = try TestFolder()
        _ = try SQLiteLog(folder: folder.path)
        try FileManager.default.removeItem(atPath: SQLiteLog.keysPath(in: folder.path))
        let error = #expect(throws: LogError.self) { try SQLiteLog(folder: folder.path) }
        #expect(error?.code == .notFound)
    }

    @Test func aDamagedFileSaysSo() throws {
        let folder = try TestFolder()
        _ = try SQLitePartKeys(path: SQLiteLog.keysPath(in: folder.path))
        try Data(repeating: 0x5A, count: 8192).write(to: URL(fileURLWithPath: folder.file("log.sqlite")))
        let error = #expect(throws: LogError.self) { try SQLiteLog(folder: folder.path) }
        #expect(error?.code == .corrupt)
    }

    @Test func aFileOfANewerMusterIsLeftAlone() throws {
        let folder = try TestFolder()
        _ = try SQLiteLog(folder: folder.path)
        let sql = "INSERT INTO grdb_migrations VALUES ('999 from the future')"
        let code = unsafe drop_vfs_tamper(folder.file("log.sqlite"), sql)
        #expect(code == 0)
        let error = #expect(throws: LogError.self) { try SQLiteLog(folder: folder.path) }
        #expect(error?.code == .newerSchema)
    }

    @Test func aFolderThatCannotBeMadeSaysSo() throws {
        let folder = try TestFolder()
        try Data().write(to: URL(fileURLWithPath: folder.file("file")))
        let error = #expect(throws: LogError.self) { try SQLiteLog(folder: folder.file("file")) }
        #expect(error?.code == .unavailable)
    }

    /// Everything that lies in the folder's files.
    private func bytes(in folder: TestFolder) throws -> [UInt8] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name in
            Array(try Data(contentsOf: URL(fileURLWithPath: folder.file(name))))
        }
    }
}
