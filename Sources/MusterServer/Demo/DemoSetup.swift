import Foundation
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterViews

/// Fills an empty data folder with the demo district: made-up people, three sites, a published plan each.
///
/// Everything goes the way that a real school's data goes: a OneRoster import, and commands to the desks.
package struct DemoSetup: Sendable {
    private let server: Server

    /// The demo of a server.
    package init(_ server: Server) {
        self.server = server
    }

    /// The port of the server.
    package var port: Int { server.configuration.port }

    /// A sign-in link and whom it signs in.
    package struct Link: Sendable {
        /// What the person is in the demo.
        package let words: String
        /// The address.
        package let address: String
    }

    /// Makes the demo district where there is no site yet, and completes one whose making was interrupted.
    /// - Returns: whether the folder is the demo's; beside the sites of a real school nothing is made.
    package func makeIfEmpty() async throws -> Bool {
        let sites = try await server.stores.directory.sites()
        let isDemo = sites.allSatisfy { card in DemoSite.all.contains { $0.isSame(as: card) } }
        guard isDemo else { return false }
        let setup = SchoolSetup(server)
        var missing: [DemoSite] = []
        for spec in DemoSite.all {
            let plan = try await setup.plan(of: spec.card.site)
            // The document comes last: a site that has one in force is whole.
            if plan.line.isEmpty {
                missing.append(spec)
            } else if plan.document == 0 {
                try await publishPlan(of: spec.card.site, plan.line, setup)
            }
        }
        guard !missing.isEmpty else { return true }
        try await importRoster(setup)
        let schools = try await server.stores.directory.tenants().filter { $0.kind == .school }
        for spec in missing {
            let tenants = schools.filter { school in spec.tenants.contains { school.name.hasPrefix($0) } }
            try await setup.keepSite(spec.card, tenants: tenants)
            try await staff(spec, setup)
        }
        return true
    }

    private func importRoster(_ setup: SchoolSetup) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "muster-demo-\(CommandID.fresh())"
        ).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try DemoDistrict(size: .demo).write(to: folder)
        let report = try await setup.importRoster(folder)
        guard report.outcome == .applied || report.outcome == .unchanged else {
            throw SetupError("The demo's roster was not taken in. \(report.reason ?? "")")
        }
    }

    /// Gives out the roles of a site, and publishes its line and its plan last.
    private func staff(_ spec: DemoSite, _ setup: SchoolSetup) async throws {
        let directory = server.stores.directory
        let site = spec.card.site
        let staff = try await directory.adults(of: site, at: server.stores.time.wall)
        let leaders = staff.filter { $0.title == "Principal" || $0.title == "Administrator" }
        let teachers = staff.filter { $0.title == "Teacher" }
        let inside = Array((leaders + teachers).prefix(3))
        guard let first = inside.first else {
            throw SetupError("The demo's roster has no staff at \(spec.card.name).")
        }
        let outside = try await directory.addAdult(
            "Dana Whitlock", title: "District safety coordinator", phone: "555-0142")
        let officer = try await directory.addAdult(
            "Officer R. Imani", title: "School Resource Officer", phone: "555-0117")
        let agency = try await directory.addAdult("County dispatch desk", title: "Sheriff", phone: nil)
        try await directory.giveRole(RoleGrant(.administrator), to: first.person, at: site)
        try await directory.giveRole(RoleGrant(.sro), to: officer, at: site)
        try await directory.giveRole(RoleGrant(.agency), to: agency, at: site)
        try await setup.changePlan(of: site) { plan in
            let two = inside.dropFirst().map { LineMember($0.person, onSite: true) }
            for position in [Position.liaison, .accountabilityLead, .reunificationDirector] {
                plan.lines.put(PositionLine(position, two))
            }
        }
        let line =
            inside.map { LineMember($0.person, onSite: true) } + [LineMember(outside, onSite: false)]
        let duty = DemoDuty(
            staff: staff.map(\.person), line: inside.map(\.person), outside: outside, officer: officer,
            around: SchoolDay(at: server.stores.time.wall))
        try await directory.replaceDuty(from: [DemoDuty.origin], with: duty.rows, at: site)
        try await setup.setLine(line, outsideDuty: outside, at: site)
        try await publishPlan(of: site, line, setup)
    }

    /// Gives a site the library as its plan: written by the second of the line, reviewed off site, approved by the first.
    private func publishPlan(of site: SiteID, _ line: [LineMember], _ setup: SchoolSetup) async throws {
        guard let first = line.first, let last = line.last else { return }
        let second = line.dropFirst().first ?? last
        try await setup.publishLibrary(
            at: site, writtenBy: second.person, reviewedBy: last.person, approvedBy: first.person)
    }

    /// One fresh sign-in link for each role of the demo, at the first site.
    package func links() async throws -> [Link] {
        guard let site = try await server.stores.directory.sites().first?.site else { return [] }
        let adults = try await server.stores.directory.adults(of: site, at: server.stores.time.wall)
        let rosters = try await server.stores.directory.rosters(of: site, at: server.stores.time.wall)
        let plan = try await server.registry.desk(site).replica.state.plan
        let teaching = adults.filter { adult in
            adult.roles == [.staff] && rosters.contains { $0.staff.contains(adult.person) }
        }
        var people: [(String, SiteAdult)] = []
        func add(_ words: String, _ adult: SiteAdult?) { if let adult { people.append((words, adult)) } }
        add("Coordinator (first of the line)", adults.first { $0.person == plan.line.first?.person })
        add("Coordinator off site (outside duty)", adults.first { $0.person == plan.outsideDuty })
        add("Teacher", teaching.first)
        add("Another teacher", teaching.dropFirst().first)
        add("School Resource Officer", adults.first { $0.roles.contains(.sro) })
        add("Outside agency", adults.first { $0.roles.contains(.agency) })
        var links: [Link] = []
        for (words, adult) in people {
            let link = try await server.doorkeeper.link(for: adult, at: site, server.configuration)
            links.append(Link(words: "\(words), \(adult.name)", address: link.address))
        }
        return links
    }
}
