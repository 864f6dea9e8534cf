/// How large a made-up district is.
package enum DemoSize: String, Codable, Sendable, CaseIterable {
    /// Three sites, one of them shared by two schools, and 2,400 students: what a newcomer sees.
    case demo
    /// Twenty thousand people.
    case twentyThousand = "20000"
    /// Half a million people and three million enrollments: for measuring.
    case halfMillion = "500000"

    /// How many people the district has at most; nil leaves it to its families.
    var users: Int? {
        switch self {
        case .demo: nil
        case .twentyThousand: 20_000
        case .halfMillion: 500_000
        }
    }

    /// How many lessons a day a class of students has besides its homeroom.
    var lessons: Int { self == .demo ? 6 : 10 }

    /// In how many of a hundred families both parents are listed.
    var secondGuardianPercent: Int { self == .demo ? 60 : 16 }

    /// The schools.
    var schools: [DemoSchool] {
        guard let users else {
            return [
                DemoSchool(
                    1, "Alder Creek Elementary School", site: "alder-creek", students: 760, DemoSchool.lower),
                DemoSchool(
                    2, "Birch Hollow Middle School", site: "birch-hollow", students: 540, DemoSchool.middle),
                DemoSchool(
                    3, "Birch Hollow Arts Academy", site: "birch-hollow", students: 240, DemoSchool.middle),
                DemoSchool(
                    4, "Cedar Ridge High School", site: "cedar-ridge", students: 860, DemoSchool.upper),
            ]
        }
        let students = users * 55 / 100
        let count = max(1, students / 1000)
        return (0..<count).map { index in
            let tree = DemoNames.places[index % DemoNames.places.count]
            let land = DemoNames.landscapes[index / DemoNames.places.count % DemoNames.landscapes.count]
            let level = index % 3
            let grades = [DemoSchool.lower, DemoSchool.middle, DemoSchool.upper][level]
            return DemoSchool(
                index + 1, "\(tree) \(land) \(["Elementary", "Middle", "High"][level]) School \(index + 1)",
                site: "site-\(index + 1)",
                students: students / count + (index < students % count ? 1 : 0), grades)
        }
    }
}

/// One school of a made-up district.
struct DemoSchool {
    /// The grades of an elementary school.
    static let lower = ["KG", "01", "02", "03", "04", "05"]
    /// The grades of a middle school.
    static let middle = ["06", "07", "08"]
    /// The grades of a high school.
    static let upper = ["09", "10", "11", "12"]

    /// The number in the district, from 1.
    let number: Int
    /// The name people use.
    let name: String
    /// The property; schools with the same one share it.
    let site: String
    /// How many students it has.
    let students: Int
    /// The grades that it teaches.
    let grades: [String]

    /// A school with all its facts.
    init(_ number: Int, _ name: String, site: String, students: Int, _ grades: [String]) {
        self.number = number
        self.name = name
        self.site = site
        self.students = students
        self.grades = grades
    }

    /// The key of the school in the set.
    var key: String { "org-\(number)" }
    /// How many homerooms it needs at 25 students each.
    var homerooms: Int { max(1, (students + 24) / 25) }
}
