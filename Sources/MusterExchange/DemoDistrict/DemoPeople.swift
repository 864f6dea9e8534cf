/// Draws the people of a made-up district, school by school, and writes them as they are drawn.
struct DemoPeople {
    private let size: DemoSize
    private let files: DemoFiles
    private var random: DemoRandom
    private var count = 0
    private var roleCount = 0
    private var enrollmentCount = 0
    private var peopleToCome: Int

    /// People for the files of a set.
    init(size: DemoSize, seed: UInt64, files: DemoFiles) {
        self.size = size
        self.files = files
        random = DemoRandom(seed: seed)
        peopleToCome = size.schools.reduce(0) { $0 + $1.students + Self.staffCount($1) }
    }

    /// Writes the people of the district's office.
    mutating func writeDistrictOffice() throws(SourceError) {
        for (role, number) in [("districtAdministrator", 3), ("counselor", 2)] {
            for _ in 0..<number { _ = try writeStaff(role, at: "org-0") }
        }
    }

    /// Writes one school: its staff, its families, its classes and who belongs to them.
    mutating func write(_ school: DemoSchool) throws(SourceError) {
        _ = try writeStaff("principal", at: school.key)
        for (role, number) in Self.office(school) {
            for _ in 0..<number { _ = try writeStaff(role, at: school.key) }
        }
        var teachers: [String] = []
        for _ in 0..<Self.teachers(school) { teachers.append(try writeStaff("teacher", at: school.key)) }
        let students = try writeFamilies(school)
        try writeClasses(school, teachers, students)
    }
}

extension DemoPeople {
    private static func office(_ school: DemoSchool) -> [(String, Int)] {
        [
            ("administrator", 2), ("counselor", 1 + school.students / 400),
            ("aide", 2 + school.students / 150),
        ]
    }

    private static func teachers(_ school: DemoSchool) -> Int { school.homerooms + school.homerooms / 3 }

    private static func staffCount(_ school: DemoSchool) -> Int {
        1 + teachers(school) + office(school).reduce(0) { $0 + $1.1 }
    }

    /// A person's row in the standard's order; the password stays blank, as it always should.
    private mutating func writeUser(
        _ key: String, given: String, family: String, school: String, agents: [String] = [],
        grade: String = ""
    ) throws(SourceError) {
        let login = "\(given).\(family)\(count)".lowercased()
        let phone = "+1555010\(count % 90 + 10)"
        try files.users.write([
            key, "", "", "true", login, "{Demo:\(key)}", given, family, "", String(100_000 + count),
            "\(login)@demo.example", phone, phone, agents.joined(separator: ","), grade, "", key, "", "", "",
            school, "",
        ])
        count += 1
    }

    private mutating func writeRole(_ person: String, _ role: String, _ school: String) throws(SourceError) {
        roleCount += 1
        try files.roles.write(["role-\(roleCount)", "", "", person, "primary", role, "", "", school, ""])
    }

    private mutating func writeStaff(_ role: String, at school: String) throws(SourceError) -> String {
        let key = "staff-\(count)"
        try writeUser(
            key, given: random.pick(DemoNames.given), family: DemoNames.family(&random), school: school)
        try writeRole(key, role, school)
        return key
    }

    /// Writes the students with their guardians; half of the families are named on the student's row, a third on the
    /// guardian's, the others on both, since real exports do all three.
    private mutating func writeFamilies(_ school: DemoSchool) throws(SourceError) -> [String] {
        peopleToCome -= Self.staffCount(school)
        var students: [String] = []
        while students.count < school.students {
            let family = DemoNames.family(&random)
            let children = min(
                school.students - students.count, 1 + (random.percent(40) ? 1 : 0) + random.below(8) / 7)
            let base = students.count
            let childKeys = (0..<children).map { "stu-\(school.number)-\(base + $0)" }
            let wanted = 1 + (random.percent(size.secondGuardianPercent) ? 1 : 0)
            let direction = random.below(6)
            peopleToCome -= children
            var guardians: [String] = []
            for _ in 0..<wanted where hasRoomForGuardian(besides: children) {
                let key = "gua-\(count)"
                try writeUser(
                    key, given: random.pick(DemoNames.given), family: family, school: school.key,
                    agents: direction >= 3 ? childKeys : [])
                try writeRole(key, random.percent(85) ? "parent" : "guardian", school.key)
                guardians.append(key)
            }
            for key in childKeys {
                let grade = school.grades[students.count * school.grades.count / school.students]
                try writeUser(
                    key, given: random.pick(DemoNames.given), family: family, school: school.key,
                    agents: direction == 3 || direction == 4 ? [] : guardians, grade: grade)
                try writeRole(key, "student", school.key)
                students.append(key)
            }
        }
        return students
    }

    /// Whether the district's size leaves room for one more guardian beside all students and staff still to come.
    private func hasRoomForGuardian(besides children: Int) -> Bool {
        guard let limit = size.users else { return true }
        return files.users.rows + peopleToCome + children < limit
    }

    /// Writes a homeroom and its lessons for every 25 students; a lesson meets where its teacher's homeroom is.
    private mutating func writeClasses(
        _ school: DemoSchool, _ teachers: [String], _ students: [String]
    ) throws(SourceError) {
        for group in 0..<school.homerooms {
            let members = students[group * 25..<min(students.count, group * 25 + 25)]
            for lesson in 0...size.lessons {
                let key = "class-\(school.number)-\(group)-\(lesson)"
                let teacher = lesson == 0 ? group : (group * 7 + lesson * 3) % teachers.count
                let subject = (group + lesson) % DemoNames.subjects.count
                let title =
                    lesson == 0 ? "Homeroom \(group + 1)" : "\(DemoNames.subjects[subject]) \(group + 1)"
                let room = "Room \(100 + teacher / 20 * 100 + teacher % 20 + 1)"
                try files.classes.write([
                    key, "", "", title, "", lesson == 0 ? "course-0" : "course-\(subject + 1)",
                    "\(group + 1)-\(lesson)", lesson == 0 ? "homeroom" : "scheduled", room, school.key,
                    "term-fall,term-spring", "", "", lesson == 0 ? "HR" : String(lesson),
                ])
                try enroll(teachers[teacher], key, school.key, "teacher", primary: "true")
                for student in members { try enroll(student, key, school.key, "student", primary: "false") }
            }
        }
    }

    private mutating func enroll(
        _ person: String, _ schoolClass: String, _ school: String, _ role: String, primary: String
    ) throws(SourceError) {
        enrollmentCount += 1
        try files.enrollments.write([
            "enr-\(enrollmentCount)", "", "", schoolClass, school, person, role, primary, "2026-08-17",
            "2027-06-11",
        ])
    }
}
