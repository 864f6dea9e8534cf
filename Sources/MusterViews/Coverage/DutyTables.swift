import MusterCore

/// A table of the duty page: what it lists, and the form by which a row is added.
///
/// The names of tables and fields are those of the CSV tables, so that a form and a file are read alike.
struct DutyTableForm: Sendable {
    let table: String
    let title: String
    let empty: String
    let add: String
    let hint: String
    let fields: [DutyField]
    /// What it lists.
    let kind: DutyKind

    /// The tables of a part of the page.
    static func all(in section: DutySection) -> [DutyTableForm] {
        switch section {
        case .hours: [hours, outside]
        case .calendar: [openings, calendar, events]
        case .absences: [absences, substitutes]
        case .learned: [qualifications, requirements, responders]
        case .lines, .importing: []
        }
    }

    private static let hours = DutyTableForm(
        table: "hours", title: "People's hours", empty: "Nobody's hours are entered",
        add: "Add hours", hint: "When somebody is on the site, or can be reached away from it.",
        fields: [
            .person("person", "Who"), .weekdays, .time("from", "From"), .time("to", "To"), .nextDay, .on,
            .choice("where", "Where", [("on site", "On site"), ("reachable", "Reachable off site")]),
        ] + .between,
        kind: .hours)

    private static let outside = DutyTableForm(
        table: "outside-duty", title: "Outside duty", empty: "No hours of outside duty are entered",
        add: "Add outside duty",
        hint: "Who is seated as school coordinator when nobody on the line takes it.",
        fields: [
            .person("person", "Who"), .weekdays, .time("from", "From"), .time("to", "To"), .nextDay,
            .on,
        ] + .between,
        kind: .outside)

    private static let openings = DutyTableForm(
        table: "openings", title: "When people are on the site",
        empty: "It is not entered yet when people are on the site", add: "Add a time",
        hint: "School hours, before-school and after-school care: somebody must be able to coordinate then.",
        fields: [
            .text("name", "What it is", hint: "School, or After-school care"), .weekdays,
            .time("from", "From"), .time("to", "To"), .nextDay, .on,
        ] + .between,
        kind: .opening)

    private static let calendar = DutyTableForm(
        table: "calendar", title: "School calendar", empty: "No term is entered", add: "Add days",
        hint: "Terms, holidays, half days and summer school.",
        fields: [
            .choice(
                "kind", "What the days are",
                [
                    ("term", "Term"), ("holiday", "No school"), ("half day", "Half day"),
                    ("summer", "Summer school"),
                ]),
            .day("first", "First day"),
            .day("last", "Last day", hint: "Leave blank for a single day.", isOptional: true),
            .time("ends", "School ends at", hint: "For a half day only.", isOptional: true),
            .text("name", "Name", isOptional: true),
        ],
        kind: .calendar)

    private static let events = DutyTableForm(
        table: "events", title: "Events", empty: "No event is entered", add: "Add an event",
        hint: "Games, concerts, evenings: people are on the site at another time than usual.",
        fields: [
            .text("name", "What it is"), .moment("from", "Begins"), .moment("to", "Ends"),
            .people("people", "Staff who will be there"),
        ],
        kind: .event)

    private static let absences = DutyTableForm(
        table: "absences", title: "Absences", empty: "Nobody is away", add: "Add an absence",
        hint: "When somebody is away. No reason is asked for, and none is kept.",
        fields: [
            .person("person", "Who"), .moment("from", "Away from"), .moment("to", "Back at"),
        ],
        kind: .absence)

    private static let substitutes = DutyTableForm(
        table: "substitutes", title: "Substitutes", empty: "Nobody stands in for somebody",
        add: "Add a substitute", hint: "Somebody works the hours of somebody who is away.",
        fields: [
            .person("absent", "Who is away"), .person("substitute", "Who works instead"),
            .day("first", "First day"),
            .day("last", "Last day", hint: "Leave blank for a single day.", isOptional: true),
            .choice(
                "line", "In the lines too",
                [("no", "No, only the hours"), ("yes", "Yes, also takes the place in the lines")]),
        ],
        kind: .substitute)

    private static let qualifications = DutyTableForm(
        table: "qualifications", title: "Qualifications", empty: "No qualification is entered",
        add: "Add a qualification", hint: "",
        fields: [
            .person("person", "Who"), .text("qualification", "What", hint: "IS-100, IS-362, First aid"),
            .day("expires", "Holds until", hint: "Leave blank when it does not end.", isOptional: true),
        ],
        kind: .qualification)

    private static let requirements = DutyTableForm(
        table: "requirements", title: "What positions ask for", empty: "No position asks for anything",
        add: "Add what a position asks for", hint: "",
        fields: [
            .choice("position", "Position", Position.allCases.map { ($0.rawValue, $0.label) }),
            .text("qualification", "What", hint: "IS-100"),
        ],
        kind: .requirement)

    private static let responders = DutyTableForm(
        table: "responders", title: "Who is expected to respond", empty: "Nobody is expected to respond",
        add: "Add somebody who responds",
        hint: "Whoever responds cannot be counted on to coordinate.",
        fields: [
            .person("person", "Who"),
            .choice(
                "as", "As what",
                [
                    ("SRO", ResponderSort.sro.label), ("security", ResponderSort.security.label),
                    ("nurse", ResponderSort.nurse.label), ("trained staff", ResponderSort.trainedStaff.label),
                ]),
        ],
        kind: .responder)
}

/// A field of a form of the duty page.
struct DutyField: Sendable {
    enum Input: Sendable {
        case text, day, time, moment, person, people, weekdays, nextDay
        case choice([(value: String, label: String)])
    }

    let name: StaticString
    let label: String
    let hint: String
    let isOptional: Bool
    let input: Input

    private init(
        _ name: StaticString, _ label: String, _ input: Input, hint: String = "", isOptional: Bool = false
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.isOptional = isOptional
        self.input = input
    }

    static func text(
        _ name: StaticString, _ label: String, hint: String = "", isOptional: Bool = false
    ) -> DutyField { DutyField(name, label, .text, hint: hint, isOptional: isOptional) }
    static func day(
        _ name: StaticString, _ label: String, hint: String = "", isOptional: Bool = false
    ) -> DutyField { DutyField(name, label, .day, hint: hint, isOptional: isOptional) }
    static func time(
        _ name: StaticString, _ label: String, hint: String = "", isOptional: Bool = false
    ) -> DutyField { DutyField(name, label, .time, hint: hint, isOptional: isOptional) }
    static func moment(_ name: StaticString, _ label: String) -> DutyField { DutyField(name, label, .moment) }
    static func person(_ name: StaticString, _ label: String) -> DutyField { DutyField(name, label, .person) }
    static func whose(_ name: StaticString, _ label: String, hint: String) -> DutyField {
        DutyField(name, label, .person, hint: hint, isOptional: true)
    }
    static func people(_ name: StaticString, _ label: String) -> DutyField {
        DutyField(name, label, .people, hint: "Several may be chosen.", isOptional: true)
    }
    static func choice(
        _ name: StaticString, _ label: String, _ choices: [(String, String)]
    ) -> DutyField { DutyField(name, label, .choice(choices.map { (value: $0.0, label: $0.1) })) }

    static let weekdays = DutyField("days", "Days of the week", .weekdays)
    static let nextDay = DutyField("next", "It ends on the next day", .nextDay)
    static let on = DutyField.choice(
        "on", "On which days",
        [
            ("school days", "School days"), ("summer", "Days of summer school"),
            ("days without school", "Days without school"), ("every day", "Every day"),
        ])
}

extension [DutyField] {
    /// The first and the last day of what comes back.
    static var between: [DutyField] {
        [
            .day("first", "From day", hint: "Leave blank for the whole year.", isOptional: true),
            .day("last", "To day", isOptional: true),
        ]
    }
}
