import MusterExchange
import Testing

/// What the manifest decides, and what happens when it does not.
struct OneRosterManifestTests {
    private let base = RosterFixture.v1p2

    @Test func aMissingManifestIsReadButNeverImported() throws {
        var set = base
        set.files["manifest.csv"] = nil
        let report = try set.check()
        #expect(report.findings(.manifestMissing).count == 1)
        #expect(!report.findings.isImportPossible)
        #expect(report.version == .v1p2)
        #expect(report.understood.users == 5)
    }

    @Test func aPromisedFileThatIsMissingIsAnError() throws {
        var set = base
        set.files["roles.csv"] = nil
        let report = try set.check()
        #expect(report.findings(.manifestFileMissing).first?.file == "roles.csv")
        #expect(report.status == .hasErrors)
    }

    @Test func aFileCalledAbsentIsNotRead() throws {
        let report = try base.replacing("manifest.csv", "file.courses,bulk", "file.courses,absent").check()
        #expect(report.findings(.manifestAbsent).first?.file == "courses.csv")
        #expect(report.understood.courses == 0)
    }

    @Test func anUndeclaredFileThatIsNeededForbidsAnImport() throws {
        let report = try base.replacing("manifest.csv", "file.roles,bulk\n", "").check()
        #expect(report.findings(.manifestUndeclared).first?.file == "roles.csv")
        #expect(!report.findings.isImportPossible)
    }

    @Test func anUnknownModeOrEditionForbidsAnImport() throws {
        let mode = try base.replacing("manifest.csv", "file.orgs,bulk", "file.orgs,full").check()
        #expect(mode.findings(.manifestMode).count == 1)
        let edition = try base.replacing("manifest.csv", "oneroster.version,1.2", "oneroster.version,2.0")
            .check()
        #expect(edition.findings(.manifestVersion).count == 1)
        #expect(!edition.findings.isImportPossible)
    }

    @Test func anUnmentionedFileOfTheEditionIsAWarning() throws {
        let report = try base.replacing("manifest.csv", "file.results,absent\n", "").check()
        #expect(report.findings(.manifestIncomplete).count == 1)
        #expect(report.status == .clean)
    }

    @Test func filesWithPasswordsAreNotReadAtAll() throws {
        var set = base.replacing("manifest.csv", "file.userProfiles,absent", "file.userProfiles,bulk")
        set.files["userProfiles.csv"] = "sourcedId,password\r\np1,hunter2\r\n"
        let report = try set.check()
        #expect(report.findings(.fileNotRead).first?.file == "userProfiles.csv")
        #expect(try !report.json().contains("hunter2"))
    }

    @Test func aDeltaFileNeedsStatusAndTime() throws {
        let set = base.replacing("manifest.csv", "file.orgs,bulk", "file.orgs,delta")
        let report = try set.check()
        #expect(report.findings(.deltaStatus).count == 3)
        #expect(report.findings(.deltaTime).count == 3)
        #expect(report.understood.orgs == ["district": 1, "school": 2])
    }

    @Test func referencesOutOfADeltaFileAreNotDangling() throws {
        let set = base.replacing("manifest.csv", "file.users,bulk", "file.users,delta")
            .adding("enrollments.csv", "e9,,,k1,s1,elsewhere,student,false,,")
        #expect(try set.check().findings(.dangling) == [])
    }

    @Test func fileNamesAreFoundWhateverTheirCase() throws {
        var set = base
        set.files["Users.CSV"] = set.files.removeValue(forKey: "users.csv")
        let report = try set.check()
        #expect(report.findings(.fileNameCase).first?.file == "Users.CSV")
        #expect(report.understood.users == 5)
    }
}
