import CDropVFS
import MusterCore
import MusterLog
import MusterSQLite
import Testing

/// `Durable`: an answered command survives a crash of process and machine.
@Suite(.serialized) struct DurableTests {
    @Test func nothingAnsweredIsLostWhenTheProcessIsKilled() async throws {
        let folder = try TestFolder()
        var answers: [LoadProcess.Answer] = []
        for kill in 1...20 {
            // 8 streams append at once; where in a group the kill falls differs from run to run.
            let new = try await LoadProcess.run(on: folder.path, killedAfter: 5 + kill * 7 % 23)
            #expect(new.count >= 5 + kill * 7 % 23)
            answers += new
            let log = try SQLiteLog(folder: folder.path)
            #expect(try await lost(answers, from: log) == 0, "kill \(kill)")
            for stream in try await log.streams() {
                let report = try await LogVerifier.verify(log, stream)
                #expect(report.fault == nil, "kill \(kill)")
                #expect(report.counts.locked == 0, "no text has lost its key at kill \(kill)")
            }
        }
    }

    // Serialized: the power of the shim is one for the whole process.
    @Test func nothingAnsweredIsLostWhenThePowerIsCut() async throws {
        #expect(try await lostByPowerCuts(.full) == 0)
    }

    @Test func withoutWaitingForTheDiskTheSameTestFindsALoss() async throws {
        #expect(try await lostByPowerCuts(.unsafeOff) > 0)
    }

    /// Appends, cuts the power and looks again, ten times; returns how many answered appends were gone.
    private func lostByPowerCuts(_ durability: SQLiteDurability) async throws -> Int {
        #expect(drop_vfs_register() == 0)
        let folder = try TestFolder()
        let path = "file:" + folder.file("log.sqlite") + "?vfs=muster-drop"
        let keys = InMemoryPartKeys()
        var missing = 0
        for cut in 1...10 {
            let before = drop_vfs_sync_count()
            let answers = try await answersBeforeCut(path, keys, durability, count: 3 + cut)
            #expect(drop_vfs_restore_power() == 0, "every file is closed")
            if durability == .full { #expect(drop_vfs_sync_count() - before >= 3 + cut) }
            let log = try SQLiteLog(path: path, keys: keys, durability: durability)
            missing += try await lost(answers, from: log)
            for stream in try await log.streams() {
                #expect(try await LogVerifier.verify(log, stream).fault == nil, "cut \(cut)")
            }
        }
        return missing
    }

    /// Appends a few times, cuts the power while the log is open, and closes it; returns what was answered.
    private func answersBeforeCut(
        _ path: String, _ keys: InMemoryPartKeys, _ durability: SQLiteDurability, count: Int
    ) async throws -> [LoadProcess.Answer] {
        let log = try SQLiteLog(path: path, keys: keys, durability: durability)
        var answers: [LoadProcess.Answer] = []
        for _ in 0..<count {
            for stream in [StreamID.oak, .elm] {
                let head = try await log.head(stream)
                let append = StreamAppend(
                    stream, expectedVersion: head.position, records: [.sample(text: "a note")])
                let result = try await log.append([append])[0]
                answers.append(LoadProcess.Answer(stream: stream, head: try #require(result.head)))
            }
        }
        drop_vfs_cut_power()
        return answers
    }

    private func lost(_ answers: [LoadProcess.Answer], from log: SQLiteLog) async throws -> Int {
        var heads: [StreamID: Set<Head>] = [:]
        for stream in try await log.streams() {
            heads[stream] = Set(try await log.all(stream).map(\.head))
        }
        return answers.count { heads[$0.stream]?.contains($0.head) != true }
    }
}
