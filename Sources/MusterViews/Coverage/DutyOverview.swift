package import MusterCore

/// A part of the duty page.
package enum DutySection: String, CaseIterable, Sendable {
    case hours, lines, calendar, absences, learned, importing = "import"
}

/// What the duty page shows: plain facts that the server has gathered.
package struct DutyOverview: Sendable {
    /// The name of the site.
    package var organization: String
    /// What is going on at the site: an administrator must see it here too.
    package var mode = Mode.everyday
    /// The viewer's other pages.
    package var links: [PageLink] = []
    /// The name of the site's time zone.
    package var zone = ""
    /// The clock of the site for whatever is shown.
    package var clock = SiteClock(offsetMinutes: 0)
    /// Who can be named, in reading order.
    package var people: [DutyPerson] = []
    /// What there is, in reading order.
    package var rows: [DutyRow] = []
    /// The line of each position that has one.
    package var lines: [PositionLine] = []
    /// An upload that was only tried, waiting for a yes.
    package var trial: DutyTrial?
    /// A form that could not be taken, with what was typed.
    package var typed: DutyForm?
    /// What was done just now.
    package var done = ""

    /// A site without duty data.
    package init(organization: String) {
        self.organization = organization
    }

    /// The name of a person, as lists say it.
    func name(of person: PersonID) -> String {
        people.first { $0.person == person }?.name ?? "Somebody who left"
    }
}

/// Somebody who can be named in duty data.
package struct DutyPerson: Equatable, Sendable {
    /// Who.
    package var person: PersonID
    /// The name.
    package var name: String
    /// What the person is there.
    package var title: String
    /// Whether the person belongs to the site.
    package var isHere: Bool

    /// A person.
    package init(_ person: PersonID, _ name: String, title: String, isHere: Bool = true) {
        self.person = person
        self.name = name
        self.title = title
        self.isHere = isHere
    }
}

/// A form of the duty page as it was sent, and what is wrong with it.
package struct DutyForm: Sendable {
    /// What is wrong with a field.
    package struct Fault: Sendable {
        /// The name of the field.
        package var field: String
        /// What is wrong and what to do.
        package var message: String

        /// A fault.
        package init(_ field: String, _ message: String) {
            self.field = field
            self.message = message
        }
    }

    /// Which form.
    package var table: String
    /// What was typed; a field that was sent twice is there twice.
    package var values: [FormField]
    /// What is wrong with it.
    package var faults: [Fault]

    /// A form that was sent.
    package init(_ table: String, _ values: [FormField], _ faults: [Fault]) {
        self.table = table
        self.values = values
        self.faults = faults
    }

    func value(_ name: String) -> String { values.first { $0.name == name }?.value ?? "" }
    func has(_ name: String, _ value: String) -> Bool {
        values.contains { $0.name == name && $0.value == value }
    }
    func error(_ name: String) -> String { faults.first { $0.field == name }?.message ?? "" }
}

/// An upload of duty data that was read, and not saved.
package struct DutyTrial: Sendable {
    /// Names the kept upload, for saving it; empty where it cannot be saved.
    package var key: String
    /// The name of the file.
    package var file: String
    /// How many entries are new, no longer in it, and as before.
    package var changes: ImportChanges
    /// The lines that it names.
    package var lines: Int64
    /// The first findings; `findingCount` counts them all.
    package var findings: [RosterFinding]
    /// How many findings there are in all.
    package var findingCount: Int64
    /// What was read, as far as a page shows it.
    package var rows: [DutyRow] = []

    /// The outcome of reading an upload.
    package init(
        key: String, file: String, changes: ImportChanges, lines: Int64, findings: [RosterFinding],
        findingCount: Int64
    ) {
        self.key = key
        self.file = file
        self.changes = changes
        self.lines = lines
        self.findings = findings
        self.findingCount = findingCount
    }
}
