import MusterCore

@testable import MusterViews

/// A made-up roster.
enum SampleRoster {
    static let clock = PageClock(now: SampleSite.now, utcOffsetMinutes: -360)

    static func overview() -> RosterOverview {
        var roster = RosterOverview(organization: "Cedar Hill District")
        roster.tenants = [
            TenantCount("Cedar Hill Elementary", staff: 46, students: 512, rooms: 38),
            TenantCount("Alder Charter", staff: 21, students: 233, rooms: 22),
        ]
        roster.lastImport = ImportSummary(
            at: SampleSite.now + .seconds(-93_000), by: "Sam Whitfield", format: "OneRoster 1.2",
            changes: ImportChanges(added: 6, changed: 14, removed: 2, unchanged: 790), findings: 3)
        roster.staff = [
            RosterPerson(SampleSite.boyd, "Alma Boyd", title: "Teacher", rooms: ["Room 112"], devices: 1),
            RosterPerson(SampleSite.dana, "Dana Reyes", title: "Principal", teaches: false, devices: 2),
            RosterPerson(SampleSite.lee, "Lee Okafor", title: "Assistant principal", teaches: false),
            RosterPerson(SampleSite.sam, "Theo Alvarez", title: "Teacher"),
        ]
        roster.roomsWithoutStaff = ["Room 131", "Library"]
        roster.devices = [
            RosterDevice(
                SampleSite.named("d1"), person: "Dana Reyes", kind: "Windows, Edge",
                lastSeen: SampleSite.now + .seconds(-4), isCommandPost: true),
            RosterDevice(
                SampleSite.named("d2"), person: "Alma Boyd", kind: "iPhone, Safari",
                lastSeen: SampleSite.now + .seconds(-7200)),
        ]
        return roster
    }

    static func withLink() -> RosterOverview {
        var roster = overview()
        let size = 33
        let dark = (0..<(size * size)).map { index in
            let (row, column) = (index / size, index % size)
            return isFinder(row, column, size) ?? ((row * 7 + column * 13 + row * column) % 5 < 2)
        }
        roster.link = FreshLink(
            person: "Alma Boyd", address: "https://muster.cedarhill.example/enrol/3f9a0c51be",
            expires: SampleSite.now + .seconds(890), code: QRModules(size: size, dark: dark))
        return roster
    }

    static func refused() -> RosterOverview {
        var roster = overview()
        roster.trial = ImportTrial(
            key: "t9", file: "cedar-2026-03.zip", format: "OneRoster 1.1",
            changes: ImportChanges(added: 12, changed: 40, removed: 233, unchanged: 527),
            findings: [
                RosterFinding(
                    .error, "oneroster.reference-missing", file: "enrollments.csv", line: 1042, column: 4,
                    "The class c-773 is not in classes.csv. Add it there, or leave the row out."),
                RosterFinding(
                    .warning, "csv.row-short", file: "users.csv", line: 88,
                    "The row has 12 of 15 fields; the last ones were taken as empty."),
                RosterFinding(
                    .note, "text.byte-order-mark", file: "orgs.csv", "A byte order mark was skipped."),
            ], findingCount: 61, refusal: .wouldRemove(people: 233, of: 812, limitPercent: 10))
        return roster
    }

    private static func isFinder(_ row: Int, _ column: Int, _ size: Int) -> Bool? {
        for (top, left) in [(0, 0), (0, size - 7), (size - 7, 0)]
        where (top - 1...top + 7).contains(row) && (left - 1...left + 7).contains(column) {
            let (y, x) = (row - top, column - left)
            guard (0..<7).contains(y), (0..<7).contains(x) else { return false }
            return y == 0 || y == 6 || x == 0 || x == 6 || ((2...4).contains(y) && (2...4).contains(x))
        }
        return nil
    }
}
