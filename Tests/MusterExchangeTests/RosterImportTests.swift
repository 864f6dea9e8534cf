import MusterCore
import MusterExchange
import MusterLog
import Testing

/// A directory in memory and the feed that tests import into it.
struct InMemoryDirectory {
    let roster = InMemoryRosterDirectory()
    let source = RosterSource("oneroster")

    /// Imports a set.
    @discardableResult
    func take(
        _ set: RosterFixture, _ change: (inout RosterImportOptions) -> Void = { _ in }
    ) async throws -> RosterImportReport {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for (name, text) in set.files { try folder.write(name, Array(text.utf8)) }
        var options = RosterImportOptions()
        change(&options)
        return try await RosterImport.run(path: folder.path, into: roster, options: options)
    }

    /// What is held.
    func held() async throws -> RosterSnapshot { try await roster.roster(of: source) }
}

/// From a set to the directory and back again.
struct RosterImportTests {
    private let base = RosterFixture.v1p2
    private let directory = InMemoryDirectory()

    @Test func peoplePlacesAndClassesComeToStand() async throws {
        let report = try await directory.take(base)
        #expect(report.outcome == .applied)
        let held = try await directory.held()
        #expect(held.people.map(\.sourcedID) == ["u1", "u2", "u3", "u4", "u5"])
        #expect(
            held.people.map { $0.roles.first?.role } == [.student, .student, .parent, .teacher, .principal])
        #expect(held.places.map(\.name) == ["Room 12"], "two spellings of one room are one place")
        #expect(held.classes.map(\.place) == [held.places[0].id, held.places[0].id])
        #expect(held.relations.count == 2)
        #expect(held.enrollments.count == 4)
        #expect(held.tenants.map { $0.site == nil } == [true, false, false])
        #expect(held.tenants[1].parent == held.tenants[0].id)
    }

    @Test func idsAreRandomAndNeverASourcedID() async throws {
        try await directory.take(base)
        let other = InMemoryDirectory()
        try await other.take(base)
        let (mine, theirs) = (try await directory.held().people, try await other.held().people)
        #expect(Set(mine.map(\.id)).isDisjoint(with: theirs.map(\.id)))
        #expect(mine.allSatisfy { $0.id.text != $0.sourcedID && $0.id.text.count == 16 })
    }

    @Test func importingAgainChangesNothing() async throws {
        try await directory.take(base)
        let before = try await directory.held()
        let report = try await directory.take(base)
        #expect(report.outcome == .unchanged)
        let after = try await directory.held()
        #expect(after.version == before.version)
        #expect(after.people == before.people)
        #expect(report.changes.first { $0.table == "people" }?.unchanged == 5)
    }

    @Test func aDryRunWritesNothing() async throws {
        let report = try await directory.take(base) { $0.isDryRun = true }
        #expect(report.outcome == .dryRun)
        #expect(report.changes.first { $0.table == "people" }?.added == 5)
        #expect(try await directory.held().people.isEmpty)
    }

    @Test func whoComesBackGetsTheSameID() async throws {
        try await directory.take(base)
        let before = try await directory.held().people
        let without = base.replacing("users.csv", RosterFixture.user("u5", "Edda", "Headley") + "\r\n", "")
        try await directory.take(without) { $0.allowRemovals = true }
        #expect(try await directory.held().people.map(\.isActive) == [true, true, true, true, false])
        try await directory.take(base)
        #expect(try await directory.held().people == before)
    }

    @Test func theGuardRefusesWhenTooManyVanish() async throws {
        try await directory.take(base)
        let before = try await directory.held()
        let without = base.replacing(
            "users.csv", RosterFixture.user("u2", "Ben", "Alder", agents: "u3") + "\r\n", "")
        let report = try await directory.take(without)
        #expect(report.outcome == .refused)
        #expect(report.reason?.contains("1 of 5 active people would vanish") == true)
        #expect(try await directory.held().people == before.people)
        #expect(try await directory.take(without) { $0.removalPercent = 60 }.outcome == .applied)
    }

    @Test func aStudentWithoutTheRoleOfAStudentCountsAsVanished() async throws {
        try await directory.take(base)
        let report = try await directory.take(
            base.replacing("roles.csv", "r2,,,u2,primary,student,,,s1,\r\n", ""))
        #expect(report.outcome == .refused)
        #expect(report.reason?.contains("active students") == true)
    }

    @Test func oneMisspeltWordMakesNobodyVanish() async throws {
        try await directory.take(base)
        let before = try await directory.held()
        let damaged = base.replacing("users.csv", "u1,,", "u1,activ,").replacing(
            "roles.csv", "r2,,,u2,primary,student", "r2,,,u2,primary,studnt"
        )
        .replacing(
            "classes.csv", "k2,,,\"Reading, first\",,c1,R1,scheduled", "k2,,,\"Reading, first\",,c1,R1,lesson"
        )
        .replacing("enrollments.csv", "e1,,,k1,s1,u1,student", "e1,,,k1,s1,u1,pupil")
        let report = try await directory.take(damaged)
        #expect(report.read.findings(.rowKept).count == 4)
        #expect(report.outcome == .unchanged)
        let after = try await directory.held()
        #expect(after.people == before.people)
        #expect(after.classes == before.classes)
        #expect(after.enrollments == before.enrollments)
    }

    @Test func aBlockedSetIsRefused() async throws {
        let report = try await directory.take(base.replacing("orgs.csv", "sourcedId,status", "id,status"))
        #expect(report.outcome == .refused)
        #expect(try await directory.held().people.isEmpty)
    }

    @Test func newKeysForTheSamePeopleLookLikeARenumbering() async throws {
        try await directory.take(base)
        var renumbered = base
        for file in ["users.csv", "roles.csv", "enrollments.csv"] {
            renumbered.files[file] = renumbered.files[file]?.replacing("u1", with: "n1").replacing(
                "u2", with: "n2")
        }
        let report = try await directory.take(renumbered)
        #expect(report.outcome == .refused)
        #expect(report.renumbered == 2)
        #expect(report.read.findings(.renumbering).count == 2)
        #expect(report.reason?.contains("renumbering") == true)
    }

    @Test func anotherFeedIsNotTouched() async throws {
        try await directory.take(base)
        try await directory.take(RosterFixture.v1p1) { $0.source = RosterSource("second") }
        #expect(try await directory.held().people.allSatisfy(\.isActive))
    }

    @Test func aPlanOnOldRowsIsStale() async throws {
        let old = try await directory.held()
        try await directory.take(base)
        var changes = RosterChanges()
        changes.people.added = [RosterPerson(id: PersonID(random: 1, 2), sourcedID: "x")]
        await #expect(throws: DirectoryError.self) {
            _ = try await directory.roster.apply(changes, of: directory.source, at: old.version)
        }
        #expect(try await directory.roster.person("x", of: directory.source) == nil)
    }

    @Test func bodiesThatShareAPropertyShareASite() async throws {
        let shared = base.replacing("orgs.csv", "parentSourcedId", "parentSourcedId,metadata.musterSite")
            .replacing("orgs.csv", "district,D,", "district,D,,").replacing(
                "orgs.csv", "1001,d1", "1001,d1,hill"
            )
            .replacing("orgs.csv", "1002,d1", "1002,d1,hill")
        try await directory.take(shared)
        let tenants = try await directory.held().tenants
        #expect(tenants[1].site != nil)
        #expect(tenants[1].site == tenants[2].site)
    }
}
