import MusterCore
import MusterExchange
import MusterLog
import Testing

/// A school of four adults, and tables of its duty data that a test changes in one place.
struct DutyFixture {
    static let site: SiteID = id("oak")
    static let dara: PersonID = id("dara0")
    static let edda: PersonID = id("edda0")

    static let adults = [
        SiteAdult(
            person: dara, name: "Dara Teachwell", title: "Teacher", tenant: nil, phone: nil, grants: [],
            sourced: "u4"),
        SiteAdult(
            person: edda, name: "Edda Headley", title: "Principal", tenant: nil, phone: nil, grants: [],
            sourced: "u5"),
        SiteAdult(
            person: id("finn1"), name: "Finn Second", title: "Aide", tenant: nil, phone: nil, grants: []),
        SiteAdult(
            person: id("finn2"), name: "Finn Second", title: "Nurse", tenant: nil, phone: nil, grants: []),
    ]

    static let context = DutyContext(
        people: AdultFinder(adults, here: Set(adults.map(\.person))), zone: zone)

    static var zone: SiteZone {
        guard let zone = SiteZone("America/Chicago") else { preconditionFailure("there is such a zone") }
        return zone
    }

    /// A correct set of all tables.
    static let whole: [String: String] = [
        "calendar.csv": """
        kind,first,last,ends,name
        term,2026-08-17,2027-06-04,,School year
        half day,2026-11-25,,12:30,
        holiday,2026-11-26,2026-11-27,,Thanksgiving
        summer,2027-06-14,2027-07-16,,Summer school
        """,
        "openings.csv": """
        name,days,from,to,on,first,last
        School,Mon-Fri,07:30,15:30,school days,,
        After-school care,"Mon, Wed",15:30,18:00,school days,2026-09-01,2027-05-28
        """,
        "events.csv": """
        name,from,to,people
        Fall concert,2026-10-14 18:00,2026-10-14 21:00,Edda Headley; u4
        """,
        "hours.csv": """
        person,days,from,to,on,where,first,last
        Edda Headley,Mon-Fri,07:00,16:00,school days,on site,,
        "Teachwell, Dara",Mon-Thu,7:30 am,3:30 pm,school days,on site,,
        finn1,Fri,22:00,06:00+1,every day,reachable,,
        """,
        "outside-duty.csv": "person,days,from,to,on,first,last\nEdda Headley,,00:00,24:00,every day,,\n",
        "absences.csv": """
        person,from,to
        Dara Teachwell,2026-11-02,2026-11-03
        Dara Teachwell,2026-11-09 13:00,15:30
        """,
        "substitutes.csv": """
        absent,substitute,first,last,line
        Dara Teachwell,finn1,2026-11-02,2026-11-03,no
        """,
        "qualifications.csv":
            "person,qualification,expires\nEdda Headley,IS-100,\nfinn2,First aid,2027-01-31\n",
        "requirements.csv": "position,qualification\nSchool coordinator,IS-100\n",
        "responders.csv": "person,as\nfinn2,nurse\n",
        "lines.csv": """
        position,order,person,where
        school coordinator,2,Dara Teachwell,on site
        school coordinator,1,Edda Headley,on site
        liaison,1,finn1,off site
        """,
    ]

    /// Reads tables as an import does.
    static func read(_ files: [String: String], held: [DutyRow] = []) throws -> DutyDraft {
        try DutyImport.read(
            files.sorted { $0.key < $1.key }.map { ($0.key, ArrayByteStream(Array($0.value.utf8))) }, context,
            held: held)
    }

    /// Reads one table of these rows under its usual header.
    static func read(_ table: DutyTable, _ rows: String...) throws -> DutyDraft {
        let header = table.columns.map(\.rawValue).joined(separator: ",")
        return try read([table.fileName: ([header] + rows).joined(separator: "\n") + "\n"])
    }
}

func id<Kind>(_ text: String) -> ID<Kind> {
    guard let id = ID<Kind>(text) else { preconditionFailure("\(text) is no id") }
    return id
}
