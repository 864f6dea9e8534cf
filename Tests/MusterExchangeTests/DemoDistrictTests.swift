import Foundation
import MusterExchange
import MusterLog
import Testing

/// The made-up district that a newcomer meets first.
struct DemoDistrictTests {
    @Test func theDemoSetIsStrictAndImportsWhole() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let written = try DemoDistrict(size: .demo, seed: 7).write(to: folder.path)
        let directory = InMemoryDirectory()
        let report = try await RosterImport.run(path: folder.path, into: directory.roster)
        #expect(report.read.findings.findings == [])
        #expect(report.outcome == .applied)
        #expect(report.read.understood.people["student"] == 2400)
        let held = try await directory.held()
        #expect(held.people.count == written.users)
        let schools = held.tenants.filter { $0.kind == .school }
        #expect(schools.count == 4)
        #expect(Set(schools.compactMap(\.site)).count == 3)
        let related = Set(held.relations.map(\.student))
        #expect(related.count == 2400, "every student has an adult")
        let homerooms = Set(held.classes.filter { $0.kind == .homeroom && $0.place != nil }.map(\.id))
        let housed = held.enrollments.filter { $0.role == .student && homerooms.contains($0.schoolClass) }
        #expect(Set(housed.map(\.person)).count == 2400, "every student has a homeroom with a room")
    }

    @Test func theSameSeedWritesTheSameBytes() throws {
        let folders = [try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder()]
        defer { folders.forEach { $0.remove() } }
        for (folder, seed) in zip(folders, [3, 3, 4] as [UInt64]) {
            _ = try DemoDistrict(size: .demo, seed: seed).write(to: folder.path)
        }
        let users = try folders.map { try Data(contentsOf: URL(fileURLWithPath: $0.path + "/users.csv")) }
        #expect(users[0] == users[1])
        #expect(users[0] != users[2])
    }

    @Test func everyColumnAndEveryLineOfTheManifestIsWritten() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        _ = try DemoDistrict(size: .demo).write(to: folder.path)
        let manifest = try String(contentsOfFile: folder.path + "/manifest.csv", encoding: .utf8)
        for table in OneRosterTable.all(in: .v1p2) {
            #expect(manifest.contains("file.\(table.rawValue),"))
            guard table.isRead else { continue }
            let text = try String(contentsOfFile: "\(folder.path)/\(table.fileName)", encoding: .utf8)
            #expect(text.hasPrefix(table.columns(in: .v1p2).joined(separator: ",")))
        }
    }
}
