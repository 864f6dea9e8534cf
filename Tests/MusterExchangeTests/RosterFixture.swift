import Foundation
import MusterExchange

/// A small OneRoster set of our own that a test changes in one place.
struct RosterFixture {
    /// The files and their texts.
    var files: [String: String]

    /// A correct set of edition 1.2: a district, two schools, two students with a mother, a teacher, a principal.
    static let v1p2 = RosterFixture(files: [
        "manifest.csv": manifest("1.2", read: OneRosterTable.allCases.filter(\.isRead)),
        "orgs.csv": table(
            .orgs, .v1p2,
            "d1,,,Alder District,district,D,", "s1,,,Alder School,school,1001,d1",
            "s2,,,Birch School,school,1002,d1"),
        "academicSessions.csv": table(
            .academicSessions, .v1p2, "y1,,,2026-2027,schoolYear,2026-08-17,2027-06-11,,2027",
            "t1,,,Fall,semester,2026-08-17,2026-12-18,y1,2027"),
        "courses.csv": table(.courses, .v1p2, "c1,,,y1,Reading,R1,,s1,,"),
        "classes.csv": table(
            .classes, .v1p2, "k1,,,Homeroom 1,,c1,H1,homeroom,Room 12,s1,t1,,,HR",
            #"k2,,,"Reading, first",,c1,R1,scheduled,rm 12,s1,"y1,t1",,,1"#),
        "users.csv": table(
            .users, .v1p2, user("u1", "Ada", "Alder", agents: "u3"), user("u2", "Ben", "Alder", agents: "u3"),
            user("u3", "Cleo", "Alder", agents: #""u1,u2""#), user("u4", "Dara", "Teachwell"),
            user("u5", "Edda", "Headley")),
        "roles.csv": table(
            .roles, .v1p2, "r1,,,u1,primary,student,,,s1,", "r2,,,u2,primary,student,,,s1,",
            "r3,,,u3,primary,parent,,,s1,", "r4,,,u4,primary,teacher,2026-08-01,,s1,",
            "r5,,,u5,primary,principal,,,s1,"),
        "enrollments.csv": table(
            .enrollments, .v1p2, "e1,,,k1,s1,u1,student,false,2026-08-17,",
            "e2,,,k1,s1,u2,student,false,2026-08-17,",
            "e3,,,k1,s1,u4,teacher,true,2026-08-17,", "e4,,,k2,s1,u1,student,false,,"),
    ])

    /// A correct set of edition 1.1 with the same people.
    static let v1p1 = RosterFixture(files: [
        "manifest.csv": manifest("1.1", read: [.orgs, .academicSessions, .classes, .users, .enrollments]),
        "orgs.csv": v1p2.files["orgs.csv"] ?? "",
        "academicSessions.csv": v1p2.files["academicSessions.csv"] ?? "",
        "classes.csv": v1p2.files["classes.csv"] ?? "",
        "users.csv": table(
            .users, .v1p1, "u1,,,true,s1,student,ada1,,Ada,Alder,,11,,,,u3,01,",
            "u2,,,true,s1,student,ben1,,Ben,Alder,,12,,,,,01,",
            #"u3,,,true,s1,parent,cleo1,,Cleo,Alder,,13,,,,"u1,u2",,"#,
            #"u4,,,true,"s1,s2",teacher,dara1,,Dara,Teachwell,,14,,,,,,"#),
        "enrollments.csv": table(
            .enrollments, .v1p1, "e1,,,k1,s1,u1,student,false,,", "e2,,,k1,s1,u4,teacher,true,,"),
    ])

    /// The lines of a table with its header.
    static func table(_ table: OneRosterTable, _ version: OneRosterVersion, _ rows: String...) -> String {
        ([table.columns(in: version).joined(separator: ",")] + rows).joined(separator: "\r\n") + "\r\n"
    }

    /// A user's row of edition 1.2.
    static func user(_ key: String, _ given: String, _ family: String, agents: String = "") -> String {
        "\(key),,,true,\(given.lowercased()),,\(given),\(family),,,,,,\(agents),,,,,,,s1,"
    }

    /// A manifest that declares some files bulk and the others absent.
    static func manifest(
        _ version: String, read: [OneRosterTable], mode: OneRosterMode = .bulk
    ) -> String {
        let edition = OneRosterVersion(rawValue: version) ?? .v1p2
        let lines = OneRosterTable.all(in: edition).map {
            "file.\($0.rawValue),\(read.contains($0) ? mode.rawValue : "absent")"
        }
        return
            (["propertyName,value", "manifest.version,1.0", "oneroster.version,\(version)"] + lines
            + ["source.systemName,Fixture"]).joined(separator: "\n") + "\n"
    }

    /// The set with one text replaced in one file.
    func replacing(_ file: String, _ old: String, _ new: String) -> RosterFixture {
        var changed = self
        let text = files[file] ?? ""
        precondition(text.contains(old), "the fixture has no \(old) in \(file)")
        changed.files[file] = text.replacingOccurrences(of: old, with: new)
        return changed
    }

    /// The set with lines added to one file.
    func adding(_ file: String, _ lines: String...) -> RosterFixture {
        var changed = self
        changed.files[file, default: ""] += lines.map { $0 + "\r\n" }.joined()
        return changed
    }

    /// Writes the set into a folder of its own, calls `body` with its path, and removes it.
    func use<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for (name, text) in files { try folder.write(name, Array(text.utf8)) }
        return try body(folder.path)
    }

    /// What a check of the set says.
    func check(_ encoding: TextEncoding = .utf8) throws -> OneRosterReport {
        try use { try CheckOneRoster.run(path: $0, encoding: encoding) }
    }
}

/// A folder that a test owns.
struct TemporaryFolder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent("muster-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

extension OneRosterReport {
    /// The findings of a code.
    func findings(_ code: FindingCode) -> [Finding] { findings.findings.filter { $0.code == code.name } }
}
