package import MusterCore

/// The tables of duty data; the raw value is the name of the file without `.csv`.
package enum DutyTable: String, CaseIterable, Sendable, Codable {
    case calendar, openings, events, hours
    case outsideDuty = "outside-duty"
    case absences, substitutes, qualifications, requirements, responders, lines

    /// The file's name in a folder of tables.
    package var fileName: String { rawValue + ".csv" }

    /// What rows of the file have for an origin, so that an import replaces its own only.
    package var origin: String { "csv:" + fileName }

    /// The columns in the order in which they are written.
    package var columns: [DutyColumn] {
        switch self {
        case .calendar: [.kind, .first, .last, .ends, .name]
        case .openings: [.name, .days, .from, .to, .on, .first, .last]
        case .events: [.name, .from, .to, .people]
        case .hours: [.person, .days, .from, .to, .on, .place, .first, .last]
        case .outsideDuty: [.person, .days, .from, .to, .on, .first, .last]
        case .absences: [.person, .from, .to]
        case .substitutes: [.absent, .substitute, .first, .last, .line]
        case .qualifications: [.person, .qualification, .expires]
        case .requirements: [.position, .qualification]
        case .responders: [.person, .sort]
        case .lines: [.position, .order, .person, .place]
        }
    }

    /// The columns without which no row can be understood.
    package var required: [DutyColumn] {
        switch self {
        case .calendar: [.kind, .first]
        case .openings: [.name, .from, .to]
        case .events: [.name, .from, .to]
        case .hours, .outsideDuty: [.person, .from, .to]
        case .absences: [.person, .from]
        case .substitutes: [.absent, .substitute, .first]
        case .qualifications: [.person, .qualification]
        case .requirements: [.position, .qualification]
        case .responders: [.person, .sort]
        case .lines: [.position, .order, .person]
        }
    }

    /// Columns that are read where they are, and never written.
    package var beside: [DutyColumn] {
        switch self {
        case .events, .absences: [.zone]
        default: []
        }
    }

    /// The table in which an entry is written; presence is not a plan and is in none.
    package init?(_ kind: DutyKind) {
        switch kind {
        case .calendar: self = .calendar
        case .opening: self = .openings
        case .event: self = .events
        case .hours: self = .hours
        case .outside: self = .outsideDuty
        case .absence: self = .absences
        case .substitute: self = .substitutes
        case .qualification: self = .qualifications
        case .requirement: self = .requirements
        case .responder: self = .responders
        case .presence: return nil
        }
    }
}

/// A column of a table of duty data; the raw value stands in the header, and names the field of a form.
package enum DutyColumn: String, CaseIterable, Sendable {
    case kind, first, last, ends, name, days, from, to, on, people, person
    case place = "where"
    case sort = "as"
    case zone, absent, substitute, line, qualification, expires, position, order
}
