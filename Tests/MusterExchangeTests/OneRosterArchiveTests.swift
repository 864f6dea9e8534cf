import MusterExchange
import Testing

/// Zip archives as districts send them, and as nobody should.
struct OneRosterArchiveTests {
    private func check(
        _ zip: ZipFixture, limits: ArchiveLimits = ArchiveLimits()
    ) throws -> OneRosterReport {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("roster.zip", zip.bytes)
        return try CheckOneRoster.run(path: folder.path + "/roster.zip", limits: limits)
    }

    private func zip(in folder: String = "", leavingOut left: String = "") -> ZipFixture {
        var zip = ZipFixture()
        for (name, text) in RosterFixture.v1p2.files.sorted(by: { $0.key < $1.key }) where name != left {
            zip.add(folder + name, text)
        }
        return zip
    }

    @Test func aZipSaysTheSameAsItsFolder() throws {
        let packed = try check(zip())
        let unpacked = try RosterFixture.v1p2.check()
        #expect(packed.understood == unpacked.understood)
        #expect(packed.files == unpacked.files)
        #expect(packed.findings.findings == [])
    }

    @Test func oneEnclosingFolderIsLookedInto() throws {
        var zip = zip(in: "Export 2026/")
        zip.add("__MACOSX/Export 2026/._users.csv", "junk")
        let report = try check(zip)
        #expect(report.understood.users == 5)
        #expect(report.findings.findings.map(\.code) == ["archive.enclosing-folder"])
    }

    @Test(arguments: [
        "../users.csv", "a/../../users.csv", "/etc/users.csv", "C:\\users.csv", "..\\users.csv",
    ])
    func namesThatLeadOutsideAreRefused(_ name: String) throws {
        var zip = zip()
        zip.add(name, "sourcedId\n")
        let report = try check(zip)
        #expect(report.findings(.unsafeName).count == 1)
        #expect(!report.findings.isImportPossible)
    }

    @Test func encryptedEntriesAreRefusedWithAFinding() throws {
        var zip = zip(leavingOut: "users.csv")
        zip.add("users.csv", "garbage") { $0.flags = 1 }
        let report = try check(zip)
        #expect(report.findings(.encrypted).first?.file == "users.csv")
        #expect(!report.findings.isImportPossible)
    }

    @Test func linksAreNotFollowed() throws {
        var zip = zip()
        zip.add("passwd.csv", "/etc/passwd") { $0.mode = 0o120777 }
        #expect(try check(zip).findings(.notAFile).count == 1)
    }

    @Test func twoNamesThatDifferOnlyInCaseAreRefused() throws {
        var zip = zip()
        zip.add("USERS.csv", "sourcedId\n")
        #expect(try check(zip).findings(.duplicateName).count == 1)
    }

    @Test func aZipBombIsNotUnpacked() throws {
        var limits = ArchiveLimits()
        limits.ratio = 20
        limits.ratioFloor = 1 << 20
        var zip = zip()
        zip.addBomb("results.csv", bytes: 64 << 20)
        #expect(throws: SourceError.self) { try check(zip, limits: limits) }
    }

    @Test func aZipBombThatLiesAboutItsSizeIsCutOff() throws {
        var limits = ArchiveLimits()
        limits.ratio = 20
        limits.ratioFloor = 1 << 20
        var zip = zip(leavingOut: "enrollments.csv")
        zip.addBomb("enrollments.csv", bytes: 64 << 20, declared: 1000)
        let report = try check(zip, limits: limits)
        #expect(report.status == .hasErrors)
        #expect(report.understood.enrollments == [:])
    }

    @Test func tooManyEntriesAreRefused() throws {
        var limits = ArchiveLimits()
        limits.entries = 10
        var zip = zip()
        for index in 0..<10 { zip.add("extra\(index).csv", "a\n") }
        #expect(throws: SourceError.self) { try check(zip, limits: limits) }
    }

    @Test func aDamagedArchiveNeverCrashes() throws {
        let bytes = zip().bytes
        for cut in stride(from: 0, to: bytes.count, by: 97) {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            try folder.write("roster.zip", Array(bytes[..<cut]))
            #expect(throws: SourceError.self) { try CheckOneRoster.run(path: folder.path + "/roster.zip") }
        }
    }

    @Test func whatIsNoSetIsUnreadable() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        #expect(throws: SourceError.self) { try CheckOneRoster.run(path: folder.path) }
        #expect(throws: SourceError.self) { try CheckOneRoster.run(path: folder.path + "/nothing") }
        try folder.write("notes.txt", Array("hello".utf8))
        #expect(throws: SourceError.self) { try CheckOneRoster.run(path: folder.path + "/notes.txt") }
    }
}
