import HTTPTypes
import Logging
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterViews

/// Gathers what the duty page shows of a site, and changes what its forms ask for.
struct DutyDesk {
    let server: Server
    let visit: Visit

    private var site: SiteID { visit.session.site }
    private var directory: any Directory { server.stores.directory }
    private var now: Instant { server.stores.time.wall }
    private var setup: DutySetup { DutySetup(directory, server.stores.time) }

    /// The page's facts.
    func overview() async throws -> DutyOverview {
        let book = try await server.books.book(of: site)
        let rows = try await directory.duty(of: site)
        let zone = try await directory.siteZone(of: site)
        let here = Set(book.adults.map(\.person))
        // Somebody of a neighbour school can have outside duty; whoever is named anywhere must have a name.
        let everyone = try await directory.everyAdult()
        let others = everyone.filter { !here.contains($0.person) }
        var duty = DutyOverview(organization: book.card.name)
        // A site whose record cannot be read still has duty data.
        let desk = try? await server.registry.desk(site)
        let state = await desk?.replica.state
        duty.mode = Mode(of: state?.incidents.rows.filter(\.isOpen) ?? [])
        duty.lines = state?.plan.everyLine ?? []
        duty.links = PageLink.all(for: visit.viewer, on: "/duty")
        duty.zone = zone.name
        duty.clock = zone.clock(around: rows, and: now)
        duty.people =
            (book.adults.map { DutyPerson($0.person, $0.name, title: $0.title) }
            + others.map { DutyPerson($0.person, $0.name, title: $0.title, isHere: false) })
            .sorted { ($0.name, $0.person) < ($1.name, $1.person) }
        duty.rows = rows.sorted { $0.entry.order(in: duty) < $1.entry.order(in: duty) }
        return duty
    }

    /// Adds what a form says; gives what is wrong with it.
    func add(_ fields: [FormField]) async throws -> DutyForm? {
        let name = fields.first { $0.name == "table" }?.value ?? ""
        guard let table = DutyTable(rawValue: name), table != .lines else { throw Problem.notFound }
        let reader = DutyRowReader(try await setup.context(of: site))
        let outcome = reader.read(DutyColumn.values(of: fields), of: table)
        var faults = outcome.faults.map { DutyForm.Fault($0.column.rawValue, $0.message) }
        if table.columns.contains(.days), !fields.contains(where: { $0.name == "days" }) {
            faults.append(DutyForm.Fault("days", "Choose at least one day of the week."))
        }
        guard faults.isEmpty, let entry = outcome.entry else { return DutyForm(name, fields, faults) }
        let rows = try await directory.duty(of: site)
        guard rows.count < Self.mostRows else {
            throw Problem(.conflict, "too-many", "The site has too many rows. Remove some that are over.")
        }
        if !rows.contains(where: { $0.entry == entry }) {
            try await directory.putDuty([DutyRow(.fresh(), entry, origin: "page")], at: site)
        }
        server.audit("duty data was added", by: visit.session, ["table": "\(name)"])
        return nil
    }

    /// The row with that id.
    func row(_ id: DutyID) async throws -> DutyRow {
        guard let row = try await directory.duty(of: site).first(where: { $0.id == id }) else {
            throw Problem(.notFound, "no-row", "This is no longer there.")
        }
        return row
    }

    /// Takes a row away.
    func remove(_ id: DutyID) async throws {
        let row = try await row(id)
        try await directory.removeDuty([id], at: site)
        server.audit("duty data was removed", by: visit.session, ["kind": "\(row.entry.wireCase.rawValue)"])
    }

    /// Sets the line of a position through the site's desk; gives what is wrong with it.
    func setLine(_ fields: [FormField]) async throws -> DutyForm? {
        guard let name = fields.first(where: { $0.name == "position" })?.value,
            let position = Position(rawValue: name)
        else { throw Problem.notFound }
        let people = fields.filter { $0.name == "person" }.map(\.value)
        let wheres = fields.filter { $0.name == "where" }.map(\.value)
        let known = try await setup.context(of: site).people
        var members: [LineMember] = []
        var faults: [DutyForm.Fault] = []
        for (place, text) in people.enumerated() where !text.isEmpty {
            guard let person = PersonID(text), known.name(of: person) != nil else {
                faults.append(DutyForm.Fault("\(place + 1)", "This person is not known here."))
                continue
            }
            guard !members.contains(where: { $0.person == person }) else {
                faults.append(
                    DutyForm.Fault(
                        "\(place + 1)", "This person stands in the line already. Choose somebody else."))
                continue
            }
            members.append(LineMember(person, onSite: place >= wheres.count || wheres[place] != "off site"))
        }
        if members.isEmpty, position == .schoolCoordinator {
            faults.append(DutyForm.Fault("1", "The line of the school coordinator needs somebody."))
        }
        guard faults.isEmpty else { return DutyForm(name, fields, faults) }
        try await SchoolSetup(server).setLines([PositionLine(position, members)], at: site, by: visit.actor)
        server.audit("a line was set", by: visit.session, ["position": "\(name)"])
        return nil
    }

    /// Names the zone; gives what is wrong with it.
    func setZone(_ fields: [FormField]) async throws -> DutyForm? {
        let name = fields.first { $0.name == "zone" }?.value ?? ""
        guard SiteZone(name) != nil else {
            let fault = DutyForm.Fault("zone", "This is no time zone. Write one such as America/Chicago.")
            return DutyForm("zone", fields, [fault])
        }
        try await setup.setZone(name, of: site)
        server.audit("the time zone was named", by: visit.session, ["zone": "\(name)"])
        return nil
    }

    /// What there is in a table, as text.
    func table(_ name: String) async throws -> (table: DutyTable, text: [UInt8]) {
        guard let table = DutyTable(rawValue: name) else { throw Problem.notFound }
        let lines = try await server.registry.desk(site).replica.state.plan.everyLine
        let all = DutyExport.tables(
            try await directory.duty(of: site), lines, try await setup.context(of: site))
        return (table, all.first { $0.table == table }?.text ?? DutyExport.text(of: table, []))
    }

    /// More rows than any site needs.
    private static let mostRows = 20_000
}

extension DutyColumn {
    /// The fields of a form as the cells of a row.
    fileprivate static func values(of fields: [FormField]) -> [DutyColumn: String] {
        var values: [DutyColumn: String] = [:]
        for field in fields {
            guard let column = DutyColumn(rawValue: field.name), !field.value.isEmpty else { continue }
            let separator = column == .people ? "; " : ", "
            values[column] = values[column].map { $0 + separator + field.value } ?? field.value
        }
        if fields.contains(where: { $0.name == "next" }), let to = values[.to] { values[.to] = to + "+1" }
        return values
    }
}

extension DutyEntry {
    /// What lists are sorted by: people by name, everything else by when.
    fileprivate func order(in duty: DutyOverview) -> String {
        switch self {
        case .calendar(let span): span.first.text
        case .event(let event): event.when.from.sortable
        case .absence(let absence): absence.when.from.sortable
        case .presence(let mark): mark.at.sortable
        case .substitute(let stand): stand.first.text
        case .opening(let opening): DutyText.time(opening.when.begins) + opening.name
        case .requirement(let asked): asked.position.label + asked.name
        case .hours, .outside, .qualification, .responder:
            people.compactMap { person in duty.people.first { $0.person == person }?.name }.joined()
        }
    }
}

extension Instant {
    /// A text that sorts as moments do, for any moment after 1970.
    fileprivate var sortable: String {
        let digits = String(max(0, milliseconds))
        return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    }
}

extension SiteZone {
    /// A clock for all moments that rows name, and now.
    func clock(around rows: [DutyRow], and now: Instant) -> SiteClock {
        let moments = rows.flatMap { row -> [Instant] in
            switch row.entry {
            case .event(let event): [event.when.from, event.when.to]
            case .absence(let absence): [absence.when.from, absence.when.to]
            case .presence(let mark): [mark.at]
            default: []
            }
        }
        return clock(from: min(now, moments.min() ?? now), to: max(now, moments.max() ?? now))
    }
}
