import MusterExchange
import Testing

/// Each shape of trouble that real exports show, as the smallest set with it, and the finding that must come of it.
struct OneRosterTroubleTests {
    /// One trouble: what is done to a correct set, and what must be said about it.
    struct Trouble: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let set: RosterFixture
        let code: FindingCode
        let file: String
        let line: Int?
        let column: Int?

        init(
            _ name: String, _ set: RosterFixture, _ code: FindingCode, _ file: String, _ line: Int? = nil,
            _ column: Int? = nil
        ) {
            testDescription = name
            self.set = set
            self.code = code
            self.file = file
            self.line = line
            self.column = column
        }
    }

    static let base = RosterFixture.v1p2

    static let cells: [Trouble] = [
        Trouble(
            "TRUE for true", base.replacing("users.csv", "u2,,,true", "u2,,,TRUE"), .valueBoolean,
            "users.csv", 3, 4),
        Trouble(
            "Scheduled for scheduled", base.replacing("classes.csv", "scheduled", "Scheduled"), .valueCase,
            "classes.csv", 3, 8),
        Trouble(
            "inactive for tobedeleted", base.replacing("users.csv", "u2,,", "u2,inactive,"), .statusInactive,
            "users.csv", 3, 2),
        Trouble(
            "a day of which two could be meant", base.replacing("roles.csv", "2026-08-01", "1/05/2023"),
            .dateFormat,
            "roles.csv", 5, 7),
        Trouble(
            "a day that no calendar has", base.replacing("roles.csv", "2026-08-01", "2026-02-30"),
            .dateFormat,
            "roles.csv", 5, 7),
        Trouble(
            "a word that is not on the list", base.replacing("roles.csv", "teacher", "teecher"),
            .valueUnknown,
            "roles.csv", 5, 6),
        Trouble(
            "a status in a bulk file", base.replacing("orgs.csv", "s2,,", "s2,active,"), .bulkStatus,
            "orgs.csv", 4, 2),
        Trouble(
            "a key with spaces", base.replacing("users.csv", "u2,,,true", " u2 ,,,true"), .keySpace,
            "users.csv", 3, 1),
        Trouble(
            "a row without a key", base.adding("orgs.csv", ",,,Nowhere,school,,"), .valueBlank, "orgs.csv", 5,
            1),
        Trouble(
            "the same key twice", base.adding("orgs.csv", "s2,,,Twice,school,,"), .duplicateKey, "orgs.csv",
            5, 1),
    ]

    static let rows: [Trouble] = [
        Trouble("a row too short", base.adding("orgs.csv", "s3,,,Short,school"), .rowShort, "orgs.csv", 5),
        Trouble(
            "a row too long, blank", base.adding("orgs.csv", "s3,,,Long,school,,,,"), .rowLong, "orgs.csv", 5),
        Trouble(
            "a row too long, shifted", base.adding("orgs.csv", "s3,,,Elm, Oak,school,,d1"), .rowLongRefused,
            "orgs.csv", 5),
        Trouble(
            "a user's row that lost a cell",
            base.adding("users.csv", "u9,,,true,x,,X,Y,,,,,,,,secret,,,,s1,"),
            .rowShortRefused, "users.csv", 7),
        Trouble(
            "a line break inside a cell", base.adding("orgs.csv", "s3,,,\"Two\r\nlines\",school,,"),
            .lineBreak,
            "orgs.csv", 5, 4),
        Trouble(
            "a quote that stands bare", base.adding("orgs.csv", #"s3,,,The "Oak" School,school,,"#),
            .bareQuote,
            "orgs.csv", 5, 4),
        Trouble(
            "text behind a closing quote", base.adding("orgs.csv", #"s3,,,"Oak" School,school,,"#),
            .quoteBroken,
            "orgs.csv", 5),
        Trouble(
            "a quote never closed", base.adding("orgs.csv", #"s3,,,"Oak School,school,,"#), .quoteOpen,
            "orgs.csv", 5),
        Trouble("a blank line", base.adding("orgs.csv", "", "s3,,,Elm,school,,"), .blankLine, "orgs.csv", 5),
        Trouble(
            "no row at all", base.replacing("courses.csv", "c1,,,y1,Reading,R1,,s1,,\r\n", ""), .fileEmpty,
            "courses.csv"),
    ]

    static let headers: [Trouble] = [
        Trouble(
            "a misspelt column", base.replacing("users.csv", "preferredGivenName", "prefferedGivenName"),
            .headerUnknown, "users.csv", 1, 18),
        Trouble(
            "an empty header cell", base.replacing("users.csv", "pronouns", ""), .headerEmpty, "users.csv", 1,
            22),
        Trouble(
            "a header in another case", base.replacing("orgs.csv", "parentSourcedId", "ParentSourcedID"),
            .headerCase,
            "orgs.csv", 1, 7),
        Trouble(
            "a column twice", base.replacing("orgs.csv", "identifier", "name"), .headerDuplicate, "orgs.csv",
            1, 6),
        Trouble(
            "a needed column missing", base.replacing("orgs.csv", "sourcedId,status", "id,status"),
            .headerRequired,
            "orgs.csv", 1),
        Trouble(
            "another order", base.replacing("orgs.csv", "name,type", "type,name"), .headerOrder, "orgs.csv", 1
        ),
        Trouble(
            "semicolons", base.replacing("orgs.csv", ",", ";"), .separator, "orgs.csv", 1),
    ]

    static let links: [Trouble] = [
        Trouble(
            "an enrollment of nobody", base.adding("enrollments.csv", "e9,,,k1,s1,nobody,student,false,,"),
            .dangling,
            "enrollments.csv", 6, 6),
        Trouble(
            "an enrollment in no class", base.adding("enrollments.csv", "e9,,,none,s1,u1,student,false,,"),
            .dangling,
            "enrollments.csv", 6, 4),
        Trouble(
            "a parent that is not there", base.replacing("orgs.csv", "1002,d1", "1002,d9"), .dangling,
            "orgs.csv", 4),
        Trouble(
            "a term that is not there", base.replacing("classes.csv", "y1,t1", "y1,t9"), .dangling,
            "classes.csv", 3, 11),
        Trouble(
            "an agent who is not there", base.replacing("users.csv", #""u1,u2""#, #""u1,u9""#), .dangling,
            "users.csv", 4),
        Trouble(
            "a person without a role", base.adding("users.csv", RosterFixture.user("u9", "Zora", "Noworth")),
            .withoutRole, "users.csv", 7),
    ]

    @Test(arguments: cells + rows + headers + links)
    func troubleIsFoundAndNothingElseIsLost(_ trouble: Trouble) throws {
        let report = try trouble.set.check()
        let findings = report.findings(trouble.code)
        #expect(findings.count == 1, "\(report.findings.findings)")
        #expect(findings.first?.file == trouble.file)
        #expect(findings.first?.line == trouble.line)
        #expect(findings.first?.column == trouble.column)
        for file in report.files { #expect(file.rows == file.accepted + file.refused) }
    }

    @Test func correctSetsHaveNoFindings() throws {
        for set in [RosterFixture.v1p2, .v1p1] {
            let report = try set.check()
            #expect(report.findings.findings == [])
            #expect(report.status == .clean)
        }
    }

    @Test func aMisspeltColumnIsOnlyProposed() throws {
        let set = Self.base.replacing("users.csv", "preferredGivenName", "prefferedGivenName")
        let finding = try #require(try set.check().findings(.headerUnknown).first)
        #expect(finding.message.contains("preferredGivenName"))
        #expect(finding.severity == .warning)
    }

    @Test func duplicateAddressesOfSiblingsAreFine() throws {
        let set = Self.base.replacing("users.csv", "Alder,,,,,,", "Alder,,,family@home.example,,,")
        #expect(try set.check().findings.findings == [])
    }

    @Test func findingsAreCountedBeyondTheKeptOnes() throws {
        let rows = (0..<300).map { "x\($0),,,Elm,School,," }.joined(separator: "\r\n")
        let report = try Self.base.adding("orgs.csv", rows).check()
        #expect(report.findings(.valueCase).count == 100)
        #expect(report.findings.counts.first { $0.code == "value.case" }?.count == 300)
    }
}
