import Logging
package import MusterCore
import MusterDesk
package import MusterExchange
package import MusterLog

/// Makes and changes the sites of a school from outside its pages: for the command line, and for the demo.
///
/// Each step may be done again: what is so already stays as it is, and a step that was interrupted is completed.
package struct SchoolSetup: Sendable {
    let server: Server
    private var directory: any SiteDirectory & RosterDirectory { server.stores.directory }

    /// Who acts in the log: no person of the school, but whoever sits at the machine.
    static let operators = Actor(.none, roles: [.administrator], device: DeviceID("u", 0))

    /// The setting up of a server's sites.
    package init(_ server: Server) {
        self.server = server
    }

    /// Makes a site or changes its card, and says which schools use it; others that use it stay.
    package func keepSite(_ card: SiteCard, tenants added: [RosterTenant]) async throws {
        for tenant in added {
            guard tenant.site == nil || tenant.site == card.site else {
                throw SetupError(
                    "\(tenant.name) uses the site \(tenant.site?.text ?? ""). Take it off there first: "
                        + "muster site add \(tenant.site?.text ?? "") --without-school \"\(tenant.name)\".")
            }
        }
        let here = try await directory.tenants().filter { $0.site == card.site }.map(\.id)
        let all = here + added.map(\.id).filter { !here.contains($0) }
        let isNew = try await !directory.sites().contains(card)
        if isNew || all != here { try await directory.saveSite(card, tenants: all) }
        try await publish(card.site)
        try await changePlan(of: card.site) { _ in }
    }

    /// Says that a school no longer uses a site.
    package func leaveSite(_ card: SiteCard, _ tenants: [RosterTenant]) async throws {
        let here = try await directory.tenants().filter { $0.site == card.site }.map(\.id)
        try await directory.saveSite(card, tenants: here.filter { !tenants.map(\.id).contains($0) })
        try await publish(card.site)
    }

    /// Changes the plan of a site and publishes it; a first plan is published even if nothing is changed in it.
    package func changePlan(
        of site: SiteID, by actor: Actor? = nil, _ change: (inout SitePlan) -> Void
    ) async throws {
        let old = try await server.registry.desk(site).replica.state.plan
        var plan = old
        change(&plan)
        guard plan != old || old.version == 0 else { return }
        plan.version = old.version + 1
        try await server.carryOut(.publishPlan(plan), at: site, by: actor ?? Self.operators)
    }

    /// The plan in force at a site.
    package func plan(of site: SiteID) async throws -> SitePlan {
        try await server.registry.desk(site).replica.state.plan
    }

    /// Sets who may become school coordinator, in order; whoever is no longer in the line loses its role.
    package func setLine(_ line: [LineMember], outsideDuty: PersonID?, at site: SiteID) async throws {
        try await giveLine(line, at: site)
        try await changePlan(of: site) { plan in
            plan.line = line
            plan.outsideDuty = outsideDuty
        }
    }

    /// Gives the role of the line to its members, and takes it from whoever is none any more.
    func giveLine(_ line: [LineMember], at site: SiteID) async throws {
        for adult in try await directory.adults(of: site, at: server.stores.time.wall)
        where adult.roles.contains(.line) && !line.contains(where: { $0.person == adult.person }) {
            try await directory.takeRole(.line, from: adult.person, at: site)
        }
        for member in line { try await directory.giveRole(RoleGrant(.line), to: member.person, at: site) }
    }

    /// Brings a roster in and lists its rooms on the stream of every site.
    package func importRoster(
        _ path: String, _ options: RosterImportOptions = RosterImportOptions()
    ) async throws -> RosterImportReport {
        let report = try await RosterImport.run(path: path, into: directory, options: options)
        guard report.outcome == .applied || report.outcome == .unchanged else { return report }
        try await PlacePublisher(server).publishAll(by: Self.operators)
        return report
    }

    /// Completes what was cut short: rooms that the directory has and a stream does not, and a publication of a plan
    /// that the log has and the documents do not.
    ///
    /// A site that cannot be read now serves no worse than before; it is tried again at the next start and import.
    package func complete() async {
        do { try await PlacePublisher(server).publishAll(by: Self.operators) } catch {
            server.logger.error("places were not all listed", metadata: ["error": "\(error)"])
        }
        do {
            for card in try await directory.sites() { try await PlanKeeper(server, card.site).settle() }
        } catch {
            server.logger.error("a publication was not completed", metadata: ["error": "\(error)"])
        }
    }

    private func publish(_ site: SiteID) async throws {
        try await PlacePublisher(server).publish(of: site, by: Self.operators)
    }
}
