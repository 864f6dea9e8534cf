import MusterCore
import MusterLog
import MusterSQLite
import Testing

/// A store of plan documents under the contract.
struct PlanStoreFixture: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (TestFolder) throws -> any PlanDocumentStore

    static let all = [
        PlanStoreFixture(testDescription: "in memory") { _ in InMemoryPlanDocuments() },
        PlanStoreFixture(testDescription: "SQLite") { folder in
            try DirectoryDatabase(path: folder.path + "/directory.sqlite")
        },
    ]
}

/// What every store of plan documents keeps.
@Suite struct PlanDocumentContractTests {
    private static let site = ID<Kinds.Site>(random: 1, 2)
    private static let other = ID<Kinds.Site>(random: 3, 4)
    private static let writer = PersonID(random: 5, 6)
    private static let now = Instant(milliseconds: 1_700_000_000_000)

    private func draft(_ number: Int64) -> PlanDocument {
        PlanDocument().draft(number, by: Self.writer, at: Self.now)
    }

    @Test(arguments: PlanStoreFixture.all)
    func keepsEveryVersionNewestFirst(fixture: PlanStoreFixture) async throws {
        let folder = try TestFolder()
        let store = try fixture.make(folder)
        #expect(try await store.planDocuments(of: Self.site).isEmpty)
        for number: Int64 in 1...11 { try await store.keep(draft(number), of: Self.site) }
        try await store.keep(draft(1), of: Self.other)
        #expect(try await store.planDocuments(of: Self.site).map(\.number) == (1...11).reversed())
        #expect(try await store.planDocuments(of: Self.other) == [draft(1)])
    }

    @Test(arguments: PlanStoreFixture.all)
    func refusesAChangeOfWhatChangedMeanwhile(fixture: PlanStoreFixture) async throws {
        let folder = try TestFolder()
        let store = try fixture.make(folder)
        try await store.keep(draft(1), of: Self.site)
        await #expect(throws: DirectoryError.self) { try await store.keep(draft(1), of: Self.site) }
        var mine = draft(1)
        var theirs = draft(1)
        try mine.change(by: Self.writer, at: Self.now) { $0.settings.smallSchool = true }
        try theirs.change(by: Self.writer, at: Self.now) { $0.settings.underAgency = .deputy }
        try await store.keep(mine, of: Self.site)
        await #expect(throws: DirectoryError.self) { try await store.keep(theirs, of: Self.site) }
        #expect(try await store.planDocuments(of: Self.site) == [mine])
    }

    @Test(arguments: PlanStoreFixture.all)
    func neverChangesWhatWasPublished(fixture: PlanStoreFixture) async throws {
        let folder = try TestFolder()
        let store = try fixture.make(folder)
        var document = draft(1)
        try await store.keep(document, of: Self.site)
        try document.submit()
        try await store.keep(document, of: Self.site)
        try document.review(by: nil, at: Self.now, among: [], smallSchool: false)
        try await store.keep(document, of: Self.site)
        try document.approve(by: nil, at: Self.now, [])
        try await store.keep(document, of: Self.site)
        let digest = document.digest
        try document.publish(by: nil, at: Self.now)
        try await store.keep(document, of: Self.site)
        #expect(document.digest == digest && digest.count == 64)
        var forged = document
        forged.revision += 1
        forged.settings.smallSchool = true
        #expect(forged.digest != digest)
        await #expect(throws: DirectoryError.self) { try await store.keep(forged, of: Self.site) }
        try document.supersede(at: Self.now)
        try await store.keep(document, of: Self.site)
        #expect(try await store.planDocuments(of: Self.site).map(\.state) == [.superseded])
    }
}
