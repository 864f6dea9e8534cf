import Foundation
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog

/// Fills an empty data folder with the demo district: made-up people, three sites, a plan each.
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

    /// Makes the demo district when the directory has no site yet.
    package func makeIfEmpty() async throws {
        guard try await server.stores.directory.sites().isEmpty else { return }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "muster-demo-\(CommandID.fresh())"
        ).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try DemoDistrict(size: .demo).write(to: folder)
        _ = try await RosterImport.run(path: folder, into: server.stores.directory)
        let schools = try await server.stores.directory.tenants().filter { $0.kind == .school }
        for spec in DemoSite.all {
            let tenants = schools.filter { school in spec.tenants.contains { school.name.hasPrefix($0) } }
            try await server.stores.directory.saveSite(spec.card, tenants: tenants.map(\.id))
            try await staff(spec)
        }
    }

    /// Gives out the roles of a site and publishes its places and plan.
    private func staff(_ spec: DemoSite) async throws {
        let directory = server.stores.directory
        let site = spec.card.site
        let staff = try await directory.adults(of: site)
        let leaders = staff.filter { $0.title == "Principal" || $0.title == "Administrator" }
        let teachers = staff.filter { $0.title == "Teacher" }
        let inside = Array((leaders + teachers).prefix(3))
        let outside = try await directory.addAdult(
            "Dana Whitlock", title: "District safety coordinator", phone: "555-0142")
        let officer = try await directory.addAdult(
            "Officer R. Imani", title: "School Resource Officer", phone: "555-0117")
        let agency = try await directory.addAdult("County dispatch desk", title: "Sheriff", phone: nil)
        for (index, adult) in inside.enumerated() {
            try await directory.setRoles(
                index == 0 ? [.line, .administrator] : [.line], of: adult.person, at: site)
        }
        try await directory.setRoles([.line], of: outside, at: site)
        try await directory.setRoles([.sro], of: officer, at: site)
        try await directory.setRoles([.agency], of: agency, at: site)
        guard let first = inside.first else { return }
        let actor = Actor(first.person, roles: [.administrator, .line, .staff], device: Self.device)
        try await PlacePublisher(server).publish(of: site, by: actor)
        var plan = SitePlan()
        plan.version = 1
        plan.line = inside.map { LineMember($0.person, onSite: true) } + [LineMember(outside, onSite: false)]
        plan.outsideDuty = outside
        try await submit(.publishPlan(plan), site, actor)
    }

    private func submit(_ command: Command, _ site: SiteID, _ actor: Actor) async throws {
        let envelope = Envelope(command, id: .fresh(), site: site, madeAt: server.stores.time.wall)
        _ = try await server.registry.submit(envelope, by: actor)
    }

    /// The device that the server's own set-up acts from.
    static let device = DeviceID("u", 0)

    /// One fresh sign-in link for each role of the demo, at the first site.
    package func links() async throws -> [Link] {
        guard let site = try await server.stores.directory.sites().first?.site else { return [] }
        let adults = try await server.stores.directory.adults(of: site)
        let rosters = try await server.stores.directory.rosters(of: site)
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
            let secret = try await server.doorkeeper.invite(
                adult.person, at: site, for: server.configuration.enrolmentLasts)
            links.append(
                Link(
                    words: "\(words), \(adult.name)",
                    address: "\(server.configuration.address)/enrol/\(secret)"))
        }
        return links
    }
}
