import HTTPTypes
import Logging
import MusterCore
import MusterDesk
import MusterLog
import MusterViews

/// Shows and changes the register of armed and uniformed adults for one visitor, and takes down each look.
///
/// Whoever is not named in its setting gets the answer of a page that does not exist.
struct RegisterDesk {
    let server: Server
    let visit: Visit

    private var directory: any Directory { server.stores.directory }
    private var site: SiteID { visit.session.site }
    private var now: Instant { server.stores.time.wall }

    /// Whether the visitor settles whether there is a register.
    var maySettle: Bool { visit.administers == .site }

    /// What the visitor may see now; a look by which rows are seen is taken down first.
    func sheet() async throws -> RegisterSheet {
        var sheet = try await blank()
        sheet.access = try await access(to: sheet.setting)
        switch sheet.access {
        case .none: throw Problem.notFound
        case .waits: return sheet
        case .reads, .holds:
            try await directory.note(look(.read), at: site)
            sheet.adults = try await directory.armedAdults(of: site)
        }
        if sheet.access == .holds {
            sheet.looks = try await directory.registerLooks(of: site, last: Self.looksShown)
        }
        return sheet
    }

    /// The page without anything of the register: it tells what is going on.
    func frame() async throws -> RegisterSheet {
        let sheet = try await blank()
        guard maySettle || visit.isOfRegister else { throw Problem.notFound }
        return sheet
    }

    /// The form by which it is settled whether there is one.
    func settingSheet() async throws -> RegisterSheet {
        guard maySettle else { throw Problem.notAdministrator }
        var sheet = try await blank()
        let adults = try await server.books.book(of: site).adults
        sheet.candidates.holders = adults.filter { adult in
            adult.roles.contains { $0 != .staff } && !adult.roles.contains(.agency)
        }.compactMap { sheet.people[$0.person] }
        sheet.candidates.command = adults.filter { adult in
            adult.roles.contains(where: RegisterSetting.mayCommand.contains)
        }.compactMap { sheet.people[$0.person] }
        return sheet
    }

    /// Settles that there is a register; gives why not, where something stands against it.
    func allow(_ fields: [FormField]) async throws -> RegisterRefusal? {
        guard maySettle else { throw Problem.notAdministrator }
        func persons(_ name: String) -> [PersonID] {
            fields.filter { $0.name == name }.compactMap { PersonID($0.value) }.sorted()
        }
        var setting = RegisterSetting()
        setting.isAllowed = true
        setting.legalNote = fields.text("legalNote")
        setting.holders = persons("holders")
        setting.command = persons("command")
        setting.setBy = visit.session.person
        setting.setAt = now
        let book = try await server.books.book(of: site)
        if let refusal = setting.refusal({ book.adult($0)?.roles ?? [] }) { return refusal }
        try await directory.setRegister(setting, at: site, look(.allowed))
        server.audit("the register of armed adults was allowed", by: visit.session)
        return nil
    }

    /// Settles that there is none, and erases what was in it.
    func forbid() async throws {
        guard maySettle else { throw Problem.notAdministrator }
        var setting = RegisterSetting()
        setting.setBy = visit.session.person
        setting.setAt = now
        try await directory.setRegister(setting, at: site, look(.forbidden))
        server.audit("the register of armed adults was ended and erased", by: visit.session)
    }

    /// Keeps a row that was typed, a new one where none is named; gives why not.
    func keep(_ fields: [FormField]) async throws -> RegisterRefusal? {
        try await requireHolder()
        let known = try await directory.armedAdults(of: site)
        let named = fields.text("row")
        var adult = ArmedAdult()
        if named.isEmpty {
            guard known.count < ArmedAdult.most else { return .full }
            adult.id = .fresh()
        } else {
            guard let kept = known.first(where: { $0.id.text == named }) else { throw Problem.noArmedAdult }
            adult = kept
        }
        adult.name = fields.text("name")
        adult.duty = fields.text("duty")
        adult.employer = fields.text("employer")
        adult.isArmed = fields.text("armed") == "yes"
        adult.dress = Dress(rawValue: fields.text("dress")) ?? .plain
        adult.appearance = fields.text("appearance")
        adult.post = fields.text("post")
        adult.hours = fields.text("hours")
        adult.call = fields.text("call")
        adult.checkedAt = now
        adult.checkedBy = visit.session.person
        if let refusal = adult.refusal { return refusal }
        try await directory.keepArmedAdult(
            adult, at: site, look(named.isEmpty ? .added : .changed, row: adult.id))
        return nil
    }

    /// Takes down that an adult is here or has left, or that a row is right.
    func mark(_ row: String, _ state: String) async throws {
        try await requireHolder()
        var adult = try await adult(row)
        guard let step = RegisterStep(rawValue: state) else { throw Problem.notFound }
        switch step {
        case .here, .left:
            adult.isHere = step == .here
            adult.seenAt = now
        case .checked:
            adult.checkedAt = now
            adult.checkedBy = visit.session.person
        default: throw Problem.notFound
        }
        try await directory.keepArmedAdult(adult, at: site, look(step, row: adult.id))
    }

    /// Takes an adult out.
    func remove(_ row: String) async throws {
        try await requireHolder()
        let adult = try await adult(row)
        try await directory.removeArmedAdult(adult.id, at: site, look(.removed, row: adult.id))
    }

    /// How many entries of the record a holder is shown.
    private static let looksShown = 100

    private func adult(_ row: String) async throws -> ArmedAdult {
        guard let adult = try await directory.armedAdults(of: site).first(where: { $0.id.text == row }) else {
            throw Problem.noArmedAdult
        }
        return adult
    }

    private func requireHolder() async throws {
        guard try await access(to: directory.registerSetting(of: site)) == .holds else {
            throw Problem.notFound
        }
    }

    private func access(to setting: RegisterSetting) async throws -> RegisterAccess {
        setting.access(of: visit.session.person, visit.roles, by: try await server.gate.claims(of: site))
    }

    private func look(_ step: RegisterStep, row: ArmedAdultID? = nil) -> RegisterLook {
        RegisterLook(step, by: visit.session.person, on: visit.session.device, at: now, row: row)
    }

    private func blank() async throws -> RegisterSheet {
        let book = try await server.books.book(of: site)
        var sheet = RegisterSheet(site: book.card.name)
        let state = try await server.registry.desk(site).replica.state
        sheet.mode = Mode(of: state.incidents.rows.filter(\.isOpen))
        sheet.links = PageLink.all(for: visit.viewer, on: "/register")
        sheet.setting = try await directory.registerSetting(of: site)
        sheet.maySettle = maySettle
        for adult in book.adults {
            var entry = PersonEntry()
            entry.person = adult.person
            entry.name = adult.name
            entry.title = adult.title
            sheet.people.put(entry)
        }
        return sheet
    }
}

extension [FormField] {
    /// What stands in a field, without the white space around it.
    fileprivate func text(_ name: String) -> String {
        (first { $0.name == name }?.value ?? "").trimmed
    }
}

extension Problem {
    /// A row that somebody else has taken out meanwhile.
    fileprivate static let noArmedAdult = Problem(
        .notFound, "no-row", "This adult is no longer in the register.")
}
