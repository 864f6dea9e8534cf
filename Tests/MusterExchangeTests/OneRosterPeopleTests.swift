import MusterExchange
import MusterLog
import Testing

/// People: guardians from both directions, two accounts of one person, and passwords that reach nobody.
struct OneRosterPeopleTests {
    @Test func relationsAreTheUnionOfBothDirections() throws {
        // In the fixture u1 names u3, u2 names u3, and u3 names both.
        #expect(try RosterFixture.v1p2.check().understood.relations == 2)
        // In 1.1 only u1 names u3, while u3 names both.
        #expect(try RosterFixture.v1p1.check().understood.relations == 2)
    }

    @Test func onlyOneSideOfARelationIsAStudent() throws {
        let set = RosterFixture.v1p2.adding(
            "users.csv", RosterFixture.user("u6", "Finn", "Alder", agents: "u1")
        )
        .adding("roles.csv", "r6,,,u6,primary,student,,,s1,")
        let report = try set.check()
        #expect(report.findings(.relationOdd).first?.line == 7)
        #expect(report.understood.relations == 2)
    }

    @Test func twoAccountsOfOnePersonAreProposedForMerging() throws {
        let set = RosterFixture.v1p1.adding(
            "users.csv", "u8,,,true,s2,parent,dara1,,Dara,Teachwell,,14,,,,,,")
        let report = try set.check()
        #expect(report.findings(.doubleAccount).first?.line == 6)
        #expect(report.understood.doubleAccounts == 1)
        #expect(report.findings(.doubleAccount).first?.message.contains("line 5") == true)
    }

    @Test(arguments: [RosterFixture.v1p1, .v1p2])
    func passwordsAreNowhereInTheResult(_ base: RosterFixture) async throws {
        let secret = "S3cret!pass"
        let column = base.files["users.csv"]?.contains("pronouns") == true ? 15 : 17
        var set = base
        let lines = (base.files["users.csv"] ?? "").split(separator: "\r\n").enumerated().map { index, line in
            guard index > 0 else { return String(line) }
            let row = Self.cells(String(line))
            return row.enumerated().map { $0.offset == column ? secret : $0.element }.joined(separator: ",")
        }
        // Two rows whose cells are shifted, so that the secret stands under another column's name.
        let shifted = lines[1].replacing("u1,", with: "u98,,", maxReplacements: 1)
        let lost = lines[1].replacing("u1,,", with: "u99,", maxReplacements: 1)
        set.files["users.csv"] = (lines + [shifted, lost]).joined(separator: "\r\n") + "\r\n"
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for (name, text) in set.files { try folder.write(name, Array(text.utf8)) }
        let directory = InMemoryDirectory()
        let report = try await RosterImport.run(path: folder.path, into: directory.roster)
        #expect(report.outcome == .applied)
        #expect(report.read.understood.passwordsDropped >= 4)
        #expect(try !report.read.json().contains(secret))
        #expect(!report.read.text.contains(secret))
        let held = try await directory.roster.roster(of: directory.source)
        #expect(held.people.count >= 4)
        #expect(!String(describing: held).contains(secret))
        #expect(!String(describing: report).contains(secret))
    }

    /// The cells of a line without doubled quotes, each as it is written.
    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" { isQuoted.toggle() }
            if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
