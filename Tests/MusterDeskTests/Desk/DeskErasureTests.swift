import Foundation
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import Testing

/// A text that was erased is nowhere any more: not in the parts, not in a snapshot, not in what SQLite leaves behind.
struct DeskErasureTests {
    private static let words = "Quixotic-zephyr-and-a-name"

    @Test(arguments: LogKind.allCases)
    func aSnapshotHoldsNoWordsAndAStartFindsThemAgain(_ kind: LogKind) async throws {
        let school = try DeskFixture(kind)
        let (desk, _) = try await noted(school)
        let snapshot = try #require(await desk.snapshot)
        #expect(!String(decoding: snapshot.bytes, as: UTF8.self).contains(Self.words))
        try await school.log.saveSnapshot(snapshot)
        let again = try await school.start()
        #expect(await again.replica == (await desk.replica))
        #expect(await again.replica.timeline.contains { $0.text == Self.words })
    }

    @Test func theWordsAreInNoFileBeforeAndAfterErasing() async throws {
        let school = try DeskFixture(.sqlite)
        let (desk, position) = try await noted(school)
        try await school.log.saveSnapshot(try #require(await desk.snapshot))
        #expect(try filesWithWords(school) == [])
        let erased = try await desk.submit(
            school.envelope(.eraseText(position: position), "erase"), by: DeskFixture.office)
        #expect(erased.outcome.isAccepted)
        #expect(try filesWithWords(school) == [])
        #expect(try await text(at: position, school) == nil)
        // Nor can a snapshot from before bring them back.
        #expect(!(try await school.start().replica.timeline.contains { $0.text != nil }))
    }

    @Test(arguments: LogKind.allCases)
    func whatWasErasedByWordOnlyIsErasedAtTheNextStart(_ kind: LogKind) async throws {
        let school = try DeskFixture(kind)
        let (_, position) = try await noted(school)
        // The process ends after the record is durable and before the deed.
        var desk = try await Desk.load(DeskFixture.site, from: school.log)
        let decision = desk.decide(
            school.envelope(.eraseText(position: position), "erase"), by: DeskFixture.office,
            at: school.time.wall)
        _ = try await school.log.append([decision.append])
        #expect(try await text(at: position, school) == Self.words)
        let again = try await school.start()
        #expect(try await text(at: position, school) == nil)
        #expect(!(await again.replica.timeline.contains { $0.text != nil }))
    }

    @Test func anErasureThatFailsIsMadeUpForAndNoSnapshotIsKeptMeanwhile() async throws {
        let school = try DeskFixture()
        let (desk, position) = try await noted(school)
        school.log.failErasing(1)
        await #expect(throws: LogError.self) {
            try await desk.submit(
                school.envelope(.eraseText(position: position), "erase"), by: DeskFixture.office)
        }
        #expect(await desk.snapshot == nil)
        try await desk.tick()
        #expect(try await text(at: position, school) == nil)
        #expect(await desk.snapshot != nil)
    }

    /// A desk with an open incident and a note; gives the note's position.
    private func noted(_ school: DeskFixture) async throws -> (SiteDesk, Int64) {
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let answer = try await desk.submit(
            school.note(try await desk.incident().id, Self.words, "note"), by: DeskFixture.staff())
        guard case .accepted(_, let position, _) = answer.outcome else { throw CancellationError() }
        return (desk, position)
    }

    private func text(at position: Int64, _ school: DeskFixture) async throws -> String? {
        let stored = try await school.log.read(DeskFixture.site.retyped(), after: position - 1, limit: 1)
        return try #require(stored.first).decodedRecord().text
    }

    /// The files of the log that have the words somewhere in their bytes.
    private func filesWithWords(_ school: DeskFixture) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(atPath: school.folder)
        try #require(files.contains("log.sqlite-wal"))
        return try files.filter {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: school.folder + "/" + $0))
            return bytes.range(of: Data(Self.words.utf8)) != nil
        }
    }
}
