import Foundation
import MusterCore
import MusterLog
import MusterSQLite
import Testing

/// Reading without writing: a check changes no file, and works where nothing can be written.
@Suite struct SQLiteLogReaderTests {
    @Test func aLogIsReadBesideItsWriter() async throws {
        let folder = try TestFolder()
        let log = try SQLiteLog(folder: folder.path)
        try await log.append(.oak, after: 0, [.sample(text: "one")])
        let reader = try SQLiteLogReader(folder: folder.path)
        try await log.append(.oak, after: 1, [.sample()])
        #expect(try await reader.streams() == [.oak])
        let records = try await reader.read(.oak, after: 0, limit: 10)
        let all = try await log.all(.oak)
        #expect(records == all)
        #expect(try records[0].text(NewPart.text) == "one")
    }

    @Test func aCopyIsOneFileEachAndReadingItMakesNoOther() async throws {
        let folder = try TestFolder()
        let log = try SQLiteLog(folder: folder.path)
        try await log.append(.oak, after: 0, [.sample(text: "one"), .sample()])
        try DataCopy.make(of: folder.path, to: folder.file("copy"))
        try await log.append(.oak, after: 2, [.sample()])
        let reader = try SQLiteLogReader(folder: folder.file("copy"))
        #expect(try await LogVerifier.verify(reader, .oak).counts.records == 2)
        #expect(try await reader.read(.oak, after: 0, limit: 1)[0].text(NewPart.text) == "one")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.file("copy"))
        #expect(Set(files) == ["log.sqlite", "keys.sqlite"])
        let restored = try SQLiteLog(folder: folder.file("copy"))
        #expect(try await restored.append(.oak, after: 2, [.sample()]).head?.position == 3)
    }

    /// A link to nowhere in the place of SQLite's index cannot be opened, no more than on a read-only medium.
    @Test func aFileWithoutAnIndexIsReadWhereNoneCanBeMade() async throws {
        let folder = try TestFolder()
        try await write(folder, erasing: 1)
        try blockIndex(folder)
        let reader = try SQLiteLogReader(path: folder.file("log.sqlite"), keys: InMemoryPartKeys())
        #expect(try await LogVerifier.verify(reader, .oak).counts.records == 2)
    }

    @Test func aWriteAheadLogThatCannotBeReadIsNotPassedOver() async throws {
        let folder = try TestFolder()
        try await write(folder)
        try blockIndex(folder)
        #expect(throws: LogError.self) {
            try SQLiteLogReader(path: folder.file("log.sqlite"), keys: InMemoryPartKeys())
        }
    }

    @Test func whatIsNoLogIsSaidSo() throws {
        let folder = try TestFolder()
        #expect(throws: LogError.self) { try SQLiteLogReader(folder: folder.path) }
        try Data("no database, not at all".utf8).write(to: URL(fileURLWithPath: folder.file("log.sqlite")))
        #expect(throws: LogError.self) { try SQLiteLogReader(folder: folder.path) }
    }

    /// Erasing moves everything from the write-ahead log into the file, and leaves zeros in its place.
    private func write(_ folder: TestFolder, erasing position: Int64? = nil) async throws {
        let log = try SQLiteLog(folder: folder.path)
        try await log.append(.oak, after: 0, [.sample(text: "one"), .sample()])
        if let position { try await log.erase(.oak, at: position) }
    }

    private func blockIndex(_ folder: TestFolder) throws {
        try? FileManager.default.removeItem(atPath: folder.file("log.sqlite-shm"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("log.sqlite-shm"), withDestinationPath: folder.file("nowhere/index"))
    }
}
