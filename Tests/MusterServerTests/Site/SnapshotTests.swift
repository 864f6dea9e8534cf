import MusterCore
import MusterDesk
import MusterLog
import Testing

@testable import MusterServer

struct SnapshotTests {
    @Test func aStartThatFoldedEverythingLeavesASnapshotForTheNext() async throws {
        let school = try await ServerFixture()
        let stream: StreamID = ServerFixture.site.retyped()
        let head = try await school.log.head(stream)
        #expect(head.position > 0)
        #expect(try await school.log.snapshot(stream) == nil)
        let next = SiteRegistry(
            log: school.log, marks: InMemoryDecisionMarks(), books: school.server.books, time: school.time,
            snapshotEvery: 500, logger: school.server.logger)
        try await next.loadAll()
        await next.keepSnapshots()
        #expect(try await school.log.snapshot(stream)?.position == head.position)
    }
}
