import MusterExchange
import MusterLog
import Testing

/// Delta sets: only what they name changes.
struct RosterDeltaTests {
    private let directory = InMemoryDirectory()
    private static let time = "2026-09-01T00:00:00.000Z"

    private func delta(_ table: OneRosterTable, _ rows: String...) -> RosterFixture {
        RosterFixture(files: [
            "manifest.csv": RosterFixture.manifest("1.2", read: [table], mode: .delta),
            table.fileName: ([table.columns(in: .v1p2).joined(separator: ",")] + rows).joined(separator: "\n")
                + "\n",
        ])
    }

    @Test func onlyTheRowsThatAreNamedChange() async throws {
        try await directory.take(.v1p2)
        let before = try await directory.held()
        let report = try await directory.take(
            delta(.users, "u1,active,\(Self.time),true,ada,,Adele,Alder,,,,,,u3,,,,,,,s1,"))
        #expect(report.outcome == .applied)
        #expect(report.changes.first { $0.table == "people" }?.changed == 1)
        let after = try await directory.held()
        #expect(after.people[0].givenName == "Adele")
        #expect(after.people[0].id == before.people[0].id)
        #expect(after.people[0].roles == before.people[0].roles, "roles stand in another file")
        #expect(after.enrollments == before.enrollments)
        #expect(after.relations == before.relations)
    }

    @Test func aRowToBeDeletedGoes() async throws {
        try await directory.take(.v1p2)
        try await directory.take(
            delta(.users, "u1,tobedeleted,\(Self.time),true,ada,,Ada,Alder,,,,,,,,,,,,,,")
        ) { $0.allowRemovals = true }
        let held = try await directory.held()
        #expect(held.people.map(\.isActive) == [false, true, true, true, true])
        #expect(held.relations.count == 1)
    }

    @Test func anEnrollmentFindsItsPeopleInTheDirectory() async throws {
        try await directory.take(.v1p2)
        let report = try await directory.take(
            delta(
                .enrollments, "e9,active,\(Self.time),k2,s1,u2,student,false,,",
                "e1,tobedeleted,\(Self.time),k1,s1,u1,student,false,,",
                "e8,active,\(Self.time),k2,s1,nobody,student,false,,"))
        #expect(report.outcome == .applied)
        #expect(report.read.findings(.notLinked).map(\.line) == [4])
        let held = try await directory.held()
        let added = try #require(held.enrollments.first { $0.sourcedID == "e9" })
        #expect(added.person == held.people[1].id)
        #expect(held.enrollments.first { $0.sourcedID == "e1" }?.isActive == false)
        #expect(held.enrollments.count == 5)
    }

    @Test func aRoleIsKnownByItsOwnKey() async throws {
        try await directory.take(.v1p2)
        try await directory.take(
            delta(
                .roles, "r4,active,\(Self.time),u4,primary,counselor,,,s2,",
                "r5,tobedeleted,\(Self.time),u5,primary,principal,,,s1,"))
        let people = try await directory.held().people
        #expect(people[3].roles.map(\.role) == [.counselor])
        #expect(people[4].roles == [])
    }
}
