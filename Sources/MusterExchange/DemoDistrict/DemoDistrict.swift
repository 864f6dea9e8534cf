import Foundation

/// Writes a strict OneRoster 1.2 bulk set of a made-up district: every column, every line of the manifest.
///
/// The same size and seed give the same bytes. Nobody in it exists.
package struct DemoDistrict: Sendable {
    /// How large it is.
    package let size: DemoSize
    /// What its people are drawn by.
    package let seed: UInt64

    /// How many rows were written.
    package struct Written: Codable, Hashable, Sendable {
        /// Bodies: the district and its schools.
        package var orgs = 0
        /// Classes.
        package var classes = 0
        /// People.
        package var users = 0
        /// Enrollments.
        package var enrollments = 0
    }

    /// A district of a size, drawn by a seed.
    package init(size: DemoSize, seed: UInt64 = 1) {
        self.size = size
        self.seed = seed
    }

    /// Writes the set into a folder, which is made when it is not there.
    package func write(to folder: String) throws -> Written {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let files = try DemoFiles(folder: folder)
        try writeFrame(files, folder)
        var people = DemoPeople(size: size, seed: seed, files: files)
        try people.writeDistrictOffice()
        for school in size.schools { try people.write(school) }
        try files.flush()
        return Written(
            orgs: files.orgs.rows, classes: files.classes.rows, users: files.users.rows,
            enrollments: files.enrollments.rows)
    }

    /// Writes what does not depend on people: manifest, bodies, terms, courses.
    private func writeFrame(_ files: DemoFiles, _ folder: String) throws {
        let manifest = try CSVWriter(path: folder + "/manifest.csv", columns: ["propertyName", "value"])
        try manifest.write(["manifest.version", "1.0"])
        try manifest.write(["oneroster.version", "1.2"])
        for table in OneRosterTable.all(in: .v1p2) {
            try manifest.write(["file.\(table.rawValue)", table.isRead ? "bulk" : "absent"])
        }
        try manifest.write(["source.systemName", "Muster demo district"])
        try manifest.write(["source.systemCode", "muster-demo"])
        try manifest.flush()
        try files.orgs.write(["org-0", "", "", "Alder County Demo District", "district", "0000", "", ""])
        for school in size.schools {
            try files.orgs.write(
                [
                    school.key, "", "", school.name, "school", String(1000 + school.number), "org-0",
                    school.site,
                ])
        }
        try files.sessions.write(
            [
                "term-year", "", "", "School year 2026-2027", "schoolYear", "2026-08-17", "2027-06-11", "",
                "2027",
            ])
        try files.sessions.write(
            [
                "term-fall", "", "", "Fall semester", "semester", "2026-08-17", "2026-12-18", "term-year",
                "2027",
            ])
        try files.sessions.write(
            [
                "term-spring", "", "", "Spring semester", "semester", "2027-01-04", "2027-06-11", "term-year",
                "2027",
            ])
        for (index, subject) in (["Homeroom"] + DemoNames.subjects).enumerated() {
            try files.courses.write(
                ["course-\(index)", "", "", "term-year", subject, "C\(100 + index)", "", "org-0", "", ""])
        }
    }
}

/// The open files of a set that is being written.
final class DemoFiles {
    /// The bodies.
    let orgs: CSVWriter
    /// The terms.
    let sessions: CSVWriter
    /// The courses.
    let courses: CSVWriter
    /// The classes.
    let classes: CSVWriter
    /// The people.
    let users: CSVWriter
    /// Their roles.
    let roles: CSVWriter
    /// Who belongs to which class.
    let enrollments: CSVWriter

    /// Makes the files anew, each with its header.
    init(folder: String) throws(SourceError) {
        func open(_ table: OneRosterTable, more: [String] = []) throws(SourceError) -> CSVWriter {
            try CSVWriter(path: "\(folder)/\(table.fileName)", columns: table.columns(in: .v1p2) + more)
        }
        orgs = try open(.orgs, more: ["metadata.musterSite"])
        sessions = try open(.academicSessions)
        courses = try open(.courses)
        classes = try open(.classes)
        users = try open(.users)
        roles = try open(.roles)
        enrollments = try open(.enrollments)
    }

    /// Puts what is still held into the files.
    func flush() throws(SourceError) {
        for file in [orgs, sessions, courses, classes, users, roles, enrollments] { try file.flush() }
    }
}
